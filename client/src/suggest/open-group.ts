import type { BoardView, ClusterView, Note } from '@groundswell/shared'
import type { SuggestedGroup } from '@groundswell/shared/suggest'

/** A suggested group as the board is now. */
export interface OpenGroup {
  /** Those that are still loose. */
  readonly notes: readonly Note[]
  /** The cluster they would join; null where they make a new one. */
  readonly into: ClusterView | null
  /** A working title in each language; null where there is none, and for a cluster that is there. */
  readonly title: SuggestedGroup['title']
}

const FEWEST = 3
const FEWEST_INTO = 2

/** Null once others have placed its notes, or dissolved the cluster that they would join. A merge is followed. */
export function openGroup(group: SuggestedGroup, view: BoardView): OpenGroup | null {
  const notes = group.notes.flatMap((id) => {
    const note = view.notes.get(id)
    return note === undefined || note.aside || note.place[0] !== null ? [] : [note]
  })
  if (group.into === null) return notes.length < FEWEST ? null : { notes, into: null, title: group.title }
  const into = view.clusters.get(view.merged.get(group.into) ?? group.into)
  return into === undefined || notes.length < FEWEST_INTO ? null : { notes, into, title: null }
}
