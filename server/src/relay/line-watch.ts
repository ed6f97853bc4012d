/** What a silent line needs at this moment. */
export type LineCare = 'nothing' | 'ping' | 'keep-alive' | 'ping and keep-alive' | 'cut'

const MISSED_PONGS = 2

/** Keeps a line alive in both senses: finds dead ones by ping, and lets stock clients hear something. */
export class LineWatch {
  readonly #everyMs: number
  #lastSentAt: number
  #lastPingAt: number
  #unanswered = 0

  constructor(everyMs: number, now: number) {
    this.#everyMs = everyMs
    this.#lastSentAt = now
    this.#lastPingAt = now
  }

  noteSent(now: number): void {
    this.#lastSentAt = now
  }

  notePong(): void {
    this.#unanswered = 0
  }

  /** Answers what to do now and takes it for done. */
  check(now: number): LineCare {
    const keepAlive = now - this.#lastSentAt >= this.#everyMs
    if (now - this.#lastPingAt < this.#everyMs) return keepAlive ? 'keep-alive' : 'nothing'
    if (this.#unanswered >= MISSED_PONGS) return 'cut'
    this.#lastPingAt = now
    this.#unanswered++
    return keepAlive ? 'ping and keep-alive' : 'ping'
  }
}
