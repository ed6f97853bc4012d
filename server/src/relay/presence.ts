import {
  CLOSE,
  err,
  ok,
  writeAwareness,
  writePresenceBatch,
  type AwarenessEntry,
  type CloseCode,
  type RawPresenceEntry,
  type Result,
} from '@groundswell/shared/wire'
import type { Clock, Identity, Stop } from '../ports.ts'
import { batchOf, type Batch } from './frames.ts'
import type { RelayLimits } from './limits.ts'

/** A member as presence sees it. */
export interface PresenceReceiver {
  readonly extensions: boolean
  readonly identity: Identity | null
  readonly takesPresence: boolean
  sendPresence(batch: Batch): void
}

interface Seat {
  readonly number: number
  /** The awareness id this member speaks for. */
  client: number | null
  /** The last presence from the compact lane. */
  bytes: Uint8Array | null
}

interface Known<Receiver> {
  readonly holder: Receiver
  readonly clock: number
  /** JSON text with the identity stamped in; `null` after its owner left the room by choice. */
  readonly state: string
}

/** What goes to stock clients, and to those that read the compact lane too. */
interface Lanes {
  readonly plain: Batch
  readonly extended: Batch
}

/** Sends a member its part of a round; `presence` is null for one that takes none now. */
export type SendRound<Receiver> = (member: Receiver, presence: Batch | null) => void

const GONE = 'null'
const NO_CURSOR = new Uint8Array([0])

/** Milliseconds between presence ticks: 30, 20 or 10 per second, by the size of the room. */
export const presenceInterval = (members: number): number => (members <= 20 ? 33 : members <= 60 ? 50 : 100)

/** Presence that would be due after the rest of the interval goes out with edits, which spares every member a write. */
const RIDES_FROM = 0.4

/**
 * Who is here and what they point at. Only the latest state counts, so each tick sends one batch of what changed, and
 * a member that could not take it gets everything with a later one.
 */
export class RoomPresence<Receiver extends PresenceReceiver = PresenceReceiver> {
  readonly #clock: Clock
  readonly #limits: RelayLimits
  readonly #seats = new Map<Receiver, Seat>()
  readonly #known = new Map<number, Known<Receiver>>()
  /** Clocks of those who left, until every member has heard it. */
  readonly #gone = new Map<number, number>()
  readonly #freed = new Set<number>()
  readonly #changedClients = new Set<number>()
  readonly #changedSeats = new Set<Seat>()
  readonly #behind = new Set<Receiver>()
  #everything: Lanes | null = null
  #scheduled: Stop | null = null
  #lastTick = 0

  constructor(clock: Clock, limits: RelayLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Gives the member the lowest free seat and answers it. */
  enter(member: Receiver): number {
    const taken = new Set([...this.#seats.values()].map(({ number }) => number))
    let number = 0
    while (taken.has(number)) number++
    this.#freed.delete(number)
    this.#seats.set(member, { number, client: null, bytes: null })
    return number
  }

  leave(member: Receiver): void {
    const seat = this.#seats.get(member)
    if (!seat) return
    this.#seats.delete(member)
    this.#behind.delete(member)
    this.#changedSeats.delete(seat)
    if (seat.client !== null) this.#remove(seat.client)
    if (seat.bytes) this.#freed.add(seat.number)
    this.#changed()
  }

  /**
   * Takes in awareness entries. The first id that a member announces and nobody else holds is its own; entries for
   * other ids, which stock clients echo, are passed over. Answers the entry that claimed an id, if one did.
   */
  announce(member: Receiver, entries: readonly AwarenessEntry[]): Result<AwarenessEntry | null, CloseCode> {
    const seat = this.#seats.get(member)
    if (!seat || member.identity === null) return ok(null)
    const hadId = seat.client !== null
    const own = entries.find((entry) => this.#mayHold(member, seat, entry))
    if (own === undefined) return ok(null)
    const taken = this.#take(member, member.identity, seat, own)
    return taken.ok ? ok(hadId ? null : own) : taken
  }

  /** Takes in a checked presence of the compact lane. */
  move(member: Receiver, bytes: Uint8Array): void {
    const seat = this.#seats.get(member)
    if (!seat || member.identity === null) return
    seat.bytes = bytes
    this.#changedSeats.add(seat)
    this.#changed()
  }

  /** Everything there is to know, for one who joins or asks. */
  everything(extensions: boolean): Batch {
    this.#everything ??= this.#whole(false)
    return extensions ? this.#everything.extended : this.#everything.plain
  }

  /** Tries those again who were behind; called now and then, since without changes there is no tick. */
  catchUp(): void {
    if (this.#behind.size > 0) this.#scheduled ??= this.#schedule()
  }

  /** Goes out with something else if there is news and a good part of the interval has passed. */
  ride(send: SendRound<Receiver>): boolean {
    const since = this.#clock.now() - this.#lastTick
    if (this.#scheduled === null || since < RIDES_FROM * presenceInterval(this.#seats.size)) return false
    this.#tick(send)
    return true
  }

  stop(): void {
    this.#scheduled?.()
    this.#scheduled = null
  }

  #mayHold(member: Receiver, seat: Seat, entry: AwarenessEntry): boolean {
    if (seat.client !== null) return seat.client === entry.client
    if (entry.state === GONE) return false
    const known = this.#known.get(entry.client)
    if (!known || known.holder === member) return true
    // The same person on a new line, before the old one was found dead. The very text that the relay sent is an echo.
    return known.holder.identity?.person === member.identity?.person && known.state !== entry.state
  }

  #take(member: Receiver, identity: Identity, seat: Seat, entry: AwarenessEntry): Result<null, CloseCode> {
    if (entry.state.length > this.#limits.awarenessBytes) return err(CLOSE.tooLarge)
    const known = this.#known.get(entry.client)
    const isSame = known?.holder === member
    if (isSame && (entry.clock < known.clock || (entry.clock === known.clock && entry.state !== GONE))) return ok(null)
    const state = entry.state === GONE ? GONE : stamp(entry.state, identity, seat.number)
    if (state === null) return err(CLOSE.malformed)
    if (known && !isSame) this.#releaseHold(known.holder)
    seat.client = entry.client
    this.#known.set(entry.client, { holder: member, clock: entry.clock, state })
    this.#gone.delete(entry.client)
    this.#changedClients.add(entry.client)
    this.#changed()
    return ok(null)
  }

  #releaseHold(holder: Receiver): void {
    const seat = this.#seats.get(holder)
    if (seat) seat.client = null
  }

  #remove(client: number): void {
    this.#gone.set(client, this.#known.get(client)?.clock ?? 0)
    this.#known.delete(client)
    this.#changedClients.delete(client)
  }

  #changed(): void {
    this.#everything = null
    this.#scheduled ??= this.#schedule()
  }

  #schedule(): Stop {
    const due = this.#lastTick + presenceInterval(this.#seats.size)
    return this.#clock.after(Math.max(0, due - this.#clock.now()), () => this.#tick(sendAlone))
  }

  #tick(send: SendRound<Receiver>): void {
    this.#scheduled?.()
    this.#scheduled = null
    this.#lastTick = this.#clock.now()
    const news = this.#news()
    const parts = [...this.#seats.keys()].map((member) => [member, this.#dueTo(member, news)] as const)
    this.#forgetNews()
    // Last: sending may close a member, and its departure is news for the next round.
    for (const [member, part] of parts) send(member, part)
  }

  #forgetNews(): void {
    this.#changedClients.clear()
    this.#changedSeats.clear()
    if (this.#behind.size > 0) return
    this.#gone.clear()
    this.#freed.clear()
  }

  #dueTo(member: Receiver, news: Lanes): Batch | null {
    if (!member.takesPresence) {
      this.#behind.add(member)
      return null
    }
    const { extended, plain } = this.#behind.size > 0 && this.#behind.delete(member) ? this.#whole(true) : news
    const batch = member.extensions ? extended : plain
    return batch.payloads.length > 0 ? batch : null
  }

  #news(): Lanes {
    return this.#compose(this.#changedClients, this.#changedSeats, true)
  }

  #whole(departures: boolean): Lanes {
    return this.#compose(this.#known.keys(), this.#seats.values(), departures)
  }

  #compose(clientIds: Iterable<number>, changed: Iterable<Seat>, departures: boolean): Lanes {
    const clients = [...clientIds].flatMap((client) => this.#entryOf(client))
    const seats = [...changed].flatMap(toRaw)
    const left = departures ? [...this.#gone].map(([client, clock]) => ({ client, clock, state: GONE })) : []
    const freed = departures ? [...this.#freed].map((seat) => ({ seat, bytes: NO_CURSOR })) : []
    return toLanes([...left, ...clients], [...freed, ...seats])
  }

  #entryOf(client: number): AwarenessEntry[] {
    const known = this.#known.get(client)
    return known ? [{ client, clock: known.clock, state: known.state }] : []
  }
}

function sendAlone(member: PresenceReceiver, presence: Batch | null): void {
  if (presence) member.sendPresence(presence)
}

function toLanes(entries: readonly AwarenessEntry[], seats: readonly RawPresenceEntry[]): Lanes {
  const awareness = entries.length > 0 ? [writeAwareness(entries)] : []
  const plain = batchOf(awareness)
  return { plain, extended: seats.length > 0 ? batchOf([...awareness, writePresenceBatch(seats)]) : plain }
}

const toRaw = ({ number, bytes }: Seat): RawPresenceEntry[] => (bytes ? [{ seat: number, bytes }] : [])

/** Puts the identity that the relay knows into a state, whatever the client claims. Null when it is not an object. */
function stamp(text: string, { person, name, jobRole }: Identity, seat: number): string | null {
  const state = parseObject(text)
  return state && JSON.stringify({ ...state, user: { person, name, jobRole }, seat })
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
