import { HOLDER_GONE_MS, stands, type PersonId, type SessionId } from '@groundswell/shared'
import type { Clock, Stop } from '../ports.ts'
import type { Session, SessionFacts } from './facts.ts'

/** Lets go of held views: after five minutes, or half a minute after their holder has gone. */
export interface AttentionKeeper {
  /** A view of this session may be held from now on. */
  watch(session: SessionId): void
  stop(): void
}

export interface AttentionKeeperDeps {
  readonly clock: Clock
  readonly find: (id: SessionId) => Session | null
  /** Whether that person has a device connected. */
  readonly isHere: (session: SessionId, person: PersonId) => boolean
  readonly change: (id: SessionId, change: (facts: SessionFacts) => SessionFacts) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

/** How often a held view is looked at, in milliseconds. */
const LOOK_EVERY = 2_000

const released = (facts: SessionFacts): SessionFacts => ({ ...facts, room: { ...facts.room, spotlight: null } })

export function createAttentionKeeper(deps: AttentionKeeperDeps): AttentionKeeper {
  const { clock } = deps
  const timers = new Map<SessionId, Stop>()
  const lastSeen = new Map<SessionId, number>()

  const end = (id: SessionId) => {
    timers.get(id)?.()
    timers.delete(id)
    lastSeen.delete(id)
  }
  const look = (id: SessionId): void => {
    const spotlight = deps.find(id)?.facts.room.spotlight ?? null
    if (spotlight === null || spotlight.mode !== 'hold') return end(id)
    const now = clock.now()
    if (deps.isHere(id, spotlight.by) || !lastSeen.has(id)) lastSeen.set(id, now)
    const gone = now - (lastSeen.get(id) ?? now) >= HOLDER_GONE_MS
    if (stands(spotlight, now) && !gone) return plan(id)
    end(id)
    // Another call may have taken its place while this one was on its way.
    deps.change(id, (facts) => (facts.room.spotlight?.seq === spotlight.seq ? released(facts) : facts)).catch(deps.onFailure)
  }
  const plan = (id: SessionId): void =>
    void timers.set(
      id,
      clock.after(LOOK_EVERY, () => look(id)),
    )

  return {
    watch(id) {
      if (!timers.has(id)) look(id)
    },
    stop() {
      for (const id of timers.keys()) end(id)
    },
  }
}
