import type { Clock, Stop } from '../ports.ts'
import { batchOf, type Batch } from './frames.ts'
import type { RelayLimits } from './limits.ts'
import { Pace } from './pace.ts'
import type { PresenceReceiver, SendRound } from './presence.ts'

/** Who receives edits. */
export interface EditReceiver extends PresenceReceiver {
  sendEdits(batch: Batch): void
}

/** What may go out in the same write as edits. */
export interface Companion {
  /** When it is about due: sends it to everyone who takes it, by way of `send`, and answers true. */
  ride(send: SendRound<EditReceiver>): boolean
}

interface Item {
  readonly payload: Uint8Array
  readonly from: EditReceiver | null
}

/**
 * The edit lane of one room. The first edit after a quiet moment leaves at the end of the event-loop turn; in a busy
 * room those that follow leave together, at the room's pace. A round is framed once and written once per member, with
 * presence behind it when that is about due: the write is what costs, not the bytes.
 */
export class Outbox {
  /** Those who hear edits. */
  readonly #members: ReadonlySet<EditReceiver>
  readonly #companion: Companion
  readonly #clock: Clock
  readonly #pace: Pace
  #items: Item[] = []
  #scheduled: Stop | null = null

  constructor(members: ReadonlySet<EditReceiver>, companion: Companion, clock: Clock, limits: RelayLimits) {
    this.#members = members
    this.#companion = companion
    this.#clock = clock
    this.#pace = new Pace(limits)
  }

  /** `payload` is one whole message; it must stay as it is until the round. `from` hears no echo if it is alone. */
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
    const wait = this.#pace.wait(this.#members.size, this.#clock.now())
    return wait > 0 ? this.#clock.after(wait, flush) : this.#clock.soon(flush)
  }

  #flush(): void {
    const items = this.#items
    this.#items = []
    this.#scheduled = null
    this.#pace.noteRound(this.#members.size, this.#clock.now())
    const edits = batchOf(items.map(({ payload }) => payload))
    const lone = loneSender(items)
    if (this.#companion.ride(this.#withEdits(edits, lone))) return
    for (const member of this.#members) {
      if (member !== lone) member.sendEdits(edits)
    }
  }

  /** Each member's part of the round in one write. Few batches differ, and each is put together once. */
  #withEdits(edits: Batch, lone: EditReceiver | null): SendRound<EditReceiver> {
    const joined = new Map<Batch, Batch>()
    return (member, presence) => {
      const hearsEdits = member !== lone && this.#members.has(member)
      if (hearsEdits) member.sendEdits(presence ? joinedWith(joined, edits, presence) : edits)
      else if (presence) member.sendPresence(presence)
    }
  }
}

function joinedWith(joined: Map<Batch, Batch>, edits: Batch, presence: Batch): Batch {
  const known = joined.get(presence)
  if (known) return known
  const batch = batchOf([...edits.payloads, ...presence.payloads])
  joined.set(presence, batch)
  return batch
}

function loneSender(items: readonly Item[]): EditReceiver | null {
  const from = items[0]?.from ?? null
  return items.every((item) => item.from === from) ? from : null
}
