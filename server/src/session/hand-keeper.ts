import type { SessionId } from '@groundswell/shared'
import type { Clock, Stop } from '../ports.ts'
import type { HandFacts, Session, SessionFacts } from './facts.ts'

/** Puts hands back on the pile whose holders have stopped. */
export interface HandKeeper {
  /** Hands may be out, or were kept longer; also after the server has started again. */
  watch(session: SessionId): void
  stop(): void
}

export interface HandKeeperDeps {
  readonly clock: Clock
  readonly find: (id: SessionId) => Session | null
  readonly change: (id: SessionId, change: (facts: SessionFacts) => SessionFacts) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

const handsIn = (facts: SessionFacts | undefined): readonly HandFacts[] =>
  facts?.room.dealing.state === 'hands' ? facts.room.dealing.hands : []

/** The facts without the hands that have run out at `now`; the same facts when none has. */
function without(facts: SessionFacts, now: number): SessionFacts {
  const hands = handsIn(facts).filter(({ until }) => now < until)
  return hands.length === handsIn(facts).length
    ? facts
    : { ...facts, room: { ...facts.room, dealing: { state: 'hands', hands } } }
}

export function createHandKeeper({ clock, find, change, onFailure }: HandKeeperDeps): HandKeeper {
  const timers = new Map<SessionId, Stop>()
  const end = (id: SessionId) => {
    timers.get(id)?.()
    timers.delete(id)
  }
  const look = (id: SessionId): void => {
    timers.delete(id)
    const now = clock.now()
    change(id, (facts) => without(facts, now))
      .catch(onFailure)
      .finally(() => plan(id))
  }
  /** Looks again when the first of the hands would run out. */
  const plan = (id: SessionId): void => {
    end(id)
    const hands = handsIn(find(id)?.facts)
    if (hands.length === 0) return
    const first = Math.min(...hands.map(({ until }) => until))
    timers.set(
      id,
      clock.after(Math.max(1_000, first - clock.now()), () => look(id)),
    )
  }
  return {
    watch: plan,
    stop() {
      for (const id of timers.keys()) end(id)
    },
  }
}
