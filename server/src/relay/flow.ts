import type { Clock } from '../ports.ts'
import type { RelayLimits } from './limits.ts'
import type { Transport } from './transport.ts'

/** Whether the member takes what it is sent. */
type State = { readonly kind: 'current' } | { readonly kind: 'behind'; readonly since: number }

/** One for all: it is entered with every write. */
const CURRENT: State = { kind: 'current' }

/** Watches how far a member's socket lags behind what was written to it. */
export class Flow {
  #state: State = CURRENT
  /** Bytes of large answers on their way. They are the member's own wish and do not count as being slow. */
  #allowance = 0
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #limits: RelayLimits

  constructor(transport: Transport, clock: Clock, limits: RelayLimits) {
    this.#transport = transport
    this.#clock = clock
    this.#limits = limits
  }

  allow(bytes: number): void {
    this.#allowance += bytes
  }

  /** Call after each write. */
  watch(): void {
    if (this.#transport.backlog() === 0) {
      this.#state = CURRENT
      this.#allowance = 0
    } else if (this.#state.kind === 'current') {
      this.#state = { kind: 'behind', since: this.#clock.now() }
    }
  }

  get takesPresence(): boolean {
    return this.#transport.backlog() <= this.#limits.presenceBacklog
  }

  get isOverLimit(): boolean {
    return this.#transport.backlog() > this.#limits.editBacklog + this.#allowance
  }

  isLate(now: number): boolean {
    this.watch()
    if (this.#state.kind === 'current') return false
    const patience = this.#limits.editLagMs + (this.#allowance / this.#limits.slowestLink) * 1000
    return this.isOverLimit || now - this.#state.since > patience
  }
}
