import type { Editor } from 'tldraw'

/**
 * Marks changes that are ours: made from documents and presence, not by this person. tldraw labels the side effects of a
 * remote merge as the user's, so without the mark every device would write every echo back.
 */
export interface Own {
  readonly now: () => boolean
  /** One merge, outside history and outside the guards. Never call it from inside a store side effect. */
  readonly merge: (change: () => void) => void
}

export function createOwn(editor: Editor): Own {
  let depth = 0
  return {
    now: () => depth > 0,
    merge: (change) => {
      depth++
      try {
        editor.store.mergeRemoteChanges(change)
      } finally {
        depth--
      }
    },
  }
}
