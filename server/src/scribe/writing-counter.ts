import { deskNotes, HORIZONS, type DocumentName, type Horizon, type PersonId, type SessionId } from '@groundswell/shared'
import type * as Y from 'yjs'
import type { Clock, Stop } from '../ports.ts'
import { participantsOf, type Session, type SessionFacts } from '../session/facts.ts'
import { documentOf, type Documents } from '../session/documents.ts'

/** Keeps the stage's counts of private notes. Only sums leave it: never words, never who wrote how many. */
export interface WritingCounter {
  /** A document was changed; desks are counted anew within a second. */
  changed(name: DocumentName): void
  forget(session: SessionId): void
  stop(): void
}

export interface WritingCounterDeps {
  readonly documents: Documents
  readonly clock: Clock
  readonly find: (id: SessionId) => Session | null
  /** Stores the new counts and shows them. */
  readonly publish: (id: SessionId, count: (facts: SessionFacts) => SessionFacts) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

type DeskCount = Readonly<Record<Horizon, number>>
type Desks = Map<PersonId, DeskCount>

/** The stage changes at most once in this many milliseconds, however fast people write. */
const PACE = 1000

/** Who changed their desk so many milliseconds ago is still typing. */
const TYPING_FOR = 6000

export function createWritingCounter(deps: WritingCounterDeps): WritingCounter {
  const known = new Map<SessionId, Desks>()
  const waiting = new Map<SessionId, Set<PersonId>>()
  const timers = new Map<SessionId, Stop>()
  const typed = new Map<SessionId, Map<PersonId, number>>()

  /** How many typed lately; counted again until nobody does. */
  const countTyping = (id: SessionId): number => {
    const recent = typed.get(id)
    for (const [person, at] of recent ?? []) if (deps.clock.now() - at >= TYPING_FOR) recent?.delete(person)
    return recent?.size ?? 0
  }
  const plan = (id: SessionId, ms: number): void => {
    if (!timers.has(id))
      timers.set(
        id,
        deps.clock.after(ms, () => void count(id).catch(deps.onFailure)),
      )
  }

  const count = async (id: SessionId): Promise<void> => {
    timers.delete(id)
    const session = deps.find(id)
    const dirty = waiting.get(id)
    waiting.delete(id)
    if (session === null) return
    const desks = known.get(id)
    const again = desks === undefined ? participantsOf(session).map((member) => member.id) : [...(dirty ?? [])]
    const counted: Desks = new Map(desks)
    for (const person of again) counted.set(person, await countDesk(deps.documents, session, person))
    known.set(id, counted)
    const typing = countTyping(id)
    if (typing > 0) plan(id, TYPING_FOR)
    await deps.publish(id, (facts) => withTyping(withCounts(facts, counted), typing))
  }
  return {
    changed({ session, ref }) {
      if (ref.kind !== 'desk') return
      const dirty = waiting.get(session) ?? new Set()
      waiting.set(session, dirty.add(ref.person))
      const recent = typed.get(session) ?? new Map<PersonId, number>()
      typed.set(session, recent.set(ref.person, deps.clock.now()))
      plan(session, PACE)
    },
    forget(session) {
      timers.get(session)?.()
      for (const map of [known, waiting, timers, typed]) map.delete(session)
    },
    stop() {
      for (const stop of timers.values()) stop()
      timers.clear()
    },
  }
}

const countDesk = (documents: Documents, session: Session, person: PersonId): Promise<DeskCount> =>
  documents.read(documentOf(session, { kind: 'desk', person }), (desk: Y.Doc) => {
    const written = deskNotes(desk).filter((note) => note.published === null && note.text.trim() !== '')
    const of = (horizon: Horizon) => written.filter((note) => note.horizon === horizon).length
    return { current: of('current'), ideal: of('ideal') }
  })

const withTyping = (facts: SessionFacts, typing: number): SessionFacts => ({ ...facts, room: { ...facts.room, typing } })

/** The facts with new counts; what has been revealed keeps the count of its reveal. */
function withCounts(facts: SessionFacts, desks: Desks): SessionFacts {
  const writing = { ...facts.writing }
  for (const horizon of HORIZONS) {
    if (writing[horizon].reveal !== 'not_yet') continue
    const counts = [...desks.values()].map((desk) => desk[horizon])
    const notes = counts.reduce((sum, n) => sum + n, 0)
    writing[horizon] = { notes, writers: counts.filter((n) => n > 0).length, reveal: 'not_yet' }
  }
  return { ...facts, writing }
}
