import type { ClusterId, NoteId } from './ids.ts'
import type { Horizon, Note } from './records.ts'

/** Board units: 1 unit is 1 px at zoom 1. Pure geometry; both the canvas and the server's reveal use it. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export const NOTE_WIDTH = 208
export const NOTE_HEIGHT = 136
export const NOTE_GAP = 16
export const CLUSTER_PADDING = 20
/** Room for the focus badge and a title of two lines. */
export const CLUSTER_HEADER = 96
/** Space between a cluster's notes of today and its ideal ones, so that the gap can be seen. */
export const CLUSTER_GUTTER = 28
/** Drop tolerance around a card: a hand on a touch panel misses by about this much. */
export const DROP_MARGIN = 24

const COLUMN = NOTE_WIDTH + NOTE_GAP
const ROW = NOTE_HEIGHT + NOTE_GAP
/** Half of the empty band between the two zones. */
const HORIZON_BAND = 120
/** Columns to rows of a zone as it fills: with it both zones together have about the shape of a laptop's screen. */
const ZONE_SHAPE = 0.75
/** A zone begins as this many rows, so that the first few notes already stand as a block. */
const FIRST_ROWS = 4

const columnsAt = (rows: number): number => Math.ceil(rows * ZONE_SHAPE)

/** The cell of the n-th note of a zone that grows row by row and column by column, and never moves what it holds. */
function zoneCell(index: number): { readonly column: number; readonly row: number } {
  let rows = FIRST_ROWS
  if (index < rows * columnsAt(rows)) return { column: index % columnsAt(rows), row: Math.floor(index / columnsAt(rows)) }
  while (index >= rows * columnsAt(rows)) rows++
  const inner = (rows - 1) * columnsAt(rows - 1)
  const widened = columnsAt(rows) > columnsAt(rows - 1) ? rows - 1 : 0
  const rest = index - inner
  return rest < widened ? { column: columnsAt(rows) - 1, row: rest } : { column: rest - widened, row: rows - 1 }
}

const zoneX = (horizon: Horizon, column: number): number =>
  horizon === 'current' ? -HORIZON_BAND - (column + 1) * COLUMN + NOTE_GAP : HORIZON_BAND + column * COLUMN

/**
 * The place of the n-th revealed note of a horizon: today fills to the left of the horizon, the ideal to the right, both
 * from the horizon outward. With `columns` the zone is that wide and only grows downward.
 */
export function gridPoint(horizon: Horizon, index: number, columns?: number): Point {
  const { column, row } = columns === undefined ? zoneCell(index) : { column: index % columns, row: Math.floor(index / columns) }
  return { x: zoneX(horizon, column), y: row * ROW }
}

/** How many columns a side of a cluster takes: near square for few notes, never wider than three. */
const columnsFor = (count: number): number => (count === 0 ? 0 : count <= 3 ? 1 : count <= 8 ? 2 : 3)

/** Order inside a cluster: by row, then from left to right, then by id, so that every device lays out the same. */
export function byPlace(a: Note, b: Note): number {
  const rows = Math.round(a.place[2] / ROW) - Math.round(b.place[2] / ROW)
  return rows || a.place[1] - b.place[1] || (a.id < b.id ? -1 : 1)
}

export interface ClusterLayout {
  readonly w: number
  readonly h: number
  /** Each note's top left corner, relative to the cluster's. */
  readonly at: ReadonlyMap<NoteId, Point>
}

const MIN_COLUMNS = 2

/** Lays out a cluster: today's notes on the left facing the ideal ones on the right, under the title. */
export function layOutCluster(notes: readonly Note[]): ClusterLayout {
  const sides = (['current', 'ideal'] as const).map((horizon) => notes.filter((note) => note.horizon === horizon).sort(byPlace))
  const columns = sides.map((side) => columnsFor(side.length))
  const both = columns.every((count) => count > 0)
  const at = new Map<NoteId, Point>()
  let left = CLUSTER_PADDING
  let rows = 1
  sides.forEach((side, which) => {
    const wide = columns[which] ?? 0
    side.forEach((note, index) => {
      at.set(note.id, { x: left + (index % wide) * COLUMN, y: CLUSTER_HEADER + Math.floor(index / wide) * ROW })
      rows = Math.max(rows, Math.floor(index / wide) + 1)
    })
    left += wide * COLUMN + (which === 0 && both ? CLUSTER_GUTTER - NOTE_GAP : 0)
  })
  const total = Math.max(MIN_COLUMNS, (columns[0] ?? 0) + (columns[1] ?? 0))
  const w = CLUSTER_PADDING * 2 + total * COLUMN - NOTE_GAP + (both ? CLUSTER_GUTTER - NOTE_GAP : 0)
  return { w, h: CLUSTER_HEADER + rows * ROW - NOTE_GAP + CLUSTER_PADDING, at }
}

/** A place value that sorts after every note of the cluster, for notes put in from a menu. */
export const endOfCluster = (notes: readonly Note[], offset = 0): Point => ({
  x: offset,
  y: (notes.reduce((most, note) => Math.max(most, Math.round(note.place[2] / ROW)), 0) + 1) * ROW,
})

export const overlaps = (a: Rect, b: Rect, margin = 0): boolean =>
  a.x < b.x + b.w + margin && b.x < a.x + a.w + margin && a.y < b.y + b.h + margin && b.y < a.y + a.h + margin

export const contains = (rect: Rect, point: Point, margin = 0): boolean =>
  point.x >= rect.x - margin &&
  point.x <= rect.x + rect.w + margin &&
  point.y >= rect.y - margin &&
  point.y <= rect.y + rect.h + margin

export const boundsOf = (rects: readonly Rect[]): Rect | null => {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((r) => r.x))
  const y = Math.min(...rects.map((r) => r.y))
  return { x, y, w: Math.max(...rects.map((r) => r.x + r.w)) - x, h: Math.max(...rects.map((r) => r.y + r.h)) - y }
}

/** The free spot for `size` nearest to `wish`, searched outward in rings of one column; `wish` itself when all are taken. */
export function freeSpot(size: { readonly w: number; readonly h: number }, taken: readonly Rect[], wish: Point): Point {
  for (let ring = 0; ring < 24; ring++) {
    for (let step = 0; step < Math.max(1, ring * 8); step++) {
      const angle = (step / Math.max(1, ring * 8)) * 2 * Math.PI
      const spot = {
        x: Math.round(wish.x + Math.cos(angle) * ring * COLUMN),
        y: Math.round(wish.y + Math.sin(angle) * ring * ROW),
      }
      if (!taken.some((rect) => overlaps({ ...spot, ...size }, rect, NOTE_GAP))) return spot
    }
  }
  return wish
}

export interface TidyMoves {
  readonly notes: readonly { readonly id: NoteId; readonly at: Point }[]
  readonly clusters: readonly { readonly id: ClusterId; readonly at: Point }[]
}

const CLUSTER_GAP = 40
/** Width over height of the board on a laptop, between the bars: clusters fill such a shape, so that they read large. */
const BOARD_SHAPE = 2.2
const MOST_COLUMNS = 8

interface Sized {
  readonly id: ClusterId
  readonly rect: Rect
}

interface Packing {
  readonly w: number
  readonly h: number
  readonly at: readonly { readonly id: ClusterId; readonly at: Point }[]
}

/** Fills `columns` columns, always the shortest one next. */
function pack(clusters: readonly Sized[], columns: number): Packing {
  const column = clusters.reduce((most, { rect }) => Math.max(most, rect.w), 0) + CLUSTER_GAP
  const bottoms = Array.from({ length: columns }, () => 0)
  const w = columns * column - CLUSTER_GAP
  const at = clusters.map(({ id, rect }) => {
    const which = bottoms.indexOf(Math.min(...bottoms))
    const y = bottoms[which] ?? 0
    bottoms[which] = y + rect.h + CLUSTER_GAP
    return { id, at: { x: Math.round(which * column - w / 2), y } }
  })
  return { w, h: Math.max(...bottoms) - CLUSTER_GAP, at }
}

/** The packing that comes nearest to a shape (width over height); `shapeOf` may count in what stands around it. */
function packTo(clusters: readonly Sized[], shape: number, shapeOf: (packing: Packing) => number = ({ w, h }) => w / h): Packing {
  const distance = (packing: Packing): number => Math.abs(Math.log(shapeOf(packing) / shape))
  return Array.from({ length: Math.min(clusters.length, MOST_COLUMNS) }, (_, index) => pack(clusters, index + 1)).reduce(
    (best, next) => (distance(next) < distance(best) ? next : best),
  )
}

/**
 * Places for new clusters under everything on their side, from the horizon outward, in as many columns as let the side keep
 * its shape: a single column of forty would make a board that nobody can read as a whole.
 */
export function placeBelow(horizon: Horizon, clusters: readonly Sized[], taken: readonly Rect[]): Packing['at'] {
  if (clusters.length === 0) return []
  const ground = boundsOf(taken.filter(({ x, w }) => (horizon === 'current' ? x < 0 : x + w > 0)))
  const top = ground === null ? 0 : ground.y + ground.h + 3 * NOTE_GAP
  const side = (ZONE_SHAPE * COLUMN) / ROW
  const { w: width, at } = packTo(clusters, side, ({ w, h }) => Math.max(w, ground?.w ?? 0) / (top + h - (ground?.y ?? top)))
  const widths = new Map(clusters.map(({ id, rect }) => [id, rect.w]))
  return at.map(({ id, at: { x, y } }) => {
    const out = HORIZON_BAND + x + Math.round(width / 2)
    return { id, at: { x: horizon === 'current' ? -out - (widths.get(id) ?? 0) : out, y: top + y } }
  })
}

/** Clusters in even columns in the middle, loose notes in their zones at either side. */
export function tidy(clusters: readonly Sized[], loose: readonly Note[]): TidyMoves {
  const middle = clusters.length === 0 ? { w: 0, at: [] } : packTo(clusters, BOARD_SHAPE)
  const shift = Math.max(0, middle.w / 2 + CLUSTER_GAP - HORIZON_BAND)
  const counts = { current: 0, ideal: 0 }
  const notes = loose.map((note) => {
    const point = gridPoint(note.horizon, counts[note.horizon]++, clusters.length === 0 ? undefined : 3)
    return { id: note.id, at: { x: Math.round(point.x + (note.horizon === 'current' ? -shift : shift)), y: point.y } }
  })
  return { notes, clusters: middle.at }
}
