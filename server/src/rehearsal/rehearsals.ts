/* oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule means windows */
import type { FacilitatorSeat, PersonId, RehearsalSize, Result, SessionId } from '@groundswell/shared'
import { ID_BYTES, makeId, ok } from '@groundswell/shared'
import { Worker } from 'node:worker_threads'
import type { Seats } from '../auth/seats.ts'
import type { Randomness } from '../auth/secrets.ts'
import type { Clock, Log, Stop } from '../ports.ts'
import type { Scribe } from '../scribe/index.ts'
import { newRoom, participantsOf, type Member, type Session, type SessionFacts } from '../session/facts.ts'
import { refuse, type Fault } from '../session/fault.ts'
import type { SessionStore } from '../session/store.ts'
import type { CrowdSteering } from './crowd-thread.ts'
import type { CrowdOrders } from './door.ts'

/** Rehearsals with simulated people: each a session of its own, with a thread that comes in by the door. */
export interface Rehearsals {
  start(of: Session, facilitator: Member, people: RehearsalSize): Promise<Result<FacilitatorSeat, Fault>>
  /** Makes the simulated people obey the session's facts. */
  steer(session: SessionId): void
  /** A session is gone: its thread ends, and so does the rehearsal made from it. */
  forget(session: SessionId): void
  /** Deletes rehearsals whose people died with an earlier process. */
  sweep(): Promise<void>
  stop(): Promise<void>
}

/** The simulated people's thread, as the server sees it. */
export interface Crowd {
  steer(steering: CrowdSteering): void
  stop(): Promise<unknown>
}

export interface RehearsalDeps {
  readonly enabled: boolean
  readonly clock: Clock
  readonly log: Log
  readonly random: Randomness
  readonly sessions: SessionStore
  readonly seats: Seats
  readonly scribe: Scribe
  readonly isHere: (session: SessionId, person: PersonId) => boolean
  readonly endSession: (session: SessionId) => Promise<void>
  /** Where this server answers on its own machine. */
  readonly base: () => string
  /** Starts the people; `onDeath` tells that they ended by themselves. */
  readonly startCrowd?: (orders: CrowdOrders, onDeath: () => void) => Crowd
}

export const MOST_REHEARSALS = 3
const LONGEST_MS = 2 * 60 * 60_000
/** A rehearsal without its facilitator ends after this many milliseconds. */
export const ALONE_MS = 10 * 60_000
const LOOK_EVERY = 5_000

const off = refuse('rehearsal_off', 'This server does not offer rehearsals.')
const running = refuse('rehearsal_running', 'A rehearsal of this session is running already; end it first.')
const full = refuse('rehearsals_full', `This server runs ${MOST_REHEARSALS} rehearsals at once and no more; try again later.`)

interface Running {
  readonly of: SessionId
  readonly crowd: Crowd
  seen: number
}

export function createRehearsals(deps: RehearsalDeps): Rehearsals {
  const { clock, sessions, scribe, log } = deps
  const startCrowd = deps.startCrowd ?? startThread
  const all = new Map<SessionId, Running>()
  let stopLooking: Stop | null = null

  const end = (id: SessionId): void =>
    void deps.endSession(id).catch(() => log.error('a rehearsal was not deleted', { session: id }))
  const mark = (id: SessionId): void =>
    void scribe
      .change(id, (facts) =>
        facts.rehearsal === null ? facts : { ...facts, rehearsal: { ...facts.rehearsal, state: 'stopped' } },
      )
      .catch(() => log.error('a rehearsal was not marked as stopped', { session: id }))
  const look = (): void => {
    const now = clock.now()
    for (const [id, one] of all) {
      const session = sessions.get(id)
      if (session !== null && hasFacilitator(session, deps.isHere)) one.seen = now
      if (session !== null && (now - one.seen >= ALONE_MS || now >= (session.facts.rehearsal?.endsAt ?? 0))) end(id)
    }
    stopLooking = all.size === 0 ? null : clock.after(LOOK_EVERY, look)
  }
  const release = (id: SessionId): void => {
    void all.get(id)?.crowd.stop()
    all.delete(id)
  }

  return {
    async start(of, facilitator, people) {
      if (!deps.enabled) return off
      if (of.facts.rehearsal !== null || [...all.values()].some((one) => one.of === of.id)) return running
      if (all.size >= MOST_REHEARSALS) return full
      const copy = { ...facilitator, id: makeId<PersonId>(deps.random(ID_BYTES)) }
      const session = deps.seats.newSession(rehearsalFacts(of, people, clock.now() + LONGEST_MS), [copy])
      const seated = deps.seats.open(session)
      const orders = ordersFor(session, deps)
      const crowd = startCrowd(orders, () => mark(session.id))
      all.set(session.id, { of: of.id, crowd, seen: clock.now() })
      stopLooking ??= clock.after(LOOK_EVERY, look)
      await scribe.wake(session.id)
      return ok(seated)
    },
    steer(id) {
      const rehearsal = sessions.get(id)?.facts.rehearsal
      if (rehearsal && rehearsal.state !== 'stopped') all.get(id)?.crowd.steer({ state: rehearsal.state, pace: rehearsal.pace })
    },
    forget(id) {
      release(id)
      for (const [rehearsal, { of }] of all) if (of === id) end(rehearsal)
    },
    async sweep() {
      for (const id of sessions.rehearsals()) if (!all.has(id)) await deps.endSession(id)
    },
    async stop() {
      stopLooking?.()
      const crowds = [...all.values()].map(({ crowd }) => crowd.stop())
      all.clear()
      await Promise.all(crowds)
    },
  }
}

const hasFacilitator = (session: Session, isHere: RehearsalDeps['isHere']): boolean =>
  participantsOf(session).some(({ id, role }) => role === 'facilitator' && isHere(session.id, id))

/** The same agenda and words as the real session, from its first step on, with nothing that was written in it. */
function rehearsalFacts({ id, facts }: Session, people: number, endsAt: number): SessionFacts {
  const { ballot, skipped } = facts.room
  const unwritten = { notes: 0, writers: 0, reveal: 'not_yet' } as const
  return {
    ...facts,
    step: facts.agenda[0]?.id ?? facts.step,
    timer: null,
    done: [],
    writing: { current: unwritten, ideal: unwritten },
    vote: { state: 'closed' },
    themes: [],
    plcs: [],
    questionCards: [],
    agreements: [],
    reactions: [],
    homes: [],
    codeLocked: false,
    room: { ...newRoom(), ballot, skipped },
    rehearsal: { of: id, people, state: 'running', pace: 'human', endsAt },
  }
}

const ordersFor = ({ id, code, facts }: Session, { base, random }: RehearsalDeps): CrowdOrders => ({
  base: base(),
  session: id,
  code,
  people: facts.rehearsal?.people ?? 0,
  language: facts.language,
  seed: new DataView(Uint8Array.from(random(4)).buffer).getUint32(0),
})

/** A thread of its own, with bounds: what happens in it never reaches the server but by its door. */
function startThread(orders: CrowdOrders, onDeath: () => void): Crowd {
  const worker = new Worker(new URL('./crowd-thread.ts', import.meta.url), {
    workerData: orders,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  let wanted = true
  worker.on('error', () => {})
  worker.on('exit', () => wanted && onDeath())
  return {
    steer: (steering) => worker.postMessage(steering),
    stop() {
      wanted = false
      return worker.terminate()
    },
  }
}
