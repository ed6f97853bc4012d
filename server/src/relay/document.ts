import * as Y from 'yjs'
import { err, headOfSyncStep2, ok, writeSyncStep1, writeUpdate, type Result } from '@groundswell/shared/wire'
import type { Clock, StoredDocument } from '../ports.ts'
import { Answers } from './answers.ts'
import { batchOf, batchOfParts, type Batch } from './frames.ts'
import { inspectUpdate, type UpdateFacts } from './inspect-update.ts'

/** The state vector of someone who has nothing yet. */
const NOTHING_KNOWN = Uint8Array.of(0)

/** A document in memory with the frames that say what is in it. It knows no members and no store. */
export class LiveDocument {
  readonly doc: Y.Doc
  readonly #answers: Answers
  #question: Batch | null = null
  #estimate: number

  constructor(stored: StoredDocument, clock: Clock) {
    this.#answers = new Answers(clock)
    this.doc = restoreDocument(stored)
    this.#foresee(stored)
    this.#estimate = (stored.snapshot?.length ?? 0) + stored.updates.reduce((sum, update) => sum + update.length, 0)
  }

  inspect(update: Uint8Array): Result<UpdateFacts, 'malformed'> {
    return inspectUpdate(this.doc, update)
  }

  /**
   * Applies an update that was inspected and found complete; `frame` is the message that brings it to others. False when it
   * did harm: give this copy up and load again.
   */
  apply(update: Uint8Array, frame: Uint8Array): boolean {
    this.#touch(update, frame)
    try {
      Y.applyUpdate(this.doc, update, 'relay')
      return this.doc.store.pendingStructs === null && this.doc.store.pendingDs === null
    } catch {
      return false
    }
  }

  /** Runs `change` in one transaction and answers it as updates; what it did before throwing is in them too. */
  transact(change: (doc: Y.Doc) => void): { readonly updates: readonly Uint8Array[]; readonly failure: Error | null } {
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array): void => void updates.push(update)
    this.doc.on('update', collect)
    try {
      this.doc.transact(() => change(this.doc), 'server')
      return { updates, failure: null }
    } catch (error) {
      return { updates, failure: error instanceof Error ? error : new Error(String(error)) }
    } finally {
      this.doc.off('update', collect)
      for (const update of updates) this.#touch(update, writeUpdate(update))
    }
  }

  /** The step 1 that asks a member for what the relay lacks. Shared by everyone until the document changes. */
  question(): Batch {
    this.#question ??= batchOf([writeSyncStep1(Y.encodeStateVector(this.doc))])
    return this.#question
  }

  /** The step 2 that answers `stateVector`, and what to send after it. A crowd that asks alike shares the buffers. */
  answer(stateVector: Uint8Array): Result<readonly Batch[], 'malformed'> {
    const kept = this.#answers.find(stateVector)
    if (kept !== null) return ok(kept)
    const update = this.#diff(stateVector)
    if (update === null) return err('malformed')
    const batch = batchOfParts(headOfSyncStep2(update.length), update)
    this.#answers.keep(stateVector, batch)
    return ok([batch])
  }

  /** Called every few seconds. */
  sweep(now: number): void {
    this.#answers.sweep(now)
  }

  /** True when `more` bytes would take the document over `limit`. Measures for real before it says so. */
  wouldExceed(limit: number, more: number): boolean {
    if (this.#estimate + more <= limit) return false
    this.#estimate = Y.encodeStateAsUpdate(this.doc).length
    return this.#estimate + more > limit
  }

  /** The first to open a document asks for all of it, and what the store held is that: it need not be encoded again. */
  #foresee({ snapshot, updates }: StoredDocument): void {
    if (snapshot === null) return
    this.#answers.keep(NOTHING_KNOWN, batchOfParts(headOfSyncStep2(snapshot.length), snapshot))
    for (const update of updates) this.#answers.changed(writeUpdate(update))
  }

  #diff(stateVector: Uint8Array): Uint8Array | null {
    try {
      Y.decodeStateVector(stateVector)
      return Y.encodeStateAsUpdate(this.doc, stateVector)
    } catch {
      return null
    }
  }

  #touch(update: Uint8Array, frame: Uint8Array): void {
    this.#answers.changed(frame)
    this.#question = null
    this.#estimate += update.length
  }
}

/** Throws on anything that does not decode: half a document is worse than none. */
export function restoreDocument({ snapshot, updates }: StoredDocument): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot, 'store')
    for (const update of updates) Y.applyUpdate(doc, update, 'store')
  }, 'store')
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('stored updates have a gap')
  return doc
}

/** The state of a document, decoded again and compared before anyone may rely on it. Throws when it differs. */
export function verifiedSnapshot(doc: Y.Doc): Uint8Array {
  const state = Y.encodeStateAsUpdate(doc)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, state)
  const equal = sameState(doc, copy)
  copy.destroy()
  if (!equal) throw new Error('a snapshot does not decode to its document')
  return state
}

const sameState = (a: Y.Doc, b: Y.Doc): boolean =>
  sameClocks(clocksOf(a), clocksOf(b)) &&
  Y.equalDeleteSets(Y.createDeleteSetFromStructStore(a.store), Y.createDeleteSetFromStructStore(b.store)) &&
  b.store.pendingStructs === null &&
  b.store.pendingDs === null

const sameClocks = (a: Map<number, number>, b: Map<number, number>): boolean =>
  a.size === b.size && [...a].every(([client, clock]) => b.get(client) === clock)

const clocksOf = (doc: Y.Doc): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc))
