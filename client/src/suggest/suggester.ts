import type { ClusterId } from '@groundswell/shared'
import type { GroupedCluster, SuggestedGroup } from '@groundswell/shared/suggest'
import type { Answer, Ask, BoardWords } from './ask.ts'

/** Asks the worker. Where none can run, or it broke off, there is simply nothing to suggest. */
export interface Suggester {
  readonly groups: (words: BoardWords) => Promise<readonly SuggestedGroup[]>
  readonly clusters: (texts: readonly string[], clusters: readonly GroupedCluster[]) => Promise<readonly ClusterId[]>
  /** Ends the worker and leaves open questions without an answer; the next question starts another. */
  readonly rest: () => void
}

/** A worker, from outside. */
export interface Thread {
  readonly ask: (question: Ask) => void
  readonly end: () => void
}

/** Starts a worker; null where there are none. */
export type Spawn = (heard: (answer: Answer) => void, broke: () => void) => Thread | null

/** `spawn` is called with the first question: who never asks loads neither the worker nor the lexicon. */
export function createSuggester(spawn: Spawn): Suggester {
  const waiting = new Map<number, (answer: Answer | null) => void>()
  let thread: Thread | 'not_yet' | 'broken' = 'not_yet'
  let asked = 0
  const end = (then: 'not_yet' | 'broken') => {
    if (typeof thread === 'object') thread.end()
    thread = then
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
  }
  const heard = (answer: Answer) => {
    waiting.get(answer.ask)?.(answer)
    waiting.delete(answer.ask)
  }
  const send = (make: (ask: number) => Ask): Promise<Answer | null> => {
    if (thread === 'not_yet') thread = spawn(heard, () => end('broken')) ?? 'broken'
    if (thread === 'broken') return Promise.resolve(null)
    const question = make(++asked)
    const answered = new Promise<Answer | null>((resolve) => waiting.set(question.ask, resolve))
    thread.ask(question)
    return answered
  }
  return {
    groups: async (words) => {
      const answer = await send((ask) => ({ ask, about: 'groups', words }))
      return answer?.about === 'groups' ? answer.groups : []
    },
    clusters: async (texts, clusters) => {
      const answer = await send((ask) => ({ ask, about: 'clusters', texts, clusters }))
      return answer?.about === 'clusters' ? answer.clusters : []
    },
    rest: () => end('not_yet'),
  }
}
