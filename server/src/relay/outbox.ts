import type { Clock, Stop } from '../ports.ts'
import { batchOf, type Batch } from './frames.ts'
import type { RelayLimits } from './limits.ts'

/** Who receives edits. */
export interface EditReceiver {
  sendEdits(batch: Batch): void
}

interface Item {
  readonly payload: Uint8Array
  readonly from: EditReceiver | null
}

/**
 * The edit lane of one room. The first edit after a quiet moment leaves at the end of the event-loop turn; in a busy
 * room those that follow within a tick leave together. A batch is framed once and written once per member.
 */
export class Outbox {
  readonly #members: ReadonlySet<EditReceiver>
  readonly #clock: Clock
  readonly #limits: RelayLimits
  #items: Item[] = []
  #scheduled: Stop | null = null
  #lastFlush = 0

  constructor(members: ReadonlySet<EditReceiver>, clock: Clock, limits: RelayLimits) {
    this.#members = members
    this.#clock = clock
    this.#limits = limits
  }

  /** `payload` is one whole message; it must stay as it is until the tick. `from` hears no echo if it is alone. */
  push(payload: Uint8Array, from: EditReceiver | null): void {
    this.#items.push({ payload, from })
    this.#scheduled ??= this.#schedule()
  }

  stop(): void {
    this.#scheduled?.()
    this.#scheduled = null
    this.#items = []
  }

  #schedule(): Stop {
    const flush = (): void => this.#flush()
    const wait = this.#lastFlush + this.#limits.tickMs - this.#clock.now()
    const busy = this.#members.size >= this.#limits.busyMembers
    return busy && wait > 0 ? this.#clock.after(wait, flush) : this.#clock.soon(flush)
  }

  #flush(): void {
    const items = this.#items
    this.#items = []
    this.#scheduled = null
    this.#lastFlush = this.#clock.now()
    const batch = batchOf(items.map(({ payload }) => payload))
    const lone = loneSender(items)
    for (const member of this.#members) {
      if (member !== lone) member.sendEdits(batch)
    }
  }
}

function loneSender(items: readonly Item[]): EditReceiver | null {
  const from = items[0]?.from ?? null
  return items.every((item) => item.from === from) ? from : null
}
