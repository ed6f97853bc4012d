import type { CommandAnswer, Command, MyFacts, StageView, StepId, Watched } from '@groundswell/shared'

/** What only this person may know, kept up to date from the server's answers without asking again for each. */
export interface FactsStore extends Watched<MyFacts | null> {
  readonly replace: (facts: MyFacts) => void
  /** Takes over what a command's answer says about oneself. */
  readonly learn: (command: Command, answer: CommandAnswer) => void
  /** "I'm done" is about one step: a new one clears it, on the server too. */
  readonly followStep: (stage: StageView) => void
}

export function createFacts(): FactsStore {
  const listeners = new Set<() => void>()
  let facts: MyFacts | null = null
  let step: StepId | null = null
  const set = (next: MyFacts) => {
    facts = next
    for (const listener of listeners) listener()
  }
  const change = (part: Partial<MyFacts>) =>
    set({ ...(facts ?? { votes: [], agreements: [], reactions: [], flags: [], done: false, links: null, code: null }), ...part })
  return {
    get: () => facts,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    replace: set,
    learn: (command, answer) => {
      if (answer.type === 'vote.place' || answer.type === 'vote.take') change({ votes: answer.mine })
      else if (answer.type === 'agreement.set' || answer.type === 'agreement.clear') change({ agreements: answer.mine })
      else if (answer.type === 'note.react') change({ reactions: answer.mine })
      else if (answer.type === 'cluster.flag') change({ flags: answer.mine })
      else if (command.type === 'done.set') change({ done: command.done })
    },
    followStep: (stage) => {
      if (!stage.ready) return
      if (step !== null && step !== stage.step.id && facts?.done) change({ done: false })
      // Flags end with the curating that they were for.
      if (stage.room.dealing.state !== 'curating' && (facts?.flags.length ?? 0) > 0) change({ flags: [] })
      step = stage.step.id
    },
  }
}
