import type { SessionId } from '@groundswell/shared'
import type { Clock, Stop } from '../ports.ts'
import type { Session } from './facts.ts'

/** Sees that a count before a reveal ends in one, also when the device that began it has gone. */
export interface RevealKeeper {
  /** A count may have begun or been called off, or the server has started again. */
  watch(session: SessionId): void
  stop(): void
}

export interface RevealKeeperDeps {
  readonly clock: Clock
  readonly find: (id: SessionId) => Session | null
  /** Goes to the step and publishes; does nothing when the count is not over or was called off. */
  readonly finish: (id: SessionId) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

/** When the act failed, it is tried again after so many milliseconds. */
const AGAIN = 1_000

export function createRevealKeeper({ clock, find, finish, onFailure }: RevealKeeperDeps): RevealKeeper {
  const timers = new Map<SessionId, Stop>()
  const end = (id: SessionId) => {
    timers.get(id)?.()
    timers.delete(id)
  }
  const plan = (id: SessionId, ms: number): void => {
    end(id)
    timers.set(
      id,
      clock.after(ms, () => act(id)),
    )
  }
  const act = (id: SessionId): void => {
    timers.delete(id)
    finish(id).catch((error: unknown) => {
      onFailure(error)
      if (isCounting(id)) plan(id, AGAIN)
    })
  }
  const isCounting = (id: SessionId): boolean => find(id)?.facts.room.reveal?.done === false
  return {
    watch(id) {
      const reveal = find(id)?.facts.room.reveal ?? null
      if (reveal === null || reveal.done) end(id)
      else plan(id, Math.max(0, reveal.endsAt - clock.now()))
    },
    stop() {
      for (const id of timers.keys()) end(id)
    },
  }
}
