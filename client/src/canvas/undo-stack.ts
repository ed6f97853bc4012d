import type * as Y from 'yjs'
import type { UndoStack } from './board-commands.ts'

const EVENTS = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const

/** The document's undo as the canvas uses it. */
export function undoStackOf(manager: Y.UndoManager): UndoStack {
  return {
    undo: () => manager.undo(),
    redo: () => manager.redo(),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    seal: () => manager.stopCapturing(),
    subscribe: (changed) => {
      for (const event of EVENTS) manager.on(event, changed)
      return () => EVENTS.forEach((event) => manager.off(event, changed))
    },
  }
}
