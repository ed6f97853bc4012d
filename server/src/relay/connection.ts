import {
  CLOSE,
  readClientMessage,
  unreachable,
  writeAwareness,
  writeSaved,
  writeStorage,
  writeWelcome,
  type ClientMessage,
  type CloseCode,
  type Result,
  type StorageState,
} from '@groundswell/shared/wire'
import type { Admission, Clock, Identity } from '../ports.ts'
import { Flow } from './flow.ts'
import { batchOf, type Batch } from './frames.ts'
import { Intake } from './intake.ts'
import type { RelayLimits } from './limits.ts'
import { LineWatch } from './line-watch.ts'
import type { Member, Room } from './room.ts'
import { SavedMarkers, type DurableLog } from './saved-markers.ts'
import type { ConnectionCounters } from './stats.ts'
import type { Transport, TransportEvents } from './transport.ts'

/**
 * A connection's life. It was admitted before it exists.
 *
 *   joining ──room loaded──> live ──┐
 *      └───────────┬────────────────┴──> closed
 *             refused, stopped, or the line is gone
 *
 * In `joining` the socket is not read; the few frames that were already on their way wait in `early`.
 */
type State =
  | { readonly kind: 'joining'; readonly early: Uint8Array[] }
  | { readonly kind: 'live'; readonly room: Room; readonly saved: SavedMarkers }
  | { readonly kind: 'closed' }

type Live = Extract<State, { kind: 'live' }>

export interface ConnectionJournal extends DurableLog {
  readonly storage: StorageState
}

export interface ConnectionDeps {
  readonly clock: Clock
  readonly limits: RelayLimits
  readonly journal: ConnectionJournal
  readonly counters: ConnectionCounters
  /** A fault of ours while a message was taken in. */
  readonly onFault: (error: unknown) => void
  readonly onClosed: (connection: Connection, code: CloseCode | 'lost', reason: string) => void
}

const KEEP_ALIVE = batchOf([writeAwareness([])])

/** An answer can be a thousand times its question, so this part of its size is charged to whoever asks. */
const ANSWER_SHARE = 1 / 8

/** One admitted socket: the only place where messages from outside are acted upon. */
export class Connection implements Member, TransportEvents {
  readonly admission: Admission
  readonly extensions: boolean
  #state: State = { kind: 'joining', early: [] }
  readonly #transport: Transport
  readonly #deps: ConnectionDeps
  readonly #intake: Intake
  readonly #flow: Flow
  readonly #line: LineWatch

  constructor(admission: Admission, extensions: boolean, transport: Transport, deps: ConnectionDeps) {
    const { limits, clock } = deps
    this.admission = admission
    this.extensions = extensions
    this.#transport = transport
    this.#deps = deps
    this.#intake = new Intake(transport, clock, limits)
    this.#flow = new Flow(transport, clock, limits)
    this.#line = new LineWatch(limits.keepAliveMs, clock.now())
  }

  get identity(): Identity | null {
    return this.admission.identity
  }

  get mayWrite(): boolean {
    return this.admission.right === 'write'
  }

  /** The room is loaded: introduce the member and read on. */
  join(room: Room): void {
    const state = this.#state
    if (state.kind !== 'joining') return
    if (!room.isAlive) return this.stop(CLOSE.internal, 'room reloads')
    if (room.isFull) return this.stop(CLOSE.tooSlow, 'room full')
    const saved = new SavedMarkers(this.#deps.journal, (count) => this.#send(batchOf([writeSaved(count)])))
    this.#state = { kind: 'live', room, saved }
    const seat = room.enter(this)
    if (this.extensions) this.#greet(seat)
    room.ask(this)
    this.#send(room.presence.everything(this.extensions))
    for (const frame of state.early) this.onFrame(frame)
    this.#intake.open()
  }

  onFrame(frame: Uint8Array): void {
    const state = this.#state
    switch (state.kind) {
      case 'joining':
        return this.#keepEarly(state.early, frame)
      case 'live':
        return this.#receiveSafely(state, frame)
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
    this.#line.notePong()
  }

  onClose(): void {
    this.#end('lost', '')
  }

  onUnparked(): void {
    if (this.#state.kind === 'live') this.#state.saved.releaseHeld(this.#state.room.lastTicket)
  }

  sendNow(batch: Batch): void {
    this.#flow.allow(batch.wire.length)
    this.#send(batch)
  }

  sendEdits(batch: Batch): void {
    this.#send(batch)
    if (this.#flow.isOverLimit) this.stop(CLOSE.tooSlow, 'backlog')
  }

  get takesPresence(): boolean {
    if (this.#flow.takesPresence) return true
    this.#deps.counters.presenceSkipped++
    return false
  }

  sendPresence(batch: Batch): void {
    this.#send(batch)
  }

  stop(code: CloseCode, reason: string): void {
    if (this.#state.kind === 'closed') return
    this.#transport.close(code, reason)
    this.#end(code, reason)
  }

  /** Called every few seconds: slow readers, dead lines, silence. */
  sweep(now: number): void {
    if (this.#state.kind !== 'live') return
    if (this.#flow.isLate(now)) return this.stop(CLOSE.tooSlow, 'late')
    const care = this.#line.check(now)
    if (care === 'cut') return this.#cut()
    if (care === 'ping' || care === 'ping and keep-alive') this.#transport.ping()
    if (care === 'keep-alive' || care === 'ping and keep-alive') this.#send(KEEP_ALIVE)
  }

  #cut(): void {
    this.#transport.terminate()
    this.#end('lost', 'no pong')
  }

  #greet(seat: number): void {
    const { storage } = this.#deps.journal
    const welcome = writeWelcome({ seat, right: this.admission.right })
    this.#send(batchOf(storage === 'writable' ? [welcome] : [welcome, writeStorage(storage)]))
  }

  #keepEarly(early: Uint8Array[], frame: Uint8Array): void {
    early.push(frame)
    const bytes = early.reduce((sum, { length }) => sum + length, 0)
    if (bytes > this.#deps.limits.parkedBytes) this.stop(CLOSE.tooSlow, 'too much before the answer')
  }

  /** Every step below is total. Should one not be, it costs this connection and not the process. */
  #receiveSafely(live: Live, frame: Uint8Array): void {
    try {
      this.#receive(live, frame)
    } catch (error) {
      this.#deps.onFault(error)
      this.stop(CLOSE.internal, 'fault')
    }
  }

  #receive(live: Live, frame: Uint8Array): void {
    const { counters, limits } = this.#deps
    counters.messagesIn++
    counters.bytesIn += frame.length
    this.#charge(1, frame.length)
    if (frame.length > limits.frameBytes) return this.stop(CLOSE.tooLarge, 'frame')
    const message = readClientMessage(frame)
    if (!message.ok) return this.stop(CLOSE.malformed, 'message')
    this.#dispatch(live, message.value, frame)
  }

  #dispatch(live: Live, message: ClientMessage, frame: Uint8Array): void {
    const { room } = live
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
        return this.#introduce(room)
      case 'saved':
        return this.#extension(() => this.#mark(live, message.count))
      case 'presence':
        return this.#extension(() => room.presence.move(this, message.bytes))
      default:
        return unreachable(message)
    }
  }

  #extension(act: () => void): void {
    if (this.extensions) act()
    else this.stop(CLOSE.malformed, 'extension not asked for')
  }

  #answer(room: Room, stateVector: Uint8Array): void {
    if (this.#flow.isOverLimit) return this.stop(CLOSE.tooSlow, 'backlog')
    const answered = room.answer(this, stateVector)
    if (answered.ok) this.#charge(0, answered.value * ANSWER_SHARE)
    else this.stop(answered.error, 'state vector')
  }

  #introduce(room: Room): void {
    const everything = room.presence.everything(this.extensions)
    this.#charge(0, everything.wire.length * ANSWER_SHARE)
    this.#send(everything)
  }

  /**
   * Answers a newly claimed id with that id gone: a stock client then announces itself again, one clock higher. Members
   * who remember it from an earlier connection would otherwise ignore it until its next change.
   */
  #announce(room: Room, message: Extract<ClientMessage, { kind: 'awareness' }>): void {
    const claimed = room.presence.announce(this, message.entries)
    this.#check(claimed)
    if (!claimed.ok || claimed.value === null) return
    const { client, clock } = claimed.value
    this.#send(batchOf([writeAwareness([{ client, clock, state: 'null' }])]))
  }

  #check(result: Result<unknown, CloseCode>): void {
    if (!result.ok) this.stop(result.error, 'refused')
  }

  /** The room's last ticket, not this member's: its update may have been known already and not be on disk yet. */
  #mark({ room, saved }: Live, count: number): void {
    if (room.isWaiting(this)) saved.hold(count)
    else saved.add(count, room.lastTicket)
  }

  #send(batch: Batch): void {
    if (this.#state.kind !== 'live' || batch.payloads.length === 0) return
    this.#transport.write(batch)
    this.#line.noteSent(this.#deps.clock.now())
    this.#deps.counters.batchesOut++
    this.#deps.counters.bytesOut += batch.wire.length
    this.#flow.watch()
  }

  #charge(messages: number, bytes: number): void {
    if (this.#intake.charge(messages, bytes)) this.#deps.counters.throttled++
  }

  #end(code: CloseCode | 'lost', reason: string): void {
    const state = this.#state
    if (state.kind === 'closed') return
    this.#state = { kind: 'closed' }
    this.#intake.stop()
    if (state.kind === 'live') state.room.leave(this)
    this.#deps.onClosed(this, code, reason)
  }
}
