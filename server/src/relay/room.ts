import type * as Y from 'yjs'
import {
  CLOSE,
  err,
  formatDocumentName,
  ok,
  writeStorage,
  writeUpdate,
  type CloseCode,
  type DocumentName,
  type Result,
  type StorageState,
} from '@groundswell/shared/wire'
import type { Clock, Identity, StoredDocument } from '../ports.ts'
import { LiveDocument, verifiedSnapshot } from './document.ts'
import { batchOf, type Batch } from './frames.ts'
import { hasHistory, VERSION_EVERY_MS } from './history.ts'
import type { Entry } from './journal.ts'
import type { RelayLimits } from './limits.ts'
import { Outbox } from './outbox.ts'
import { Parking } from './parking.ts'
import { RoomPresence } from './presence.ts'

/** A connection as its room sees it. */
export interface Member {
  readonly extensions: boolean
  readonly identity: Identity | null
  readonly mayWrite: boolean
  /** A message for this member alone. */
  sendNow(batch: Batch): void
  sendEdits(batch: Batch): void
  /** False while it has too much unsent for something replaceable. */
  readonly takesPresence: boolean
  sendPresence(batch: Batch): void
  /** Everything this member had waiting is applied. */
  onUnparked(): void
  stop(code: CloseCode, reason: string): void
}

/** What a room needs of the journal. */
export interface RoomJournal {
  readonly storage: StorageState
  append(entry: Entry): number
}

export interface RoomDeps {
  readonly clock: Clock
  readonly limits: RelayLimits
  readonly journal: RoomJournal
  /** This copy of the document cannot be trusted any more. */
  readonly onPoisoned: (room: Room) => void
}

type Verdict = 'applied' | 'nothing new' | 'parked'

/** One document, its members, and the rules for what gets in. No I/O of its own. */
export class Room {
  readonly name: DocumentName
  readonly key: string
  /** Everyone who entered. */
  readonly members = new Set<Member>()
  readonly presence: RoomPresence<Member>
  /** Ticket of the last change; all of the document is durable once the journal is past it. */
  lastTicket = 0
  /** Sequence number of the last change that the store confirmed. */
  storedSeq: number
  rowsSinceSnapshot: number
  bytesSinceSnapshot: number
  snapshotBytes: number
  /** When the last version was kept, and what was in it. */
  versionedAt: number
  versionedTicket = 0
  /** Since when nobody uses the room; null while someone does. */
  idleSince: number | null
  /** False once this copy was given up; nothing goes in any more. */
  isAlive = true
  /** Members that get edits as they come, see `answer`. */
  readonly #synced = new Set<Member>()
  #doors = 0
  #live: LiveDocument
  #outbox: Outbox
  #parking = new Parking<Member>()
  #deps: RoomDeps

  /** Throws when what is stored does not decode. */
  constructor(name: DocumentName, stored: StoredDocument, deps: RoomDeps) {
    this.name = name
    this.key = formatDocumentName(name)
    this.#deps = deps
    this.#live = new LiveDocument(stored, deps.clock)
    this.presence = new RoomPresence(deps.clock, deps.limits)
    this.#outbox = new Outbox(this.#synced, this.presence, deps.clock, deps.limits)
    this.idleSince = deps.clock.now()
    this.versionedAt = deps.clock.now()
    this.storedSeq = stored.lastSeq
    this.rowsSinceSnapshot = stored.updates.length
    this.bytesSinceSnapshot = stored.updates.reduce((sum, { length }) => sum + length, 0)
    this.snapshotBytes = stored.snapshot?.length ?? 0
  }

  get doc(): Y.Doc {
    return this.#live.doc
  }

  get isFull(): boolean {
    return this.members.size >= this.#deps.limits.members
  }

  /** Takes the member in and answers its seat. It hears edits from its first step 1 on, see `answer`. */
  enter(member: Member): number {
    this.members.add(member)
    this.#noteUse()
    return this.presence.enter(member)
  }

  /** Asks the member for what the document lacks. */
  ask(member: Member): void {
    member.sendNow(this.#live.question())
  }

  leave(member: Member): void {
    this.members.delete(member)
    this.#synced.delete(member)
    this.presence.leave(member)
    this.#parking.forget(member)
    this.#noteUse()
  }

  /** Keeps the room loaded while the server works with it. */
  openDoor(): void {
    this.#doors++
    this.#noteUse()
  }

  closeDoor(): void {
    this.#doors--
    this.#noteUse()
  }

  /**
   * Answers a step 1. Only now does the member get edits as they come: before, they could build on what it lacks, and
   * the answer holds them anyway. Answers how many bytes that took.
   */
  answer(member: Member, stateVector: Uint8Array): Result<number, CloseCode> {
    const answer = this.#live.answer(stateVector)
    if (!answer.ok) return err(CLOSE.malformed)
    this.#synced.add(member)
    for (const batch of answer.value) member.sendNow(batch)
    return ok(answer.value.reduce((sum, { wire }) => sum + wire.length, 0))
  }

  /** Takes in an update from a member. `frame` is the message it came in when that can be passed on as it is. */
  receive(member: Member, update: Uint8Array, frame: Uint8Array | null): Result<Verdict, CloseCode> {
    if (!this.isAlive) return err(CLOSE.internal)
    const verdict = this.#admit(member, update, frame)
    if (verdict.ok && verdict.value === 'applied' && this.#parking.size > 0) this.retryParked()
    return verdict
  }

  isWaiting(member: Member): boolean {
    return this.#parking.has(member)
  }

  /** Tries everything parked again, as often as that gets something in. */
  retryParked(): void {
    const waited = new Set<Member>()
    let progress = true
    while (progress) {
      progress = false
      for (const item of this.#parking.takeAll()) {
        waited.add(item.owner)
        progress = this.#retry(item) || progress
      }
    }
    for (const member of waited) {
      if (!this.#parking.has(member)) member.onUnparked()
    }
  }

  /** Closes members whose missing part never came. */
  sweep(now: number): void {
    for (const member of this.#parking.overdue(now)) member.stop(CLOSE.internal, 'gap')
    this.presence.catchUp()
    this.#live.sweep(now)
  }

  /** Changes the document on the server's behalf. Throws what `change` throws; what it did until then stays. */
  write(change: (doc: Y.Doc) => void): void {
    const { updates, failure } = this.#live.transact(change)
    for (const update of updates) this.#publish(update, writeUpdate(update), null)
    if (updates.length > 0 && this.#parking.size > 0) this.retryParked()
    if (failure) throw failure
  }

  /** Tells members about the store; once it can write again, what waited for it goes on. */
  announceStorage(state: StorageState): void {
    const batch = batchOf([writeStorage(state)])
    for (const member of this.members) {
      if (member.extensions) member.sendNow(batch)
    }
    if (state === 'writable') this.retryParked()
  }

  snapshot(): Uint8Array {
    return verifiedSnapshot(this.doc)
  }

  noteCompaction(bytes: number, rowsBefore: number, logBytesBefore: number): void {
    this.snapshotBytes = bytes
    this.rowsSinceSnapshot -= rowsBefore
    this.bytesSinceSnapshot -= logBytesBefore
  }

  /** About how much the store holds of it, in bytes. */
  get storedBytes(): number {
    return this.snapshotBytes + this.bytesSinceSnapshot
  }

  get wantsCompaction(): boolean {
    const { compactRows, compactBytes } = this.#deps.limits
    return this.rowsSinceSnapshot >= compactRows || this.bytesSinceSnapshot >= Math.max(compactBytes, this.snapshotBytes)
  }

  wantsVersion(now: number): boolean {
    return this.changedSinceVersion && now - this.versionedAt >= VERSION_EVERY_MS
  }

  /** Whether it has versions, and one kept now would tell something new: as far as is known since it was loaded. */
  get changedSinceVersion(): boolean {
    return hasHistory(this.name.ref) && this.lastTicket !== this.versionedTicket
  }

  /** Ends the room: no tick runs afterwards. Members are the caller's business. */
  destroy(): void {
    this.isAlive = false
    this.#outbox.stop()
    this.presence.stop()
    this.doc.destroy()
  }

  #noteUse(): void {
    const inUse = this.members.size > 0 || this.#doors > 0
    this.idleSince = inUse ? null : (this.idleSince ?? this.#deps.clock.now())
  }

  #admit(member: Member, update: Uint8Array, frame: Uint8Array | null): Result<Verdict, CloseCode> {
    const facts = this.#live.inspect(update)
    if (!facts.ok) return err(CLOSE.malformed)
    if (!facts.value.news) return ok('nothing new')
    if (!member.mayWrite) return err(CLOSE.forbidden)
    if (!facts.value.complete) return this.#park(member, update, 'gap')
    if (this.#deps.journal.storage !== 'writable') return this.#park(member, update, 'storage')
    // At the limit a document can still shrink.
    if (facts.value.grows && this.#live.wouldExceed(this.#deps.limits.documentBytes, update.length)) return err(CLOSE.tooLarge)
    return this.#apply(member, update, frame)
  }

  #apply(member: Member, update: Uint8Array, frame: Uint8Array | null): Result<Verdict, CloseCode> {
    const payload = frame ?? writeUpdate(update)
    if (!this.#live.apply(update, payload)) {
      this.isAlive = false
      this.#deps.onPoisoned(this)
      return err(CLOSE.malformed)
    }
    this.#publish(update, payload, member)
    return ok('applied')
  }

  #publish(update: Uint8Array, payload: Uint8Array, from: Member | null): void {
    this.rowsSinceSnapshot++
    this.bytesSinceSnapshot += update.length
    const stored = (seq: number): void => void (this.storedSeq = Math.max(this.storedSeq, seq))
    this.lastTicket = this.#deps.journal.append({ name: this.name, update, stored })
    this.#outbox.push(payload, from)
  }

  #park(member: Member, update: Uint8Array, why: 'gap' | 'storage'): Result<Verdict, CloseCode> {
    const { limits, clock } = this.#deps
    const isFull = why === 'gap' && this.#parking.size >= limits.parkedGaps
    if (isFull || this.#parking.bytesOf(member) + update.length > limits.parkedBytes) return err(CLOSE.tooSlow)
    if (why === 'gap' && !this.#parking.has(member)) this.ask(member)
    this.#parking.add(member, update, why === 'gap' ? clock.now() + limits.gapMs : null)
    return ok('parked')
  }

  /** True when it was applied. One that still cannot go keeps its old deadline. */
  #retry(item: { readonly owner: Member; readonly update: Uint8Array; readonly deadline: number | null }): boolean {
    // Closed meanwhile: what it still holds comes with its next step 2.
    if (!this.members.has(item.owner)) return false
    const facts = this.#live.inspect(item.update)
    if (facts.ok && facts.value.news && (!facts.value.complete || this.#deps.journal.storage !== 'writable')) {
      this.#parking.putBack(item)
      return false
    }
    const verdict = this.#admit(item.owner, item.update, null)
    if (!verdict.ok) item.owner.stop(verdict.error, 'parked update')
    return verdict.ok && verdict.value === 'applied'
  }
}
