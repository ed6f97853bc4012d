/** Members of a room that is busy and not yet large. */
const MOST_BUSY = 60
/** Milliseconds between rounds in a large room: just under the distance of twenty edits a second, which thus never wait. */
const LARGE_MS = 48

/** Rounds that a quiet room has saved up: so many go out at the shortest distance before the pace sets in. */
const SAVED_ROUNDS = 3

export interface PaceLimits {
  readonly tickMs: number
  readonly busyMembers: number
}

/**
 * Milliseconds between rounds of edits in a document that is edited without a pause. A round costs one write for each
 * member, whether it brings one edit or ten: the more members, the more edits it should bring.
 */
export function editInterval(members: number, { tickMs, busyMembers }: PaceLimits): number {
  if (members < busyMembers) return 0
  return members <= MOST_BUSY ? tickMs : Math.max(tickMs, LARGE_MS)
}

/** Says when the next round of edits may leave: at once after a quiet moment, at the interval's distance under load. */
export class Pace {
  readonly #limits: PaceLimits
  #lastRound = Number.NEGATIVE_INFINITY
  /** Until when the rounds so far would have kept the line busy, had they left at the interval's distance. */
  #takenUntil = 0

  constructor(limits: PaceLimits) {
    this.#limits = limits
  }

  /** Milliseconds to wait; 0 or less for none. */
  wait(members: number, now: number): number {
    const interval = editInterval(members, this.#limits)
    if (interval === 0) return 0
    const free = this.#takenUntil - (SAVED_ROUNDS - 1) * interval
    return Math.max(this.#lastRound + this.#limits.tickMs, free) - now
  }

  noteRound(members: number, now: number): void {
    this.#lastRound = now
    this.#takenUntil = Math.max(this.#takenUntil, now) + editInterval(members, this.#limits)
  }
}
