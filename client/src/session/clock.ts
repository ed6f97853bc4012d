/** The server's clock as this device knows it. */
export interface ServerClock {
  /** Milliseconds to add to this device's clock. */
  readonly offset: () => number
  readonly now: () => number
  /** `serverNow` was read between our `sent` and `received`, all in milliseconds since 1970. */
  readonly learn: (serverNow: number, sent: number, received: number) => void
}

/**
 * Takes the answer that was quickest as the best guess: the server's time was read somewhere within the round trip, so a
 * short one leaves the least room for error.
 */
export function createServerClock(): ServerClock {
  let offset = 0
  let best = Infinity
  return {
    offset: () => offset,
    now: () => Date.now() + offset,
    learn: (serverNow, sent, received) => {
      const roundTrip = Math.max(0, received - sent)
      // A device that slept or set its clock would keep a stale guess forever; a clear difference wins too.
      const guess = serverNow - (sent + received) / 2
      if (roundTrip > best && Math.abs(guess - offset) < roundTrip + best) return
      best = roundTrip
      offset = guess
    },
  }
}
