import type { BoardView, ClusterId, NoteId } from '@groundswell/shared'
import { useEffect, useState } from 'react'
import { groupedClusters } from './board-words.ts'
import { useSuggester } from './use-suggester.ts'

/** A list that moves under the finger is worse than one without marks: a later answer comes too late. In milliseconds. */
const AT_MOST_MS = 400

const NONE: readonly ClusterId[] = []

/**
 * Up to three clusters that the notes seem to belong to, the likeliest first. Asked once, when the list opens; null while
 * there is no answer yet, and empty where none is likely or the answer took too long.
 */
export function useLikely(notes: readonly NoteId[], view: BoardView, except: string | null): readonly ClusterId[] | null {
  const suggester = useSuggester()
  const [likely, setLikely] = useState<readonly ClusterId[] | null>(null)
  useEffect(() => {
    const settle = (found: readonly ClusterId[]) => setLikely((before) => before ?? found)
    const timer = setTimeout(() => settle(NONE), AT_MOST_MS)
    const texts = notes.flatMap((id) => view.notes.get(id)?.text ?? [])
    void suggester.clusters(texts, groupedClusters(view, except)).then(settle)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- once: the list keeps its order while it is open
  }, [suggester])
  return likely
}
