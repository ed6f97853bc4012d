import * as Y from 'yjs'
import { clustersRoot, type YRecords } from './schema.ts'
import { LOCAL } from './text-diff.ts'

/** Undo of one's own doing on this device, and of nothing else. */
export interface Undo {
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** Ends the current act: what follows is undone on its own. Call it when a gesture or a dialog ends. */
  readonly seal: () => void
  /** Calls back when what can be undone or redone may have changed; returns its own undo. */
  readonly subscribe: (changed: () => void) => () => void
  readonly stop: () => void
}

/** True when someone else has written anywhere inside `type` and it still stands. */
function hasForeign(type: Y.AbstractType<unknown>, own: number): boolean {
  const foreign = (item: Y.Item): boolean =>
    !item.deleted && (item.id.client !== own || (item.content instanceof Y.ContentType && hasForeign(item.content.type, own)))
  for (const item of type._map.values()) if (foreign(item)) return true
  for (let item = type._start; item !== null; item = item.right) if (foreign(item)) return true
  return false
}

/** The record directly under a root that `item` is, or is a part of; null for a plain value under a root. */
function recordOf(item: Y.Item): Y.Item | null {
  let here = item
  for (;;) {
    const { parent } = here
    if (!(parent instanceof Y.AbstractType)) return null
    if (parent._item === null) return here.content instanceof Y.ContentType ? here : null
    here = parent._item
  }
}

type Acts = Y.UndoManager['undoStack']

/** What undoing `act` may remove: never a record of that act in which someone else has written since, or any part of it. */
function mayRemove(item: Y.Item, act: Acts[number] | undefined, doc: Y.Doc): boolean {
  const record = recordOf(item)
  if (record === null || act === undefined || !Y.isDeleted(act.insertions, record.id)) return true
  if (record.parent === clustersRoot(doc)) return item.content instanceof Y.ContentString
  return !(record.content instanceof Y.ContentType && hasForeign(record.content.type, doc.clientID))
}

/** Acts that follow each other within half a second are undone together, as when typing. */
const CAPTURE_MS = 500

/**
 * Undo over the given roots. It follows the origin LOCAL and never takes away what others did since (SPEC U1): a value
 * that someone changed after me stays theirs, and a record of mine in which someone else has written stays whole. A
 * cluster keeps its record, because others may have put notes in it; without notes and title it is not shown.
 */
export function createUndo(doc: Y.Doc, roots: readonly (YRecords | Y.Map<unknown>)[]): Undo {
  /** The stack as it was before the pop, and the stack itself: the act being taken back is the one just missing. */
  let popping: { readonly before: Acts; readonly stack: Acts } | null = null
  const manager = new Y.UndoManager([...roots], {
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: CAPTURE_MS,
    deleteFilter: (item) => mayRemove(item, popping?.before[popping.stack.length], doc),
  })
  const pop = (stack: Acts, act: () => unknown) => {
    popping = { before: [...stack], stack }
    act()
    popping = null
  }
  const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
  return {
    undo: () => pop(manager.undoStack, () => manager.undo()),
    redo: () => pop(manager.redoStack, () => manager.redo()),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    seal: () => manager.stopCapturing(),
    subscribe: (changed) => {
      for (const event of events) manager.on(event, changed)
      return () => events.forEach((event) => manager.off(event, changed))
    },
    stop: () => manager.destroy(),
  }
}
