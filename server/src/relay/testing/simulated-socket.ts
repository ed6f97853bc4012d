import type { Clock } from '../../ports.ts'
import type { Batch } from '../frames.ts'
import type { Transport, TransportEvents } from '../transport.ts'

/** The far end of a simulated socket. */
export interface FarEnd {
  onMessage(payload: Uint8Array): void
  onClose(code: number): void
}

/** What a line cut without a word looks like to the one who waits. */
const LOST = 1006

/**
 * A socket in memory: in order and without loss while it lives, as TCP is, with a delay that may vary, and an end at any time.
 * A far end that does not read lets the backlog grow.
 */
export class SimulatedSocket implements Transport {
  isReading = true
  closedWith: { readonly code: number; readonly reason: string } | null = null
  pings = 0
  /** As browsers do by themselves. Off, the line looks dead to the relay after a while. */
  answersPings = false
  #events: TransportEvents | null = null
  #far: FarEnd
  #clock: Clock
  #delay: () => number
  #toRelay: Uint8Array[] = []
  #unread: Uint8Array[] = []
  #isPaused = false
  #isCut = false
  /** When the last piece on its way arrives: later ones never overtake it. */
  #arrivesAtRelay = 0
  #arrivesAtFar = 0

  constructor(clock: Clock, far: FarEnd, delay: () => number = () => 0) {
    this.#clock = clock
    this.#far = far
    this.#delay = delay
  }

  /** Connects the relay's side. */
  attach(events: TransportEvents): void {
    this.#events = events
  }

  // The relay's side.

  write(batch: Batch): void {
    if (this.#isCut || this.closedWith) return
    for (const payload of batch.payloads) {
      const copy = new Uint8Array(payload)
      if (this.isReading) this.#carry(copy)
      else this.#unread.push(copy)
    }
  }

  backlog(): number {
    return this.#unread.reduce((sum, { length }) => sum + length, 0)
  }

  close(code: number, reason: string): void {
    if (this.#isCut || this.closedWith) return
    this.closedWith = { code, reason }
    this.#atFar(() => this.#far.onClose(code))
  }

  terminate(): void {
    this.cut()
  }

  pause(): void {
    this.#isPaused = true
  }

  resume(): void {
    this.#isPaused = false
    const waiting = this.#toRelay
    this.#toRelay = []
    for (const frame of waiting) this.#hand(frame)
  }

  ping(): void {
    this.pings++
    if (this.answersPings) this.#atFar(() => this.answerPing())
  }

  // The far side.

  send(frame: Uint8Array): void {
    const copy = new Uint8Array(frame)
    this.#arrivesAtRelay = Math.max(this.#arrivesAtRelay, this.#clock.now() + this.#delay())
    this.#clock.after(this.#arrivesAtRelay - this.#clock.now(), () => this.#hand(copy))
  }

  answerPing(): void {
    this.#events?.onPong()
  }

  /** Takes up reading again; what waited arrives. */
  read(): void {
    this.isReading = true
    const waiting = this.#unread
    this.#unread = []
    for (const payload of waiting) this.#carry(payload)
  }

  /** The line is gone; both ends find out, and what was on its way is lost. */
  cut(): void {
    if (this.#isCut) return
    this.#isCut = true
    this.#events?.onClose()
    this.#far.onClose(LOST)
  }

  #hand(frame: Uint8Array): void {
    if (this.#isCut) return
    if (this.#isPaused) this.#toRelay.push(frame)
    else this.#events?.onFrame(frame)
  }

  #carry(payload: Uint8Array): void {
    this.#atFar(() => this.#far.onMessage(payload))
  }

  #atFar(act: () => void): void {
    this.#arrivesAtFar = Math.max(this.#arrivesAtFar, this.#clock.now() + this.#delay())
    this.#clock.after(this.#arrivesAtFar - this.#clock.now(), () => {
      if (!this.#isCut) act()
    })
  }
}
