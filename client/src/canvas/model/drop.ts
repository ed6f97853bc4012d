import {
  CLUSTER_HEADER,
  CLUSTER_PADDING,
  contains,
  DROP_MARGIN,
  layOutCluster,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  type BoardView,
  type ClusterId,
  type ClusterView,
  type Note,
  type NoteId,
  type Point,
  type Rect,
} from '@groundswell/shared'
import type { GhostItem } from './items.ts'
import { applyPlaces, centreOf, putAt, type Placed } from './slots.ts'

/** What is in a hand, where each thing's top left corner is now, and where the pointer is. Board units. */
export interface Hand {
  readonly notes: ReadonlyMap<NoteId, Point>
  readonly clusters: ReadonlyMap<ClusterId, Point>
  readonly pointer: Point
}

/** What letting go now would do. */
export type Drop =
  | { readonly kind: 'move' }
  | { readonly kind: 'group'; readonly with: NoteId }
  | { readonly kind: 'join'; readonly cluster: ClusterId; readonly places: readonly Placed[] }
  | { readonly kind: 'merge'; readonly into: ClusterId }

const MOVE: Drop = { kind: 'move' }

const area = (rect: Rect): number => rect.w * rect.h

/** The points that speak for what is in the hand: the pointer, and the centre of a note that is dragged alone. */
function probes(hand: Hand): readonly Point[] {
  const [only] = hand.notes.size === 1 ? hand.notes.values() : []
  return only ? [centreOf(only), hand.pointer] : [hand.pointer]
}

const hits = (rect: Rect, points: readonly Point[]): boolean => {
  const [first, ...rest] = points
  // A tired hand on a touch panel misses the card; the pointer itself says only where the note was grabbed.
  return (first !== undefined && contains(rect, first, DROP_MARGIN)) || rest.some((point) => contains(rect, point))
}

const distance = (rect: Rect, point: Point): number => Math.hypot(rect.x + rect.w / 2 - point.x, rect.y + rect.h / 2 - point.y)

function clusterUnder(view: BoardView, points: readonly Point[], isOut: (id: ClusterId) => boolean): ClusterView | null {
  const under = [...view.clusters.values()].filter(({ id, rect }) => !isOut(id) && hits(rect, points))
  return under.reduce<ClusterView | null>((least, next) => (least && area(least.rect) <= area(next.rect) ? least : next), null)
}

function noteUnder(view: BoardView, points: readonly Point[], isOut: (id: NoteId) => boolean): Note | null {
  const [centre] = points
  if (centre === undefined) return null
  let best: Note | null = null
  let least = Infinity
  for (const note of view.loose) {
    const rect = isOut(note.id) ? undefined : view.at.get(note.id)
    if (!rect || !hits(rect, points) || distance(rect, centre) >= least) continue
    best = note
    least = distance(rect, centre)
  }
  return best
}

function join(view: BoardView, hand: Hand, cluster: ClusterView): Drop {
  const moving = [...hand.notes.keys()].map((id) => view.notes.get(id)).filter((note) => note !== undefined)
  const settled = cluster.notes.filter((note) => !hand.notes.has(note.id))
  const [corner] = hand.notes.values()
  const relative = { x: (corner?.x ?? 0) - cluster.x, y: (corner?.y ?? 0) - cluster.y }
  return { kind: 'join', cluster: cluster.id, places: putAt(cluster.id, settled, moving, relative) }
}

type IsHeld = (id: NoteId | ClusterId) => boolean

const nobody: IsHeld = () => false

/**
 * What letting go of `hand` would do. Whole cards and 24 units around them count; a cluster counts before a loose note. What
 * another hand holds takes nothing in: it is not where the board has it.
 */
export function dropOf(view: BoardView, hand: Hand, isHeld = nobody): Drop {
  const points = probes(hand)
  if (hand.clusters.size > 0) {
    const into = hand.notes.size === 0 ? clusterUnder(view, [hand.pointer], (id) => hand.clusters.has(id) || isHeld(id)) : null
    return into ? { kind: 'merge', into: into.id } : MOVE
  }
  const cluster = clusterUnder(view, points, isHeld)
  if (cluster) return join(view, hand, cluster)
  const note = noteUnder(view, points, (id) => hand.notes.has(id) || isHeld(id))
  return note ? { kind: 'group', with: note.id } : MOVE
}

/** Where a new cluster goes so that the note dropped on stays where it is. */
export const clusterAround = (rect: Rect): Point => ({ x: rect.x - CLUSTER_PADDING, y: rect.y - CLUSTER_HEADER })

/** Clusters as they would look after the drops: the others make room. */
export function previewsOf(view: BoardView, drops: readonly Drop[]): ReadonlyMap<ClusterId, readonly Note[]> {
  const previews = new Map<ClusterId, readonly Note[]>()
  for (const drop of drops) {
    const before = drop.kind === 'join' ? (previews.get(drop.cluster) ?? view.clusters.get(drop.cluster)?.notes) : undefined
    if (drop.kind === 'join' && before) previews.set(drop.cluster, withPlaces(view, before, drop.places))
  }
  return previews
}

function withPlaces(view: BoardView, before: readonly Note[], places: readonly Placed[]): readonly Note[] {
  const there = new Set(before.map((note) => note.id))
  const coming = places.flatMap(({ id }) => (there.has(id) ? [] : (view.notes.get(id) ?? [])))
  return applyPlaces([...before, ...coming], places)
}

const SLOTS_SHOWN = 12

/** The dashed marks that say what would happen; `previews` are the clusters as they would look. */
export function ghostsOf(
  view: BoardView,
  hand: Hand,
  drop: Drop,
  previews: ReadonlyMap<ClusterId, readonly Note[]>,
): readonly GhostItem[] {
  switch (drop.kind) {
    case 'move':
      return []
    case 'group':
      return around(view.at.get(drop.with), 'group', view.notes.get(drop.with)?.horizon === 'ideal')
    case 'merge':
      return around(view.clusters.get(drop.into)?.rect, 'merge', true)
    case 'join': {
      const preview = previews.get(drop.cluster)
      const cluster = view.clusters.get(drop.cluster)
      if (!preview || !cluster) return []
      const { at } = layOutCluster(preview)
      return [...hand.notes.keys()].slice(0, SLOTS_SHOWN).flatMap((id, index) => {
        const slot = at.get(id)
        return slot
          ? [
              slotGhost(
                cluster.id,
                index,
                { x: cluster.x + slot.x, y: cluster.y + slot.y },
                view.notes.get(id)?.horizon === 'ideal',
              ),
            ]
          : []
      })
    }
  }
}

const slotGhost = (cluster: ClusterId, index: number, corner: Point, round: boolean): GhostItem => ({
  kind: 'ghost',
  id: String(index),
  ...corner,
  w: NOTE_WIDTH,
  h: NOTE_HEIGHT,
  says: index === 0 ? 'add' : 'none',
  round,
  cluster,
  lifted: false,
})

const MARK = 7

function around(rect: Rect | undefined, says: 'group' | 'merge', round: boolean): readonly GhostItem[] {
  if (!rect) return []
  return [
    {
      kind: 'ghost',
      id: '0',
      x: rect.x - MARK,
      y: rect.y - MARK,
      w: rect.w + 2 * MARK,
      h: rect.h + 2 * MARK,
      says,
      round,
      cluster: null,
      lifted: true,
    },
  ]
}
