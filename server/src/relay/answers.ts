import type { Clock } from '../ports.ts'
import { batchOf, type Batch } from './frames.ts'

/** Answers to different state vectors that are kept. */
const MOST_ANSWERS = 16
/** All of them together; a document's own limit is less, so the one that a crowd asks for always fits. */
const MOST_BYTES = 16 * 1024 * 1024
/** Smaller answers are made anew after a change: then the step 2 alone is the whole. */
const WORTH_KEEPING_BYTES = 64 * 1024
/** Longer state vectors are not worth a place. */
const MOST_VECTOR_BYTES = 4_096
/** Changes behind an answer: each who joins is sent them with it, so beyond this a fresh answer is less. */
const MOST_CHANGES_BYTES = 64 * 1024
const MOST_CHANGES = 500
/** A crowd joins within seconds; afterwards the memory is better used. */
const KEPT_MS = 10_000

const NOTHING = batchOf([])

/**
 * Answers to a step 1, made once and shared by a crowd that joins at once. Edits do not spoil them: what came since is sent
 * behind them, and an answer with everything after it is as good as a fresh one. Without this, everyone who joins a
 * large document while someone types would have it encoded anew.
 */
export class Answers {
  readonly #clock: Clock
  #kept = new Map<string, Batch>()
  #bytes = 0
  #changes: Uint8Array[] = []
  #changesBytes = 0
  #tail: Batch = NOTHING
  #usedAt = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The answer to `stateVector` and the changes to be sent after it; null when there is none. */
  find(stateVector: Uint8Array): readonly [answer: Batch, changes: Batch] | null {
    const kept = this.#kept.get(keyOf(stateVector))
    if (kept === undefined) return null
    this.#usedAt = this.#clock.now()
    if (this.#tail === NOTHING && this.#changes.length > 0) this.#tail = batchOf(this.#changes)
    return [kept, this.#tail]
  }

  keep(stateVector: Uint8Array, answer: Batch): void {
    if (stateVector.length > MOST_VECTOR_BYTES || this.#kept.size >= MOST_ANSWERS) return
    if (this.#bytes + answer.wire.length > MOST_BYTES) return
    this.#kept.set(keyOf(stateVector), answer)
    this.#bytes += answer.wire.length
    this.#usedAt = this.#clock.now()
  }

  /** `frame` is the message that brings the change; it is copied. */
  changed(frame: Uint8Array): void {
    for (const [key, answer] of this.#kept) if (answer.wire.length < WORTH_KEEPING_BYTES) this.#drop(key, answer)
    if (this.#kept.size === 0) return this.forget()
    this.#changesBytes += frame.length
    if (this.#changesBytes > MOST_CHANGES_BYTES || this.#changes.length >= MOST_CHANGES) return this.forget()
    this.#changes.push(new Uint8Array(frame))
    this.#tail = NOTHING
  }

  /** Called every few seconds. */
  sweep(now: number): void {
    if (this.#kept.size > 0 && now - this.#usedAt >= KEPT_MS) this.forget()
  }

  forget(): void {
    this.#kept.clear()
    this.#changes = []
    this.#tail = NOTHING
    this.#bytes = this.#changesBytes = 0
  }

  #drop(key: string, answer: Batch): void {
    this.#kept.delete(key)
    this.#bytes -= answer.wire.length
  }
}

const keyOf = (stateVector: Uint8Array): string =>
  stateVector.length > MOST_VECTOR_BYTES
    ? ''
    : Buffer.from(stateVector.buffer, stateVector.byteOffset, stateVector.length).toString('latin1')
