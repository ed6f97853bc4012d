import * as Y from 'yjs'

/** Whether `doc` already has everything that `state` (a Yjs update, version 1) would bring, deletions included. */
export function contains(doc: Y.Doc, state: Uint8Array): boolean {
  const scratch = new Y.Doc()
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(doc))
  const before = Y.snapshot(scratch)
  Y.applyUpdate(scratch, state)
  const same = Y.equalSnapshots(before, Y.snapshot(scratch))
  scratch.destroy()
  return same
}
