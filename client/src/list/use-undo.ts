import type { Undo } from '@groundswell/shared'
import { useEffect, useReducer } from 'react'

export interface UndoButtons {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
}

/** Undo and redo of one's own doing, as buttons need them. Null where this device may only read. */
export function useUndo(undo: Undo | null): UndoButtons | null {
  const [, refresh] = useReducer((count: number) => count + 1, 0)
  useEffect(() => undo?.subscribe(refresh), [undo])
  return undo && { canUndo: undo.canUndo(), canRedo: undo.canRedo(), undo: undo.undo, redo: undo.redo }
}
