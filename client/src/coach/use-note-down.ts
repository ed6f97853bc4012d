import { saveCoachNote, type CoachNote, type ItemId } from '@groundswell/shared'
import { useCallback } from 'react'
import { newId, useCoachNotes, useSession } from '../session/index.ts'

/** Writes into the coach's own notes with the time of now, on the server's clock. */
export function useNoteDown(): (text: string, about: CoachNote['about']) => void {
  const { handle } = useCoachNotes()
  const { clockOffset } = useSession()
  const { doc } = handle
  return useCallback(
    (text, about) => saveCoachNote(doc, { id: newId<ItemId>(), text, at: Date.now() + clockOffset(), about }),
    [doc, clockOffset],
  )
}
