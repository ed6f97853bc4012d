import type { ClusterId, NoteId, PersonId } from '../ids.ts'
import { layOutCluster, tidy } from '../layout.ts'
import type { Note } from '../records.ts'
import type { RawCluster } from '../stored-board.ts'
import type { RawExample } from './raw.ts'

/** Every note in its cluster, in the order of writing; the cluster's layout gives each its spot. */
const noteOf = (raw: RawExample['notes'][number], index: number): Note => ({
  id: raw.id as NoteId,
  horizon: raw.board === 'current_state' ? 'current' : 'ideal',
  text: raw.text,
  place: [raw.cluster_id as ClusterId, index, 0],
  author: raw.author_id as PersonId,
  initials: '',
  round: raw.round,
  late: false,
  aside: false,
})

/** The example's board: clusters in two even columns, none over another, each as large as its notes need. */
export function exampleBoard(raw: RawExample): { readonly notes: readonly Note[]; readonly clusters: readonly RawCluster[] } {
  const notes = raw.notes.map(noteOf)
  const sizes = raw.clusters.map(({ id }) => {
    const { w, h } = layOutCluster(notes.filter((note) => note.place[0] === id))
    return { id: id as ClusterId, rect: { x: 0, y: 0, w, h } }
  })
  const places = new Map(tidy(sizes, []).clusters.map(({ id, at }) => [id, at]))
  const clusters = raw.clusters.map(({ id, title, focus_type: focus }): RawCluster => {
    const { x, y } = places.get(id as ClusterId) ?? { x: 0, y: 0 }
    return { id: id as ClusterId, title, focus, x, y, gone: false, mergedInto: null, held: [] }
  })
  return { notes, clusters }
}
