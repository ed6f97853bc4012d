import type * as Y from 'yjs'
import type { ClusterId, NoteId } from '../ids.ts'
import { layOutCluster, NOTE_HEIGHT, NOTE_WIDTH, type ClusterLayout, type Rect } from '../layout.ts'
import type { Cluster, Note, Place } from '../records.ts'
import { homesOf, storedBoard, type RawCluster, type StoredBoard } from '../stored-board.ts'

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
  /** Clusters that were dissolved, and the notes they had then. */
  readonly dissolved: ReadonlyMap<ClusterId, readonly NoteId[]>
}

/** A cluster as it was last put together, and what it was made of. */
interface Built {
  readonly raw: RawCluster
  readonly held: readonly Note[]
  readonly layout: ClusterLayout
  readonly view: ClusterView
  readonly rects: ReadonlyMap<NoteId, Rect>
}

/** What was built last time, so that what did not change stays the same object and costs nothing. */
interface Memory {
  readonly settled: ReadonlyMap<NoteId, { readonly stored: Note; readonly note: Note }>
  readonly clusters: ReadonlyMap<ClusterId, Built>
  readonly at: ReadonlyMap<NoteId, Rect>
}

const NOTHING: Memory = { settled: new Map(), clusters: new Map(), at: new Map() }

const noteRect = (x: number, y: number): Rect => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })

const samePlace = (a: Place, b: Place): boolean => a[0] === b[0] && a[1] === b[1] && a[2] === b[2]

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

/**
 * Where notes lie that were put into a cluster while someone dissolved it: loose, laid out as the cluster would have,
 * for inside a cluster a place is an order and no point (SPEC C2).
 */
function strandedPlaces({ notes, clusters }: StoredBoard, homes: ReadonlyMap<ClusterId, ClusterId>): ReadonlyMap<NoteId, Place> {
  const stranded = new Map<RawCluster, Note[]>()
  for (const note of notes.values()) {
    const cluster = note.place[0] === null ? undefined : clusters.get(homes.get(note.place[0]) ?? note.place[0])
    if (cluster?.gone !== true) continue
    const others = stranded.get(cluster)
    if (others === undefined) stranded.set(cluster, [note])
    else others.push(note)
  }
  const places = new Map<NoteId, Place>()
  for (const [{ x, y }, held] of stranded)
    for (const [id, at] of layOutCluster(held).at) places.set(id, [null, x + at.x, y + at.y])
  return places
}

/** Where each note is shown: in the home of its cluster; in an unknown one it is loose, at its own coordinates. */
function settleAll(stored: StoredBoard, homes: ReadonlyMap<ClusterId, ClusterId>, before: Memory): Memory['settled'] {
  const stranded = strandedPlaces(stored, homes)
  const settled = new Map<NoteId, { readonly stored: Note; readonly note: Note }>()
  for (const [id, note] of stored.notes) {
    const [cluster, x, y] = note.place
    const place: Place = cluster === null ? note.place : (stranded.get(id) ?? [homes.get(cluster) ?? null, x, y])
    const last = before.settled.get(id)
    if (last?.stored === note && samePlace(last.note.place, place)) settled.set(id, last)
    else settled.set(id, { stored: note, note: samePlace(place, note.place) ? note : { ...note, place } })
  }
  return settled
}

type At = { readonly x: number; readonly y: number } | undefined
const readingOrder = (a: At, b: At): number => (a?.y ?? 0) - (b?.y ?? 0) || (a?.x ?? 0) - (b?.x ?? 0)

function viewCluster({ id, title, focus, x, y }: RawCluster, held: readonly Note[], layout: ClusterLayout): ClusterView {
  const current = held.filter((note) => note.horizon === 'current').length
  const notes = [...held].sort((a, b) => readingOrder(layout.at.get(a.id), layout.at.get(b.id)))
  return { id, title, focus, x, y, notes, rect: { x, y, w: layout.w, h: layout.h }, current, ideal: held.length - current }
}

function build(raw: RawCluster, held: readonly Note[], last: Built | undefined): Built {
  const kept = last !== undefined && sameItems(last.held, held)
  if (kept && last.raw === raw) return last
  const layout = kept ? last.layout : layOutCluster(held)
  const rects = new Map<NoteId, Rect>()
  for (const [id, at] of layout.at) {
    const [x, y] = [raw.x + at.x, raw.y + at.y]
    const before = last?.rects.get(id)
    rects.set(id, before?.x === x && before.y === y ? before : noteRect(x, y))
  }
  return { raw, held, layout, view: viewCluster(raw, held, layout), rects }
}

interface Parts {
  readonly members: ReadonlyMap<ClusterId, readonly Note[]>
  readonly loose: readonly Note[]
  readonly aside: readonly Note[]
}

function sortOut(settled: Memory['settled']): Parts {
  const members = new Map<ClusterId, Note[]>()
  const loose: Note[] = []
  const aside: Note[] = []
  for (const { note } of settled.values()) {
    const [cluster] = note.place
    if (note.aside) aside.push(note)
    else if (cluster === null) loose.push(note)
    else if (members.get(cluster)?.push(note) === undefined) members.set(cluster, [note])
  }
  return { members, loose, aside }
}

const NO_NOTES: readonly Note[] = []

/** The clusters that stand: on their own, and with notes or a title to show. */
function buildAll(
  clusters: StoredBoard['clusters'],
  homes: ReadonlyMap<ClusterId, ClusterId>,
  { members }: Parts,
  before: Memory,
): Memory['clusters'] {
  const built = new Map<ClusterId, Built>()
  for (const raw of clusters.values()) {
    const held = members.get(raw.id) ?? NO_NOTES
    const stands = !raw.gone && homes.get(raw.id) === raw.id && (held.length > 0 || raw.title !== '')
    if (stands) built.set(raw.id, build(raw, held, before.clusters.get(raw.id)))
  }
  return built
}

function placesOf(loose: readonly Note[], built: Memory['clusters'], before: Memory): ReadonlyMap<NoteId, Rect> {
  const at = new Map<NoteId, Rect>()
  for (const { id, place } of loose) {
    const last = before.at.get(id)
    at.set(id, last?.x === place[1] && last.y === place[2] ? last : noteRect(place[1], place[2]))
  }
  for (const { rects } of built.values()) for (const [id, rect] of rects) at.set(id, rect)
  return at
}

const mergesOf = (clusters: StoredBoard['clusters'], homes: ReadonlyMap<ClusterId, ClusterId>): BoardView['merged'] =>
  new Map([...homes].filter(([id, home]) => id !== home && clusters.get(id)?.gone === false))

const dissolvedOf = (clusters: StoredBoard['clusters']): BoardView['dissolved'] =>
  new Map([...clusters].filter(([, cluster]) => cluster.gone).map(([id, { held }]) => [id, held]))

const mapValues = <K, A, B>(map: ReadonlyMap<K, A>, change: (value: A) => B): ReadonlyMap<K, B> => {
  const changed = new Map<K, B>()
  for (const [key, value] of map) changed.set(key, change(value))
  return changed
}

/**
 * Puts views together from stored boards, one after the other. A note, cluster or rectangle that did not change since
 * the last call is the same object: the canvas finds what to redraw by identity (SPEC S3).
 */
export function createAssembler(): (stored: StoredBoard) => BoardView {
  let memory = NOTHING
  return (stored) => {
    const homes = homesOf(stored.clusters)
    const settled = settleAll(stored, homes, memory)
    const parts = sortOut(settled)
    const clusters = buildAll(stored.clusters, homes, parts, memory)
    const at = placesOf(parts.loose, clusters, memory)
    memory = { settled, clusters, at }
    return {
      notes: mapValues(settled, ({ note }) => note),
      clusters: mapValues(clusters, ({ view }) => view),
      loose: parts.loose,
      aside: parts.aside,
      at,
      merged: mergesOf(stored.clusters, homes),
      dissolved: dissolvedOf(stored.clusters),
    }
  }
}

/** Any board document, however it came about, gives a valid view (SPEC S1). */
export const boardView = (board: Y.Doc): BoardView => createAssembler()(storedBoard(board))

/** Every rectangle on the board: loose notes and clusters. For finding a free spot. */
export const takenRects = (view: BoardView): readonly Rect[] => [
  ...view.loose.map((note) => noteRect(note.place[1], note.place[2])),
  ...[...view.clusters.values()].map((cluster) => cluster.rect),
]

/** Clusters as people read them: from top to bottom, then left to right. */
export const clustersInOrder = (view: BoardView): readonly ClusterView[] =>
  [...view.clusters.values()].sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
