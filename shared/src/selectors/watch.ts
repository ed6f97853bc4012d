import type * as Y from 'yjs'

/** A value derived from a document, computed at most once per change, with a subscription for screens. */
export interface Watched<T> {
  /** The same object until the document changes: safe for `useSyncExternalStore`. */
  readonly get: () => T
  /** Calls back after each transaction that changed the document; returns its own undo. */
  readonly subscribe: (changed: () => void) => () => void
}

/** Binds a total selector to a document. Nothing runs while nobody asks. */
export function watch<T>(doc: Y.Doc, select: (doc: Y.Doc) => T): Watched<T> {
  let cached: { readonly value: T } | null = null
  const invalidate = (_update: unknown) => {
    cached = null
  }
  doc.on('update', invalidate)
  return {
    get: () => (cached ??= { value: select(doc) }).value,
    subscribe: (changed) => {
      const notify = () => changed()
      doc.on('update', notify)
      return () => doc.off('update', notify)
    },
  }
}
