interface Marker {
  readonly count: number
  readonly ticket: number
}

/** What markers need of the journal. */
export interface DurableLog {
  /** Calls `done` once everything up to `ticket` is on disk; at once when it is. */
  when(ticket: number, done: () => void): void
}

/**
 * The saved markers of one connection. One is waited for; of those that come meanwhile only the last counts, as it
 * covers the others. So a flood of markers holds two numbers, and a steady stream cannot starve the first.
 */
export class SavedMarkers {
  #due: Marker | null = null
  #next: Marker | null = null
  #held: number | null = null
  readonly #log: DurableLog
  readonly #answer: (count: number) => void

  constructor(log: DurableLog, answer: (count: number) => void) {
    this.#log = log
    this.#answer = answer
  }

  /** Answers `count` once `ticket` is on disk. */
  add(count: number, ticket: number): void {
    if (this.#due) this.#next = { count, ticket }
    else this.#await({ count, ticket })
  }

  /** Keeps a marker that stands behind an update which has no ticket yet. */
  hold(count: number): void {
    this.#held = count
  }

  /** What it stood behind was applied, and `ticket` covers it. */
  releaseHeld(ticket: number): void {
    if (this.#held === null) return
    const count = this.#held
    this.#held = null
    this.add(count, ticket)
  }

  #await(marker: Marker): void {
    this.#due = marker
    this.#log.when(marker.ticket, () => {
      const next = this.#next
      this.#due = null
      this.#next = null
      this.#answer(marker.count)
      if (next) this.#await(next)
    })
  }
}
