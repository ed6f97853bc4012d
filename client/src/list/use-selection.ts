import type { BoardView, NoteId } from '@groundswell/shared'
import { useCallback, useMemo, useState } from 'react'

export interface Selection {
  /** Chosen notes that are still on the board, in the order of choosing. */
  readonly chosen: readonly NoteId[]
  readonly has: (note: NoteId) => boolean
  readonly choose: (note: NoteId, chosen: boolean) => void
  readonly clear: () => void
}

export function useSelection(view: BoardView): Selection {
  const [ids, setIds] = useState<ReadonlySet<NoteId>>(new Set())
  const choose = useCallback((note: NoteId, chosen: boolean) => {
    setIds((before) => {
      const after = new Set(before)
      if (chosen) after.add(note)
      else after.delete(note)
      return after
    })
  }, [])
  const clear = useCallback(() => setIds(new Set()), [])
  return useMemo(() => {
    const chosen = [...ids].filter((id) => view.notes.get(id)?.aside === false)
    return { chosen, has: (note) => ids.has(note), choose, clear }
    // oxlint-disable-next-line react/exhaustive-deps -- with nothing chosen the board need not be looked at
  }, [ids, ids.size === 0 ? null : view, choose, clear])
}
