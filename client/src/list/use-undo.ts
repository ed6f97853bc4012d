import { useReducer, useEffect } from 'react'
import type * as Y from 'yjs'

export interface Undo {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
}

/** Undo and redo of one's own doing, as buttons need them. Null where this device may only read. */
export function useUndo(manager: Y.UndoManager | null): Undo | null {
  const [, refresh] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (manager === null) return
    const changed = () => refresh()
    const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
    for (const event of events) manager.on(event, changed)
    return () => {
      for (const event of events) manager.off(event, changed)
    }
  }, [manager])
  if (manager === null) return null
  return {
    canUndo: manager.canUndo(),
    canRedo: manager.canRedo(),
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
  }
}
