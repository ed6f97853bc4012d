import { NOTE_HEIGHT, NOTE_WIDTH, type Rect } from '@groundswell/shared'
import type { ClusterItem, NoteItem } from './items.ts'
import type { Scene } from './scene.ts'

/** Below this zoom the text of a note cannot be read, and notes are painted on one canvas instead of as elements. */
export const FAR_ZOOM = 0.25
/** Back above this, so that a zoom resting at the border does not flicker. */
const NEAR_ZOOM = 0.27

export const isFar = (zoom: number, before: boolean): boolean => zoom < (before ? NEAR_ZOOM : FAR_ZOOM)

/** Below this zoom no note in a cluster can be read: clusters show as tiles, with their titles at a size of their own. */
export const isMid = (zoom: number): boolean => zoom < 0.5

export interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** A note as it is painted, in screen px. */
export interface FarNote {
  readonly rect: Rect
  /** Widths of the strokes that stand for its lines of text, as parts of the note's width. */
  readonly lines: readonly number[]
}

export interface FarCluster {
  readonly rect: Rect
  readonly item: ClusterItem
}

export interface FarPicture {
  readonly clusters: readonly FarCluster[]
  readonly current: readonly FarNote[]
  readonly ideal: readonly FarNote[]
}

const toScreen = (item: { readonly x: number; readonly y: number }, w: number, h: number, { x, y, z }: Camera): Rect => ({
  x: (item.x + x) * z,
  y: (item.y + y) * z,
  w: w * z,
  h: h * z,
})

const isSeen = (rect: Rect, width: number, height: number): boolean =>
  rect.x < width && rect.y < height && rect.x + rect.w > 0 && rect.y + rect.h > 0

const CHARS_PER_LINE = 22
/** Smaller strokes than this many px are noise. */
const LEAST_FOR_LINES = 0.14

function linesOf(note: NoteItem, zoom: number): readonly number[] {
  if (zoom < LEAST_FOR_LINES) return []
  const lines = Math.min(4, Math.max(1, Math.ceil(note.text.length / CHARS_PER_LINE)))
  const last = (note.text.length % CHARS_PER_LINE) / CHARS_PER_LINE
  return Array.from({ length: lines }, (_, index) =>
    index === lines - 1 ? 0.2 + 0.5 * last : 0.7 + 0.08 * ((note.text.length + index) % 2),
  )
}

/**
 * What there is to paint on a canvas of `width` x `height` px: only what can be seen, things in a hand last. Notes in a
 * cluster are told by its tile.
 */
export function farPicture(scene: Scene, camera: Camera, width: number, height: number, isFarAway = true): FarPicture {
  const clusters: FarCluster[] = []
  const sides = { current: [] as FarNote[], ideal: [] as FarNote[] }
  const late: NoteItem[] = []
  const addNote = (note: NoteItem) => {
    const rect = toScreen(note, NOTE_WIDTH, NOTE_HEIGHT, camera)
    if (isSeen(rect, width, height)) sides[note.horizon].push({ rect, lines: linesOf(note, camera.z) })
  }
  for (const item of scene.values()) {
    if (item.kind === 'note') {
      if (item.cluster !== null || !isFarAway) continue
      if (item.lifted) late.push(item)
      else addNote(item)
    } else if (item.kind === 'cluster') {
      const rect = toScreen(item, item.w, item.h, camera)
      if (isSeen(rect, width, height)) clusters.push({ rect, item })
    }
  }
  late.forEach(addNote)
  return { clusters, ...sides }
}
