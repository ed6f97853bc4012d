import {
  layOutCluster,
  type BoardView,
  type ClusterId,
  type ClusterView,
  type Note,
  type NoteId,
  type Point,
} from '@groundswell/shared'
import { clusterKey, keyOf, noteKey, type ClusterItem, type GhostItem, type Item, type NoteItem } from './items.ts'

/** What hands are doing above the board as stored. Keys are item keys. */
export interface Overlay {
  /** Where things in somebody's hand are now. A cluster takes its notes along. */
  readonly places: ReadonlyMap<string, Point>
  /** Clusters with the notes they would hold after the drops of this device's hands. */
  readonly previews: ReadonlyMap<ClusterId, readonly Note[]>
  readonly ghosts: readonly GhostItem[]
}

export const NOTHING: Overlay = { places: new Map(), previews: new Map(), ghosts: [] }

export type Scene = ReadonlyMap<string, Item>

/**
 * Everything on the canvas as stored, without hands. An item that did not change is the very object it was in `before`: with
 * 3,000 notes a change costs what changed and a walk, not 3,000 new records.
 */
export function buildBase(view: BoardView, before: Scene): Scene {
  const scene = new Map<string, Item>()
  for (const cluster of view.clusters.values()) addCluster(cluster, view, NOTHING, (item) => keep(scene, before, item))
  for (const note of view.loose) {
    const key = noteKey(note.id)
    const old = before.get(key)
    const [, x, y] = note.place
    scene.set(key, old?.kind === 'note' && isAsStored(old, note, x, y) ? old : noteItem(note, { x, y }, null, false))
  }
  return scene
}

const isAsStored = (old: NoteItem, note: Note, x: number, y: number): boolean =>
  old.x === x &&
  old.y === y &&
  old.text === note.text &&
  old.horizon === note.horizon &&
  old.cluster === null &&
  !old.lifted &&
  old.late === note.late

/** The base with hands above it: only what they touch is made anew. */
export function withHands(base: Scene, view: BoardView, overlay: Overlay, before: Scene): Scene {
  if (overlay.places.size === 0 && overlay.ghosts.length === 0 && overlay.previews.size === 0) return base
  const scene = new Map(base)
  const touched = new Set<ClusterId>(overlay.previews.keys())
  for (const [key, at] of overlay.places) {
    const item = base.get(key)
    if (item?.kind === 'cluster') touched.add(item.id)
    else if (item?.kind === 'note') keep(scene, before, { ...item, x: at.x, y: at.y, cluster: null, lifted: true })
  }
  for (const id of touched) {
    const cluster = view.clusters.get(id)
    if (cluster) addCluster(cluster, view, overlay, (item) => keep(scene, before, item))
  }
  for (const ghost of overlay.ghosts) keep(scene, before, ghost)
  return scene
}

/** Puts an item in, as the object it was if it is the same. */
function keep(scene: Map<string, Item>, before: Scene, item: Item): void {
  const key = keyOf(item)
  const old = before.get(key)
  scene.set(key, old && isSame(old, item) ? old : item)
}

function addCluster(cluster: ClusterView, view: BoardView, overlay: Overlay, add: (item: Item) => void): void {
  const held = overlay.places.get(clusterKey(cluster.id))
  const at = held ?? cluster
  const coming = overlay.previews.get(cluster.id)
  const preview = coming === undefined ? null : layOutCluster(coming)
  add(
    clusterItem(
      cluster,
      at,
      { w: preview?.w ?? cluster.rect.w, h: preview?.h ?? cluster.rect.h },
      coming !== undefined,
      held !== undefined,
    ),
  )
  for (const note of cluster.notes) {
    const lifted = overlay.places.get(noteKey(note.id))
    const pile = lifted === undefined ? cluster.id : null
    add(
      noteItem(
        note,
        lifted ?? memberAt(note.id, cluster, at, preview?.at, view),
        pile,
        held !== undefined || lifted !== undefined,
      ),
    )
  }
}

function memberAt(
  id: NoteId,
  cluster: ClusterView,
  at: Point,
  preview: ReadonlyMap<NoteId, Point> | undefined,
  view: BoardView,
): Point {
  const slot = preview?.get(id)
  if (slot) return { x: at.x + slot.x, y: at.y + slot.y }
  const rect = view.at.get(id)
  return rect ? { x: rect.x - cluster.x + at.x, y: rect.y - cluster.y + at.y } : at
}

const noteItem = (note: Note, at: Point, cluster: ClusterId | null, lifted: boolean): NoteItem => ({
  kind: 'note',
  id: note.id,
  x: at.x,
  y: at.y,
  text: note.text,
  horizon: note.horizon,
  late: note.late,
  cluster,
  lifted,
})

const clusterItem = (
  cluster: ClusterView,
  at: Point,
  size: { readonly w: number; readonly h: number },
  target: boolean,
  lifted: boolean,
): ClusterItem => ({
  kind: 'cluster',
  id: cluster.id,
  x: at.x,
  y: at.y,
  w: size.w,
  h: size.h,
  title: cluster.title,
  focus: cluster.focus,
  current: cluster.current,
  ideal: cluster.ideal,
  target,
  lifted,
})

const isSame = (a: Item, b: Item): boolean => a.x === b.x && a.y === b.y && isSameButPlace(a, b)

/** True when two states of one thing differ at most in where it lies. */
export function isSameButPlace(a: Item, b: Item): boolean {
  if (a.kind !== b.kind || a.lifted !== b.lifted) return false
  const left = a as unknown as Readonly<Record<string, unknown>>
  const right = b as unknown as Readonly<Record<string, unknown>>
  return Object.keys(left).every((key) => key === 'x' || key === 'y' || left[key] === right[key])
}

export interface SceneChange {
  readonly put: readonly Item[]
  readonly remove: readonly string[]
}

/** What has to change so that a canvas that shows `before` shows `after`. */
export function diffScenes(before: Scene, after: Scene): SceneChange {
  const put: Item[] = []
  for (const [key, item] of after) if (before.get(key) !== item) put.push(item)
  const remove: string[] = []
  if (before.size + put.length > after.size) for (const key of before.keys()) if (!after.has(key)) remove.push(key)
  return { put, remove }
}
