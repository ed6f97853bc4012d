import { createTokenBucket, take, type TokenBucket } from '../lib/token-bucket.ts'
import type { Clock, Stop } from '../ports.ts'
import type { RelayLimits } from './limits.ts'
import type { Transport } from './transport.ts'

/** Reads a connection only as fast as its limits allow: the network holds the rest back, and nothing is lost. */
export class Intake {
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #messages: TokenBucket
  readonly #bytes: TokenBucket
  #waiting: Stop | null = null

  constructor(transport: Transport, clock: Clock, limits: RelayLimits) {
    const now = clock.now()
    this.#transport = transport
    this.#clock = clock
    this.#messages = createTokenBucket(limits.messagesPerSecond, limits.messageBurst, now)
    this.#bytes = createTokenBucket(limits.bytesPerSecond, limits.byteBurst, now)
    transport.pause()
  }

  /** Begins to read. */
  open(): void {
    if (this.#waiting === null) this.#transport.resume()
  }

  /** Charges for work done; true when reading stops for a while because of it. */
  charge(messages: number, bytes: number): boolean {
    const now = this.#clock.now()
    const wait = Math.max(take(this.#messages, messages, now), take(this.#bytes, bytes, now))
    if (wait === 0 || this.#waiting) return false
    this.#transport.pause()
    this.#waiting = this.#clock.after(wait, () => {
      this.#waiting = null
      this.#transport.resume()
    })
    return true
  }

  stop(): void {
    this.#waiting?.()
  }
}
