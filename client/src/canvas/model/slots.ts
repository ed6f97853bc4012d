import {
  byPlace,
  layOutCluster,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  type ClusterId,
  type Note,
  type NoteId,
  type Place,
  type Point,
} from '@groundswell/shared'

export interface Placed {
  readonly id: NoteId
  readonly place: Place
}

/** Room left between neighbours, so that the next note put between them is one write and not a renumbering. */
const SPACING = 1000

const row = (note: Note): number => Math.round(note.place[2])

/** Places for `count` notes between two neighbours of one side; null when whole numbers between them have run out. */
function between(cluster: ClusterId, before: Note | undefined, after: Note | undefined, count: number): readonly Place[] | null {
  const list = (start: number, gap: number, y: number): readonly Place[] =>
    Array.from({ length: count }, (_, index) => [cluster, start + gap * (index + 1), y] as const)
  if (before === undefined && after === undefined) return list(-SPACING, SPACING, 0)
  if (before === undefined) return after ? list(after.place[1] - SPACING * (count + 1), SPACING, row(after)) : null
  if (after === undefined || row(after) > row(before)) return list(before.place[1], SPACING, row(before))
  const gap = Math.floor((after.place[1] - before.place[1]) / (count + 1))
  return gap >= 1 ? list(before.place[1], gap, row(before)) : null
}

/** The index among `slots` nearest to the centre of a note at `corner`. */
function nearest(slots: readonly Point[], corner: Point): number {
  let best = slots.length
  let least = Infinity
  slots.forEach((slot, index) => {
    const distance = Math.hypot(slot.x - corner.x, slot.y - corner.y)
    if (distance < least) [best, least] = [index, distance]
  })
  return best
}

/** Writes that put one side's `moving` notes at `index` among its `settled` ones. */
function insert(cluster: ClusterId, settled: readonly Note[], moving: readonly Note[], index: number): readonly Placed[] {
  const places = between(cluster, settled[index - 1], settled[index], moving.length)
  if (places) return moving.map((note, at) => ({ id: note.id, place: places[at] ?? note.place }))
  return [...settled.slice(0, index), ...moving, ...settled.slice(index)].map((note, at) => ({
    id: note.id,
    place: [cluster, at * SPACING, 0],
  }))
}

/**
 * The writes that put `moving` notes into a cluster that holds `settled` ones. One note lands in the slot nearest to
 * `corner` (its top left corner relative to the cluster), several at the end of their sides.
 */
export function putAt(cluster: ClusterId, settled: readonly Note[], moving: readonly Note[], corner: Point): readonly Placed[] {
  return (['current', 'ideal'] as const).flatMap((horizon) => {
    const mine = moving.filter((note) => note.horizon === horizon)
    if (mine.length === 0) return []
    const others = settled.filter((note) => note.horizon === horizon).sort(byPlace)
    return insert(cluster, others, mine, moving.length === 1 ? slotFor(cluster, settled, others, mine, corner) : others.length)
  })
}

function slotFor(
  cluster: ClusterId,
  settled: readonly Note[],
  others: readonly Note[],
  mine: readonly Note[],
  corner: Point,
): number {
  const atEnd = applyPlaces([...settled, ...mine], insert(cluster, others, mine, others.length))
  const layout = layOutCluster(atEnd)
  const side = atEnd.filter((note) => note.horizon === mine[0]?.horizon).sort(byPlace)
  return Math.min(
    others.length,
    nearest(
      side.map((note) => layout.at.get(note.id) ?? { x: 0, y: 0 }),
      corner,
    ),
  )
}

/** The notes with the given places instead of their own. */
export function applyPlaces(notes: readonly Note[], places: readonly Placed[]): readonly Note[] {
  const byId = new Map(places.map(({ id, place }) => [id, place]))
  return notes.map((note) => {
    const place = byId.get(note.id)
    return place ? { ...note, place } : note
  })
}

export const centreOf = (corner: Point): Point => ({ x: corner.x + NOTE_WIDTH / 2, y: corner.y + NOTE_HEIGHT / 2 })
