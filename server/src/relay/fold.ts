import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import * as Y from 'yjs'
import type { StoredDocument } from '../ports.ts'
import { restoreDocument, verifiedSnapshot } from './document.ts'

/** A log and its snapshot as one snapshot. */
export interface Folded {
  /** State, decoded again and compared. */
  readonly state: Uint8Array<ArrayBuffer>
  readonly stateVector: Uint8Array<ArrayBuffer>
}

/** Folds what the store holds. Throws when it does not decode, has a gap, or does not survive being written anew. */
export function fold(stored: StoredDocument): Folded {
  const doc = restoreDocument(stored)
  try {
    return { state: new Uint8Array(verifiedSnapshot(doc)), stateVector: new Uint8Array(Y.encodeStateVector(doc)) }
  } finally {
    doc.destroy()
  }
}

/** `fold` on a thread of its own, which ends with it: a large document takes a second, and nobody's edits wait for it. */
export async function foldInThread(stored: StoredDocument): Promise<Folded> {
  const worker = new Worker(new URL('./fold-thread.ts', import.meta.url), { workerData: stored })
  const ended = new AbortController()
  // A thread that ends without an answer must not leave anyone waiting.
  worker.once('exit', () => ended.abort(new Error('the folding thread ended without an answer')))
  const [folded] = await once(worker, 'message', { signal: ended.signal })
  return folded as Folded
}

/** True when `outer` has all that `inner` has, as far as state vectors tell: deletions are not in them. */
export function covers(outer: Uint8Array, inner: Uint8Array): boolean {
  const clocks = Y.decodeStateVector(outer)
  return [...Y.decodeStateVector(inner)].every(([client, clock]) => (clocks.get(client) ?? 0) >= clock)
}
