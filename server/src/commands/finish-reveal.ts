import type { Horizon, SessionId } from '@groundswell/shared'
import type { SessionFacts } from '../session/facts.ts'
import type { BoardFacts } from './scene.ts'
import type { Counted } from './votes.ts'
import { boardFacts, type CommandDeps } from './run.ts'
import { enter, findStep } from './steps.ts'

type Deps = Pick<CommandDeps, 'sessions' | 'documents' | 'scribe' | 'now' | 'recheck'>

/**
 * Ends a count: goes to its step and publishes the desks, whoever is still there. One transaction takes the count off and
 * says that the reveal runs, so that neither a second call nor a crash makes two of it or none.
 */
export function createRevealFinisher(deps: Deps): (id: SessionId) => Promise<void> {
  const { sessions, scribe } = deps
  const begin = (id: SessionId, board: BoardFacts): readonly Horizon[] =>
    sessions.transaction(() => {
      const session = sessions.get(id)
      const reveal = session?.facts.room.reveal ?? null
      if (session === null || reveal === null || reveal.done || deps.now() < reveal.endsAt) return []
      sessions.saveFacts(id, begun({ session, board, votes: sessions.votes }))
      return reveal.horizons
    })
  return async (id) => {
    const session = sessions.get(id)
    if (session === null) return
    await scribe.wake(id)
    const horizons = begin(id, await boardFacts(deps.documents, session))
    if (horizons.length === 0) return
    // Everyone comes along at once; the notes follow as soon as they are on disk.
    await scribe.show(id)
    deps.recheck(id)
    for (const horizon of horizons) await scribe.reveal(id, horizon)
  }
}

/** The facts once the count is over. */
function begun(scene: Counted): SessionFacts {
  const { facts } = scene.session
  const { reveal } = facts.room
  if (reveal === null) return facts
  const to = findStep(facts, reveal.to)
  const next = to === undefined || to.id === facts.step ? facts : enter(to, { ...scene, now: reveal.endsAt }, [])
  const open = reveal.horizons.filter((horizon) => next.writing[horizon].reveal !== 'done')
  const writing = open.reduce(
    (all, horizon) => ({ ...all, [horizon]: { ...all[horizon], reveal: 'running' as const } }),
    next.writing,
  )
  return { ...next, writing, room: { ...next.room, reveal: { ...reveal, done: true } } }
}
