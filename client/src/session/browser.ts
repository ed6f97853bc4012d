import { createApi, type Api } from './api.ts'
import { createServerClock, type ServerClock } from './clock.ts'
import { browserCopies } from './offline-copy.ts'
import { browserStorage, createSeats, type RememberedSeat, type Seats } from './seats.ts'
import { startSession, type RunningSession } from './session.ts'

/** Everything of this device that outlives one session. Made once, by the app. */
export interface Device {
  readonly api: Api
  readonly clock: ServerClock
  readonly seats: Seats
  readonly start: (remembered: RememberedSeat) => RunningSession
}

const syncUrl = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`

/** This browser, at the origin that it got the page from. */
export function createDevice(): Device {
  const clock = createServerClock()
  const api = createApi({ fetch: (input, init) => fetch(input, init), clock, base: '/api' })
  const seats = createSeats(browserStorage())
  const start = (remembered: RememberedSeat): RunningSession => {
    const { session } = remembered.seat
    seats.remember({ ...remembered, lastUsed: Date.now() })
    return startSession({
      seat: remembered.seat,
      api,
      clock,
      copies: browserCopies,
      syncUrl: syncUrl(),
      WebSocket,
      onSeat: (seat) => seats.remember({ ...(seats.get(session) ?? remembered), seat }),
      onLeave: () => seats.forget(session),
    })
  }
  return { api, clock, seats, start }
}
