import {
  CLOSE, readClientMessage, unreachable, writeAwareness, writeSaved, writeStorage, writeWelcome,
  type ClientMessage, type CloseCode, type Result, type StorageState,
} from '@groundswell/shared/wire'
import { createTokenBucket, take, type TokenBucket } from '../lib/token-bucket.ts'
import type { Admission, Clock, Identity, Stop } from '../ports.ts'
import { batchOf, type Batch } from './frames.ts'
import type { RelayLimits } from './limits.ts'
import type { Member, Room } from './room.ts'
import type { Transport, TransportEvents } from './transport.ts'

/**
 * A connection's life:
 *
 *   joining ──room loaded──> live ──┐
 *      └───────────┬────────────────┴──> closed
 *             refused, stopped, or the line is gone
 *
 * In `joining` the socket is not read; the few frames that were already on their way wait in `early`.
 */
type State =
  | { readonly kind: 'joining'; early: Uint8Array[] }
  | { readonly kind: 'live'; readonly room: Room; saved: SavedMarkers }
  | { readonly kind: 'closed'; readonly code: CloseCode | 'lost' }

/**
 * Markers wait for the journal. `due` is asked for; of those that came since only the last counts, as it covers the
 * others: so one flood of markers holds two numbers, and a steady stream cannot starve the first.
 */
interface SavedMarkers {
  due: Marker | null
  next: Marker | null
  /** A marker behind a parked update; it gets its ticket when that is applied. */
  held: number | null
}

interface Marker {
  readonly count: number
  readonly ticket: number
}

/** Whether the member takes what it is sent. */
type Flow =
  | { readonly kind: 'current' }
  | { readonly kind: 'behind'; readonly since: number }

export interface ConnectionJournal {
  readonly storage: StorageState
  when(ticket: number, done: () => void): void
}

export interface ConnectionCounters {
  messagesIn: number
  bytesIn: number
  batchesOut: number
  bytesOut: number
  presenceSkipped: number
  throttled: number
}

export interface ConnectionDeps {
  readonly clock: Clock
  readonly limits: RelayLimits
  readonly journal: ConnectionJournal
  readonly counters: ConnectionCounters
  readonly onClosed: (connection: Connection, code: CloseCode | 'lost', reason: string) => void
}

const KEEP_ALIVE = batchOf([writeAwareness([])])
const MISSED_PONGS = 2
const ANSWER_SHARE = 8

/** One admitted socket. */
export class Connection implements Member, TransportEvents {
  readonly admission: Admission
  readonly extensions: boolean
  #state: State = { kind: 'joining', early: [] }
  #flow: Flow = { kind: 'current' }
  #transport: Transport
  #deps: ConnectionDeps
  #messages: TokenBucket
  #bytes: TokenBucket
  #resume: Stop | null = null
  #lastSentAt: number
  #lastPingAt: number
  #missedPongs = 0
  /** Bytes of a large answer that is still on its way; they do not count as being slow. */
  #allowance = 0

  constructor(admission: Admission, extensions: boolean, transport: Transport, deps: ConnectionDeps) {
    const { limits, clock } = deps
    const now = clock.now()
    this.admission = admission
    this.extensions = extensions
    this.#transport = transport
    this.#deps = deps
    this.#messages = createTokenBucket(limits.messagesPerSecond, limits.messageBurst, now)
    this.#bytes = createTokenBucket(limits.bytesPerSecond, limits.byteBurst, now)
    this.#lastSentAt = now
    this.#lastPingAt = now
    transport.pause()
  }

  get identity(): Identity | null {
    return this.admission.identity
  }

  get mayWrite(): boolean {
    return this.admission.right === 'write'
  }

  get isOpen(): boolean {
    return this.#state.kind !== 'closed'
  }

  /** The room is loaded: introduce the member and read on. */
  join(room: Room): void {
    const state = this.#state
    if (state.kind !== 'joining') return
    if (!room.isAlive) return this.stop(CLOSE.internal, 'room reloads')
    if (room.isFull) return this.stop(CLOSE.tooSlow, 'room full')
    this.#state = { kind: 'live', room, saved: { due: null, next: null, held: null } }
    const seat = room.enter(this)
    if (this.extensions) this.sendNow(this.#greeting(seat))
    this.#send(room.presence.everything(this.extensions))
    for (const frame of state.early) this.onFrame(frame)
    if (this.#resume === null) this.#transport.resume()
  }

  onFrame(frame: Uint8Array): void {
    const state = this.#state
    switch (state.kind) {
      case 'joining':
        return this.#keepEarly(state.early, frame)
      case 'live':
        return this.#receive(state.room, state.saved, frame)
      case 'closed':
        return
      default:
        return unreachable(state)
    }
  }

  onText(): void {
    this.stop(CLOSE.malformed, 'text frame')
  }

  onPong(): void {
    this.#missedPongs = 0
  }

  onClose(): void {
    this.#end('lost', '')
  }

  onUnparked(): void {
    const state = this.#state
    if (state.kind !== 'live' || state.saved.held === null) return
    const count = state.saved.held
    state.saved.held = null
    this.#mark(state.room, state.saved, count)
  }

  sendNow(batch: Batch): void {
    this.#allowance += batch.wire.length
    this.#send(batch)
  }

  sendEdits(batch: Batch): void {
    this.#send(batch)
    if (this.#overLimit()) this.stop(CLOSE.tooSlow, 'backlog')
  }

  offerPresence(batch: Batch): boolean {
    if (this.#state.kind !== 'live') return true
    if (this.#transport.backlog() > this.#deps.limits.presenceBacklog) {
      this.#deps.counters.presenceSkipped++
      return false
    }
    this.#send(batch)
    return true
  }

  stop(code: CloseCode, reason: string): void {
    if (this.#state.kind === 'closed') return
    this.#transport.close(code, reason)
    this.#end(code, reason)
  }

  /** Called every few seconds: slow readers, silent lines, keep-alive. */
  sweep(now: number): void {
    if (this.#state.kind !== 'live') return
    const { keepAliveMs } = this.#deps.limits
    if (this.#isLate(now)) return this.stop(CLOSE.tooSlow, 'late')
    if (now - this.#lastPingAt >= keepAliveMs) this.#ping(now)
    if (now - this.#lastSentAt >= keepAliveMs) this.#send(KEEP_ALIVE)
  }

  #ping(now: number): void {
    this.#lastPingAt = now
    if (this.#missedPongs >= MISSED_PONGS) {
      this.#transport.terminate()
      return this.#end('lost', 'no pong')
    }
    this.#missedPongs++
    this.#transport.ping()
  }

  #greeting(seat: number): Batch {
    const { storage } = this.#deps.journal
    const welcome = writeWelcome({ seat, right: this.admission.right })
    return batchOf(storage === 'writable' ? [welcome] : [welcome, writeStorage(storage)])
  }

  #keepEarly(early: Uint8Array[], frame: Uint8Array): void {
    early.push(frame)
    const bytes = early.reduce((sum, { length }) => sum + length, 0)
    if (bytes > this.#deps.limits.parkedBytes) this.stop(CLOSE.tooSlow, 'too much before the answer')
  }

  #receive(room: Room, saved: SavedMarkers, frame: Uint8Array): void {
    this.#deps.counters.messagesIn++
    this.#deps.counters.bytesIn += frame.length
    this.#throttle(1, frame.length)
    if (frame.length > this.#deps.limits.frameBytes) return this.stop(CLOSE.tooLarge, 'frame')
    const message = readClientMessage(frame)
    if (!message.ok) return this.stop(CLOSE.malformed, 'message')
    this.#dispatch(room, saved, message.value, frame)
  }

  #dispatch(room: Room, saved: SavedMarkers, message: ClientMessage, frame: Uint8Array): void {
    switch (message.kind) {
      case 'syncStep1':
        return this.#answer(room, message.stateVector)
      case 'syncStep2':
        return this.#check(room.receive(this, message.update, null))
      case 'update':
        return this.#check(room.receive(this, message.update, frame))
      case 'awareness':
        return this.#announce(room, message)
      case 'queryAwareness':
        return this.#send(room.presence.everything(this.extensions))
      case 'saved':
        return this.extensions ? this.#mark(room, saved, message.count) : this.stop(CLOSE.malformed, 'extension not asked for')
      case 'presence':
        return this.extensions ? room.presence.move(this, message.bytes) : this.stop(CLOSE.malformed, 'extension not asked for')
      default:
        return unreachable(message)
    }
  }

  /**
   * Answers a newly claimed id with that id gone: a stock client then announces itself again, one clock higher. Members
   * who remember it from an earlier connection would otherwise ignore it until its next change.
   */
  #announce(room: Room, message: Extract<ClientMessage, { kind: 'awareness' }>): void {
    const claimed = room.presence.announce(this, message.entries)
    this.#check(claimed)
    if (!claimed.ok || claimed.value.length === 0) return
    this.#send(batchOf([writeAwareness(claimed.value.map(({ client, clock }) => ({ client, clock, state: 'null' })))]))
  }

  /** An answer can be a thousand times its question, so part of it is charged to whoever asks. */
  #answer(room: Room, stateVector: Uint8Array): void {
    if (this.#overLimit()) return this.stop(CLOSE.tooSlow, 'backlog')
    const before = this.#allowance
    this.#check(room.answer(this, stateVector))
    this.#throttle(0, (this.#allowance - before) / ANSWER_SHARE)
  }

  #check(result: Result<unknown, CloseCode>): void {
    if (!result.ok) this.stop(result.error, 'refused')
  }

  /** The whole room's last ticket, not this member's: its update may have been known already and not be on disk yet. */
  #mark(room: Room, saved: SavedMarkers, count: number): void {
    if (room.isWaiting(this)) {
      saved.held = count
      return
    }
    const marker = { count, ticket: room.lastTicket }
    if (saved.due) saved.next = marker
    else this.#await(saved, marker)
  }

  #await(saved: SavedMarkers, marker: Marker): void {
    saved.due = marker
    this.#deps.journal.when(marker.ticket, () => {
      saved.due = null
      this.#send(batchOf([writeSaved(marker.count)]))
      const { next } = saved
      saved.next = null
      if (next) this.#await(saved, next)
    })
  }

  #send(batch: Batch): void {
    if (this.#state.kind !== 'live' || batch.payloads.length === 0) return
    this.#transport.write(batch)
    this.#lastSentAt = this.#deps.clock.now()
    this.#deps.counters.batchesOut++
    this.#deps.counters.bytesOut += batch.wire.length
    this.#watchFlow()
  }

  #watchFlow(): void {
    if (this.#transport.backlog() === 0) {
      this.#flow = { kind: 'current' }
      this.#allowance = 0
    } else if (this.#flow.kind === 'current') {
      this.#flow = { kind: 'behind', since: this.#deps.clock.now() }
    }
  }

  #overLimit(): boolean {
    return this.#transport.backlog() > this.#deps.limits.editBacklog + this.#allowance
  }

  #isLate(now: number): boolean {
    this.#watchFlow()
    if (this.#flow.kind === 'current') return false
    const { editLagMs, slowestLink } = this.#deps.limits
    return this.#overLimit() || now - this.#flow.since > editLagMs + (this.#allowance / slowestLink) * 1000
  }

  /** Whoever sends too fast is read more slowly: the network holds the rest back, nothing is lost. */
  #throttle(messages: number, bytes: number): void {
    const now = this.#deps.clock.now()
    const wait = Math.max(take(this.#messages, messages, now), take(this.#bytes, bytes, now))
    if (wait === 0 || this.#resume) return
    this.#deps.counters.throttled++
    this.#transport.pause()
    this.#resume = this.#deps.clock.after(wait, () => {
      this.#resume = null
      this.#transport.resume()
    })
  }

  #end(code: CloseCode | 'lost', reason: string): void {
    const state = this.#state
    if (state.kind === 'closed') return
    this.#state = { kind: 'closed', code }
    this.#resume?.()
    if (state.kind === 'live') state.room.leave(this)
    this.#deps.onClosed(this, code, reason)
  }
}
