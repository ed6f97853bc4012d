import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import {
  documentKey,
  ok,
  type DocumentName,
  type DocumentRef,
  type EpochSeam,
  type Result,
  type SessionId,
} from '@groundswell/shared'
import * as Y from 'yjs'
import { createSerialQueue } from '../lib/serial-queue.ts'
import type { DocStore, StoredDocument } from '../ports.ts'
import type { Relay } from '../relay/index.ts'
import { documentOf } from '../session/documents.ts'
import type { Session } from '../session/facts.ts'
import { refuse, type Fault } from '../session/fault.ts'
import type { SessionStore } from '../session/store.ts'

/** Documents without their past, each in a new epoch. */
export interface Rebuilds {
  /** Ends the epoch `epoch` of a document; nothing happens when it has ended already. */
  rebuild(session: SessionId, document: { readonly ref: DocumentRef; readonly epoch: number }): Promise<Result<null, Fault>>
  /** Where an epoch ended and the next began; null when it has not ended. */
  seam(session: Session, ref: DocumentRef, epoch: number): Promise<EpochSeam | null>
}

export interface RebuildDeps {
  readonly sessions: Pick<SessionStore, 'get' | 'saveFacts' | 'transaction'>
  readonly store: Pick<DocStore, 'load' | 'compact' | 'startEpoch' | 'epochStart'>
  readonly relay: Pick<Relay, 'retire'>
}

/** What the thread is given. */
export interface RebuildTask {
  readonly stored: StoredDocument
  readonly ref: DocumentRef
  readonly epoch: number
}

const sessionGone = refuse('session_gone', 'This session has been deleted.')

export function createRebuilds({ sessions, store, relay }: RebuildDeps): Rebuilds {
  // One after the other: a second one under way would write over what people do in the new epoch.
  const queue = createSerialQueue()
  const begin = (id: SessionId, { ref, epoch }: DocumentName): void =>
    sessions.transaction(() => {
      const facts = sessions.get(id)?.facts
      if (facts !== undefined) sessions.saveFacts(id, { ...facts, epochs: { ...facts.epochs, [documentKey(ref)]: epoch } })
    })
  const rebuildOnce = async (id: SessionId, ref: DocumentRef, epoch: number): Promise<Result<null, Fault>> => {
    const session = sessions.get(id)
    if (session === null) return sessionGone
    const name = documentOf(session, ref)
    if (name.epoch !== epoch) return ok(null)
    const next = { ...name, epoch: epoch + 1 }
    const reopen = await relay.retire(name)
    try {
      const stored = await store.load(name)
      const { before, after } = await rebuildInThread({ stored, ref, epoch: next.epoch })
      // In one piece, as whoever comes back later asks for it.
      await store.compact(name, before, stored.lastSeq)
      await store.startEpoch(next, after)
      begin(id, next)
    } catch (error) {
      reopen()
      throw error
    }
    return ok(null)
  }
  return {
    rebuild: (session, { ref, epoch }) => queue.run(() => rebuildOnce(session, ref, epoch)),
    async seam(session, ref, epoch) {
      const name = documentOf(session, ref)
      if (epoch >= name.epoch) return null
      const [before, after] = await Promise.all([store.load({ ...name, epoch }), store.epochStart({ ...name, epoch: epoch + 1 })])
      return after && { before: before.updates.length > 0 ? wholeState(before) : (before.snapshot ?? wholeState(before)), after }
    },
  }
}

/** Everything that is stored, as one state. Throws when it does not decode or has a gap. */
export function wholeState({ snapshot, updates }: StoredDocument): Uint8Array {
  const doc = new Y.Doc()
  if (snapshot) Y.applyUpdate(doc, snapshot)
  for (const update of updates) Y.applyUpdate(doc, update)
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('stored updates have a gap')
  return Y.encodeStateAsUpdate(doc)
}

/** On a thread of its own, which ends with it: the others' edits do not wait for a large document. */
async function rebuildInThread(task: RebuildTask): Promise<EpochSeam> {
  const worker = new Worker(new URL('./rebuild-thread.ts', import.meta.url), { workerData: task })
  const ended = new AbortController()
  // A thread that ends without an answer must not leave anyone waiting.
  worker.once('exit', () => ended.abort(new Error('the rebuilding thread ended without an answer')))
  const [seam] = await once(worker, 'message', { signal: ended.signal })
  return seam as EpochSeam
}
