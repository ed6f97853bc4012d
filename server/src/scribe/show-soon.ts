import type { SessionId } from '@groundswell/shared'
import type { Clock, Stop } from '../ports.ts'

/** Brings stages up to date a little later, once for everything that happens meanwhile. */
export interface ShowSoon {
  readonly ask: (session: SessionId) => void
  readonly stop: () => void
}

/** However fast people come, go and react, the stage changes at most once in this many milliseconds for it. */
const PACE = 1000

export interface ShowSoonDeps {
  readonly clock: Clock
  readonly show: (session: SessionId) => Promise<void>
  readonly onFailure: (error: unknown) => void
}

export function createShowSoon({ clock, show, onFailure }: ShowSoonDeps): ShowSoon {
  const timers = new Map<SessionId, Stop>()
  let stopped = false
  const run = (session: SessionId) => {
    timers.delete(session)
    show(session).catch(onFailure)
  }
  return {
    ask(session) {
      if (!stopped && !timers.has(session))
        timers.set(
          session,
          clock.after(PACE, () => run(session)),
        )
    },
    stop() {
      stopped = true
      for (const stop of timers.values()) stop()
      timers.clear()
    },
  }
}
