import { NOTE_HEIGHT, NOTE_WIDTH, type Horizon, type Point, type Rect } from '@groundswell/shared'
import type { Scene } from './scene.ts'

/** The board made small, in px from its top left corner. */
export interface Overview {
  readonly w: number
  readonly h: number
  readonly clusters: readonly Rect[]
  readonly notes: Readonly<Record<Horizon, readonly Rect[]>>
  /** px for one board unit, and the board's corner. */
  readonly scale: number
  readonly from: Point
}

/** The largest it may be, and what it leaves free around the board, in px. */
const MOST = { w: 176, h: 112 }
const MARGIN = 6
/** A note is never smaller than this: it would be dust. */
const LEAST = 2

/** Makes the board so small that `bounds`, what is around all of it, has room. */
export function overviewOf(scene: Scene, bounds: Rect): Overview {
  const scale = Math.min((MOST.w - 2 * MARGIN) / bounds.w, (MOST.h - 2 * MARGIN) / bounds.h)
  const from = { x: bounds.x - MARGIN / scale, y: bounds.y - MARGIN / scale }
  const small = (x: number, y: number, w: number, h: number): Rect => ({
    x: (x - from.x) * scale,
    y: (y - from.y) * scale,
    w: Math.max(LEAST, w * scale),
    h: Math.max(LEAST, h * scale),
  })
  const clusters: Rect[] = []
  const notes = { current: [] as Rect[], ideal: [] as Rect[] }
  for (const item of scene.values()) {
    if (item.kind === 'cluster') clusters.push(small(item.x, item.y, item.w, item.h))
    else if (item.kind === 'note') notes[item.horizon].push(small(item.x, item.y, NOTE_WIDTH, NOTE_HEIGHT))
  }
  return { w: bounds.w * scale + 2 * MARGIN, h: bounds.h * scale + 2 * MARGIN, clusters, notes, scale, from }
}

/** Where a part of the board is on the overview, cut at its edges. */
export function frameOn({ w, h, scale, from }: Overview, view: Rect): Rect {
  const [left, top] = [Math.max(1, (view.x - from.x) * scale), Math.max(1, (view.y - from.y) * scale)]
  const right = Math.min(w - 1, (view.x + view.w - from.x) * scale)
  const bottom = Math.min(h - 1, (view.y + view.h - from.y) * scale)
  return { x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top) }
}

/** The place of the board under a point of the overview. */
export const boardPoint = ({ scale, from }: Overview, at: Point): Point => ({
  x: from.x + at.x / scale,
  y: from.y + at.y / scale,
})
