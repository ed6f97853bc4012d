import * as Y from 'yjs'
import { CLOSE, formatDocumentName, type DocumentName, type StorageState } from '@groundswell/shared/wire'
import { createSerialQueue } from '../lib/serial-queue.ts'
import type { Clock, DocStore, Log, VersionInfo, VersionReason } from '../ports.ts'
import { covers, foldInThread } from './fold.ts'
import { hasHistory, VERSION_EVERY_MS, versionsToDrop } from './history.ts'
import type { Journal } from './journal.ts'
import type { RelayLimits } from './limits.ts'
import { Room } from './room.ts'

type Slot =
  | { readonly kind: 'loading'; readonly room: Promise<Room> }
  | { readonly kind: 'open'; readonly room: Room; maintained: boolean; retryAt: number }

export interface RoomsDeps {
  readonly store: DocStore
  readonly clock: Clock
  readonly log: Log
  readonly journal: Journal
  readonly limits: RelayLimits
}

/** A document's state with how much of its log is in it. */
interface Snapshot {
  readonly state: Uint8Array
  readonly uptoSeq: number
  readonly rows: number
  readonly bytes: number
}

/** A compaction that failed is tried again after this long; until then the log just grows. */
const RETRY_COMPACTION_MS = 30_000

/** The rooms in memory: loaded once however many ask, folded into snapshots, and unloaded when nobody needs them. */
export class Rooms {
  #slots = new Map<string, Slot>()
  #maintenance = createSerialQueue()
  #deps: RoomsDeps
  compactions = 0
  loads = 0

  constructor(deps: RoomsDeps) {
    this.#deps = deps
  }

  get size(): number {
    return this.#slots.size
  }

  *open(): Iterable<Room> {
    for (const slot of this.#slots.values()) {
      if (slot.kind === 'open') yield slot.room
    }
  }

  /** Rejects when the document cannot be loaded whole; it never answers less than what was stored. */
  acquire(name: DocumentName): Promise<Room> {
    const key = formatDocumentName(name)
    const slot = this.#slots.get(key)
    if (slot) return Promise.resolve(slot.room)
    const room = this.#load(name, key)
    this.#slots.set(key, { kind: 'loading', room })
    return room
  }

  announceStorage(state: StorageState): void {
    for (const room of this.open()) room.announceStorage(state)
  }

  /** Called every few seconds. */
  sweep(now: number): void {
    for (const slot of this.#slots.values()) {
      if (slot.kind === 'loading') continue
      slot.room.sweep(now)
      const isDue = this.#isIdle(slot.room, now) || slot.room.wantsCompaction || slot.room.wantsVersion(now)
      if (isDue && !slot.maintained && now >= slot.retryAt) this.#maintain(slot)
    }
  }

  /** Gives up the copy in memory; the next one who asks gets the document from the store. */
  evict(room: Room, reason: string): void {
    const slot = this.#slots.get(room.key)
    if (slot?.kind === 'open' && slot.room === room) this.#slots.delete(room.key)
    for (const member of room.members) member.stop(CLOSE.internal, reason)
    room.destroy()
  }

  /** After this no write of such documents is under way. Their connections are closed before. */
  async forget(isSuch: (name: DocumentName) => boolean): Promise<void> {
    const loading = [...this.#slots.values()].flatMap((slot) => (slot.kind === 'loading' ? [slot.room] : []))
    await Promise.allSettled(loading)
    for (const room of this.open()) {
      if (isSuch(room.name)) this.evict(room, 'document closed')
    }
    await this.#deps.journal.flush()
    await this.#maintenance.idle()
  }

  /** Folds every log and unloads every room. Members are gone by now. */
  async close(): Promise<void> {
    for (const slot of this.#slots.values()) {
      if (slot.kind === 'open' && !slot.maintained) this.#maintain(slot)
    }
    await this.#maintenance.idle()
    for (const room of this.open()) this.evict(room, 'draining')
  }

  /** Keeps the document as it is now, in its turn: a session that is being forgotten waits for it. */
  keepVersion(room: Room, reason: VersionReason): Promise<VersionInfo> {
    return this.#maintenance.run(() => this.#keepVersion(room, reason))
  }

  /** Also lets go of versions that have had their time. */
  async #keepVersion(room: Room, reason: VersionReason): Promise<VersionInfo> {
    if (!hasHistory(room.name.ref)) throw new Error('private documents have no versions')
    const { clock, store } = this.#deps
    const [now, ticket] = [clock.now(), room.lastTicket]
    const { state } = await this.#snapshot(room)
    if (!room.isAlive) throw new Error('the document was closed; open it again')
    const kept = await store.saveVersion(room.name, state, reason, now)
    room.versionedAt = now
    room.versionedTicket = ticket
    const old = versionsToDrop(await store.listVersions(room.name), now)
    if (old.length > 0) await store.deleteVersions(room.name, old)
    return kept
  }

  async #load(name: DocumentName, key: string): Promise<Room> {
    const { clock, limits, journal } = this.#deps
    try {
      const stored = await this.#deps.store.load(name)
      const onPoisoned = (poisoned: Room): void => this.#abandon(poisoned)
      const room = new Room(name, stored, { clock, limits, journal, onPoisoned })
      this.#slots.set(key, { kind: 'open', room, maintained: false, retryAt: 0 })
      this.loads++
      return room
    } catch (error) {
      this.#slots.delete(key)
      this.#deps.log.error('document did not load', { session: name.session, kind: name.ref.kind, error: reasonOf(error) })
      throw error
    }
  }

  /** An update that passed every check and still threw: what is in memory is not what is on disk. */
  #abandon(room: Room): void {
    this.#deps.log.error('document reloads after a harmful update', { session: room.name.session, kind: room.name.ref.kind })
    // Later: the member whose update it was is closed with its own code first.
    this.#deps.clock.soon(() => this.evict(room, 'room reloads'))
  }

  #maintain(slot: Extract<Slot, { kind: 'open' }>): void {
    slot.maintained = true
    void this.#maintenance
      .run(() => this.#fold(slot))
      .finally(() => {
        slot.maintained = false
      })
  }

  async #fold(slot: Extract<Slot, { kind: 'open' }>): Promise<void> {
    const { room } = slot
    try {
      if (room.isAlive && (await this.#wantsVersion(room))) await this.#keepVersion(room, 'timed')
      if (room.isAlive && room.rowsSinceSnapshot > 0) await this.#compact(room)
    } catch (error) {
      slot.retryAt = this.#deps.clock.now() + RETRY_COMPACTION_MS
      this.#deps.log.error('document was not folded', {
        session: room.name.session,
        kind: room.name.ref.kind,
        error: reasonOf(error),
      })
    }
    if (this.#mayUnload(room)) this.evict(room, 'unused')
  }

  /** Also of work that never lasts ten minutes: once everyone has left, unless the last version is as young as that. */
  async #wantsVersion(room: Room): Promise<boolean> {
    const now = this.#deps.clock.now()
    if (room.wantsVersion(now)) return true
    if (!this.#isIdle(room, now) || !room.changedSinceVersion) return false
    const [newest] = await this.#deps.store.listVersions(room.name)
    return newest === undefined || now - newest.at >= VERSION_EVERY_MS
  }

  #isIdle(room: Room, now: number): boolean {
    return room.idleSince !== null && now - room.idleSince >= this.#deps.limits.unloadMs
  }

  async #compact(room: Room): Promise<void> {
    if (!this.#deps.journal.isDurable(room.lastTicket)) await this.#deps.journal.flush()
    if (!room.isAlive) return
    const { state, uptoSeq, rows, bytes } = await this.#snapshot(room)
    await this.#deps.store.compact(room.name, state, uptoSeq)
    room.noteCompaction(state.length, rows, bytes)
    this.compactions++
  }

  /** The document in memory, or a large one as the store holds it: folding that one here would make everyone wait. */
  async #snapshot(room: Room): Promise<Snapshot> {
    if (room.storedBytes >= this.#deps.limits.threadBytes) return this.#snapshotFromStore(room)
    const { rowsSinceSnapshot: rows, bytesSinceSnapshot: bytes, storedSeq: uptoSeq } = room
    return { state: room.snapshot(), uptoSeq, rows, bytes }
  }

  async #snapshotFromStore(room: Room): Promise<Snapshot> {
    const { journal, store } = this.#deps
    const here = Y.encodeStateVector(room.doc)
    if (!journal.isDurable(room.lastTicket)) await journal.flush()
    const stored = await store.load(room.name)
    const { state, stateVector } = await foldInThread(stored)
    if (!covers(stateVector, here)) throw new Error('the store holds less than the document')
    const bytes = stored.updates.reduce((sum, { length }) => sum + length, 0)
    return { state, uptoSeq: stored.lastSeq, rows: stored.updates.length, bytes }
  }

  #mayUnload(room: Room): boolean {
    const { clock, journal } = this.#deps
    return room.isAlive && this.#isIdle(room, clock.now()) && room.rowsSinceSnapshot === 0 && journal.isDurable(room.lastTicket)
  }
}

/** Our own and the libraries' messages; none of them quotes a document. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')
