import type * as Y from 'yjs'
import type { ClusterId, NoteId, PersonId } from '../ids.ts'
import { layOutCluster, NOTE_HEIGHT, NOTE_WIDTH, type Rect } from '../layout.ts'
import { FOCUS_TYPES, HORIZONS, type Cluster, type Note, type Place } from '../records.ts'
import { readBoolean, readId, readOneOf, readPlace, readString, readWhole, recordsOf } from '../read.ts'
import { boardRoots, type YRecord } from '../schema.ts'

/** A cluster as it is seen: its notes in reading order, its rectangle, its split between today and the ideal. */
export interface ClusterView extends Cluster {
  readonly notes: readonly Note[]
  readonly rect: Rect
  readonly current: number
  readonly ideal: number
}

/** The whole board as every screen shows it. `at` of a note is its top left corner on the board. */
export interface BoardView {
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly clusters: ReadonlyMap<ClusterId, ClusterView>
  /** Notes in no cluster, oldest id first. */
  readonly loose: readonly Note[]
  readonly aside: readonly Note[]
  /** Where each visible note lies. */
  readonly at: ReadonlyMap<NoteId, Rect>
  /** Clusters that were merged away, and where their notes are shown now. */
  readonly merged: ReadonlyMap<ClusterId, ClusterId>
}

/** A cluster as stored, before merges and dissolutions are applied. */
export interface RawCluster extends Cluster {
  readonly gone: boolean
  readonly mergedInto: ClusterId | null
}

export const readNote = (id: NoteId, record: YRecord): Note => ({
  id,
  horizon: readOneOf(record.get('horizon'), HORIZONS, 'current'),
  text: readString(record.get('text')),
  place: readPlace(record.get('place')),
  author: readId<PersonId>(record.get('author')),
  round: readWhole(record.get('round'), 1, 1, 99),
  late: readBoolean(record.get('late')),
  aside: readBoolean(record.get('aside')),
})

export const readCluster = (id: ClusterId, record: YRecord): RawCluster => {
  const at = record.get('at')
  const [x, y] = Array.isArray(at) ? (at as readonly unknown[]) : []
  return {
    id,
    title: readString(record.get('title')),
    focus: readOneOf(record.get('focus'), FOCUS_TYPES, null),
    x: readPlace([null, x, 0])[1],
    y: readPlace([null, y, 0])[1],
    gone: readBoolean(record.get('gone')),
    mergedInto: readId<ClusterId>(record.get('mergedInto')),
  }
}

/**
 * Where a cluster's notes are shown: the end of its chain of merges. Two people may merge two clusters into each
 * other at once; of such a ring the smallest id stays, on every device alike (SPEC C4).
 */
function resolve(id: ClusterId, raw: ReadonlyMap<ClusterId, RawCluster>): ClusterId {
  const seen: ClusterId[] = []
  let here = id
  for (;;) {
    const ring = seen.indexOf(here)
    if (ring >= 0) return seen.slice(ring).reduce((least, next) => (next < least ? next : least))
    seen.push(here)
    const next = raw.get(here)?.mergedInto ?? null
    if (next === null || !raw.has(next)) return here
    here = next
  }
}

/** A note in a dissolved cluster keeps its spot and is loose; in an unknown one it lies at its own coordinates. */
function settle(note: Note, raw: ReadonlyMap<ClusterId, RawCluster>): Note {
  const [cluster, x, y] = note.place
  if (cluster === null) return note
  const home = raw.get(resolve(cluster, raw))
  if (home !== undefined && !home.gone && home.id === cluster) return note
  const place: Place = home === undefined ? [null, x, y] : home.gone ? [null, home.x + x, home.y + y] : [home.id, x, y]
  return { ...note, place }
}

const noteRect = (x: number, y: number): Rect => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })

const viewCluster = (cluster: RawCluster, notes: readonly Note[]): ClusterView => {
  const layout = layOutCluster(notes)
  const current = notes.filter((note) => note.horizon === 'current').length
  const { id, title, focus, x, y } = cluster
  const ordered = [...notes].sort((a, b) => readingOrder(layout.at.get(a.id), layout.at.get(b.id)))
  return { id, title, focus, x, y, notes: ordered, rect: { x, y, w: layout.w, h: layout.h }, current, ideal: notes.length - current }
}

type At = { readonly x: number; readonly y: number } | undefined
const readingOrder = (a: At, b: At): number => (a?.y ?? 0) - (b?.y ?? 0) || (a?.x ?? 0) - (b?.x ?? 0)

/** The board as stored, before merges and dissolutions are applied, in the order of ids. */
export interface StoredBoard {
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly clusters: ReadonlyMap<ClusterId, RawCluster>
}

export function storedBoard(board: Y.Doc): StoredBoard {
  const roots = boardRoots(board)
  const clusters = recordsOf(roots.clusters).map(([id, record]) => [id as ClusterId, readCluster(id as ClusterId, record)] as const)
  const notes = recordsOf(roots.notes).map(([id, record]) => [id as NoteId, readNote(id as NoteId, record)] as const)
  return { notes: new Map(notes), clusters: new Map(clusters) }
}

/** Any board document, however it came about, gives a valid view (SPEC S1). */
export function boardView(board: Y.Doc): BoardView {
  const stored = storedBoard(board)
  return assemble(stored.notes, stored.clusters)
}

/** Puts the view together from notes and clusters as stored. */
export function assemble(stored: ReadonlyMap<NoteId, Note>, raw: ReadonlyMap<ClusterId, RawCluster>): BoardView {
  const notes = new Map([...stored].map(([id, note]) => [id, settle(note, raw)]))
  const members = new Map<ClusterId, Note[]>()
  const loose: Note[] = []
  const aside: Note[] = []
  for (const note of notes.values()) {
    const [cluster] = note.place
    if (note.aside) aside.push(note)
    else if (cluster === null) loose.push(note)
    else (members.get(cluster) ?? members.set(cluster, []).get(cluster))?.push(note)
  }
  const clusters = new Map<ClusterId, ClusterView>()
  for (const cluster of raw.values()) {
    const held = members.get(cluster.id) ?? []
    const dissolved = cluster.gone || resolve(cluster.id, raw) !== cluster.id
    if (!dissolved && (held.length > 0 || cluster.title !== '')) clusters.set(cluster.id, viewCluster(cluster, held))
  }
  return { notes, clusters, loose, aside, at: placesOf(loose, clusters), merged: mergesOf(raw) }
}

const mergesOf = (raw: ReadonlyMap<ClusterId, RawCluster>): ReadonlyMap<ClusterId, ClusterId> =>
  new Map([...raw.keys()].map((id) => [id, resolve(id, raw)] as const).filter(([id, home]) => id !== home))

function placesOf(loose: readonly Note[], clusters: ReadonlyMap<ClusterId, ClusterView>): ReadonlyMap<NoteId, Rect> {
  const at = new Map<NoteId, Rect>()
  for (const note of loose) at.set(note.id, noteRect(note.place[1], note.place[2]))
  for (const cluster of clusters.values()) {
    for (const [id, point] of layOutCluster(cluster.notes).at) at.set(id, noteRect(cluster.x + point.x, cluster.y + point.y))
  }
  return at
}

/** Every rectangle on the board: loose notes and clusters. For finding a free spot. */
export const takenRects = (view: BoardView): readonly Rect[] => [
  ...view.loose.map((note) => noteRect(note.place[1], note.place[2])),
  ...[...view.clusters.values()].map((cluster) => cluster.rect),
]

/** Clusters as people read them: from top to bottom, then left to right. */
export const clustersInOrder = (view: BoardView): readonly ClusterView[] =>
  [...view.clusters.values()].sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))

