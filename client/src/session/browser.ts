import type { Seat } from '@groundswell/shared'
import { createApi, type Api } from './api.ts'
import { createServerClock, type ServerClock } from './clock.ts'
import { browserCopies } from './offline-copy.ts'
import { forgetOwnWords } from './own-words.ts'
import { browserStorage, createSeats, type RememberedSeat, type Seats } from './seats.ts'
import { copyPrefix, startSession, type RunningSession } from './session.ts'

/** Everything of this device that outlives one session. Made once, by the app. */
export interface Device {
  readonly api: Api
  readonly clock: ServerClock
  readonly seats: Seats
  readonly start: (remembered: RememberedSeat) => RunningSession
  /** Removes a seat and every copy of its session's documents from this device. */
  readonly forget: (seat: Seat) => void
}

const syncUrl = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`

/** This browser, at the origin that it got the page from. */
export function createDevice(): Device {
  const clock = createServerClock()
  const api = createApi({ fetch: (input, init) => fetch(input, init), clock, base: '/api' })
  const seats = createSeats(browserStorage())
  const start = (remembered: RememberedSeat): RunningSession => {
    const { session } = remembered.seat
    // A display's seat comes from its link each time; remembering it would replace a person's.
    const isKept = remembered.seat.role !== 'display'
    if (isKept) seats.remember({ ...remembered, lastUsed: Date.now() })
    return startSession({
      seat: remembered.seat,
      api,
      clock,
      copies: browserCopies,
      syncUrl: syncUrl(),
      WebSocket,
      onSeat: (seat) => isKept && seats.remember({ ...(seats.get(session) ?? remembered), seat }),
      onLeave: () => forget(remembered.seat),
    })
  }
  const forget = (seat: Seat) => {
    seats.forget(seat.session)
    forgetOwnWords(seat.session, seat.person)
    void browserCopies.removeAll(copyPrefix(seat))
  }
  return { api, clock, seats, start, forget }
}
