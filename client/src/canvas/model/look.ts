import { contains, NOTE_HEIGHT, NOTE_WIDTH, type Horizon, type NoteId, type Rect } from '@groundswell/shared'
import type { Camera } from './far-paint.ts'
import { noteKey, type Item, type NoteItem } from './items.ts'
import type { Scene } from './scene.ts'

/** The canvas's size on the screen, in px. */
export interface Room {
  readonly w: number
  readonly h: number
}

/** Room for the zones' titles above and the tools below, in screen px. */
const INSET = { top: 64, bottom: 88, side: 28 }

/** From this zoom on the words of a usual note (18.5 to 20 px) are 12 px and larger: a board that fits so is shown whole. */
const READABLE = 0.62
/** The zoom that a larger board is opened at to be read: 12 to 13 px. What fits larger is shown larger. */
const READING = 0.66
const FARTHEST = 0.05

/** Where both sides are read, a window with this part of the most notes of any window is as good: it may show the horizon. */
const AS_GOOD = 0.75
/** Windows begin at places of notes; of more rows or columns than this, some are passed over. */
const MOST_STARTS = 28

const sizeOf = (item: Exclude<Item, { kind: 'ghost' }>): Rect =>
  item.kind === 'cluster' ? item : { x: item.x, y: item.y, w: NOTE_WIDTH, h: NOTE_HEIGHT }

/** A scene never changes, and several ask about the same one in every frame: it is looked through once. */
const wholes = new WeakMap<Scene, Rect | null>()

/** What is around everything, or around the things with these keys; null around nothing. */
export function boundsOfScene(scene: Scene, keys?: ReadonlySet<string>): Rect | null {
  if (keys !== undefined) return around(rectsOf(scene, keys))
  const known = wholes.get(scene)
  if (known !== undefined) return known
  const whole = around(rectsOf(scene))
  wholes.set(scene, whole)
  return whole
}

function* rectsOf(scene: Scene, keys?: ReadonlySet<string>): Iterable<Rect> {
  for (const [key, item] of scene) if (item.kind !== 'ghost' && (keys === undefined || keys.has(key))) yield sizeOf(item)
}

function around(rects: Iterable<Rect>): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, w, h } of rects) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top }
}

/** The view with the middle of `bounds` in the middle of the room between titles and tools. */
function cameraAt({ w, h }: Room, bounds: Rect, z: number): Camera {
  const middle = (INSET.top + (h - INSET.bottom)) / 2
  return { x: w / 2 / z - (bounds.x + bounds.w / 2), y: middle / z - (bounds.y + bounds.h / 2), z }
}

/** The view that shows `bounds` whole, no larger than at its natural size. */
export function cameraOn(room: Room, bounds: Rect): Camera {
  const free = freeIn(room)
  return cameraAt(room, bounds, Math.max(FARTHEST, Math.min(1, free.w / bounds.w, free.h / bounds.h)))
}

const freeIn = ({ w, h }: Room): Room => ({ w: w - 2 * INSET.side, h: h - INSET.top - INSET.bottom })

/** True when notes can be read where all of this is in view. */
export const isReadable = (room: Room, bounds: Rect): boolean => cameraOn(room, bounds).z >= READABLE

/** `small`: all of it can be read at once. `part`: there is more than one sees. `whole`: all is in view, too far away to be read. */
export type Sight = 'small' | 'part' | 'whole'

/** How much of the board is seen where `view`, in board units, fills the room. */
export function sightOf(room: Room, view: Rect, whole: Rect | null): Sight {
  if (whole === null || isReadable(room, whole)) return 'small'
  if (!contains(view, whole) || !contains(view, { x: whole.x + whole.w, y: whole.y + whole.h })) return 'part'
  // Some of it may lie under the tools; nearer would show less.
  return room.w / view.w >= READABLE ? 'small' : 'whole'
}

/** Whose eyes they are: the notes of one's own hand, and the side that the step is about. */
export interface Reader {
  readonly hand: readonly NoteId[]
  readonly horizon: Horizon | null
}

/**
 * The loose notes that there are to read: those of one's hand, else those of the step's side, else all. None where most notes are
 * in clusters: these show as tiles, which tell more from a distance than a corner of the board does from near.
 */
export function notesToRead(scene: Scene, { hand, horizon }: Reader): readonly NoteItem[] {
  const notes = [...scene.values()].filter((item) => item.kind === 'note')
  const loose = notes.filter(({ cluster }) => cluster === null)
  const mine = new Set<string>(hand.map(noteKey))
  const held = loose.filter(({ id }) => mine.has(noteKey(id)))
  if (held.length > 0) return held
  if (2 * loose.length <= notes.length) return []
  const side = loose.filter((note) => note.horizon === horizon)
  return side.length > 0 ? side : loose
}

/** The view from near on these notes: as many of them as fit, nearest to the horizon and to the top, and nothing beyond `whole`. */
export function cameraToRead(room: Room, notes: readonly NoteItem[], whole: Rect): Camera | null {
  const all = around(notes.map(sizeOf))
  if (all === null) return null
  const z = Math.max(READING, cameraOn(room, all).z)
  const free = freeIn(room)
  const size = { w: free.w / z, h: free.h / z }
  // Never past the edge of what there is to read, and one that has the horizon in its middle.
  const lefts = starts([...notes.flatMap(({ x }) => [x, x + NOTE_WIDTH - size.w]), -size.w / 2], all.x, all.w - size.w)
  const tops = starts(
    notes.map(({ y }) => y),
    all.y,
    all.h - size.h,
  )
  const windows = tops.flatMap((y) => lefts.map((x) => windowOn(notes, { x, y, ...size }, all.y)))
  const most = windows.reduce((count, { held }) => Math.max(count, held.length), 0)
  const isBoth = new Set(notes.map(({ horizon }) => horizon)).size > 1
  const good = windows.filter(({ held }) => held.length >= (isBoth ? AS_GOOD : 1) * most)
  const best = good.reduce((least, next) => (next.away < least.away ? next : least), good[0] ?? { held: notes, away: 0 })
  const shown = around(best.held.map(sizeOf)) ?? all
  const [x, w] = slide(shown.x, shown.w, size.w, whole.x, whole.w)
  const [y, h] = slide(shown.y, shown.h, size.h, whole.y, whole.h)
  return cameraAt(room, { x, y, w, h }, z)
}

/** A window of `size` around a part, slid along one side so that it does not end outside of the whole where it need not. */
function slide(at: number, length: number, size: number, first: number, all: number): readonly [at: number, length: number] {
  if (all <= size) return [first, all]
  const start = at + length / 2 - size / 2
  return [Math.max(first, Math.min(first + all - size, start)), size]
}

interface Window {
  readonly held: readonly NoteItem[]
  /** From the horizon and from the top of what there is to read, in board units. */
  readonly away: number
}

function windowOn(notes: readonly NoteItem[], { x, y, w, h }: Rect, top: number): Window {
  // One unit more: a window that ends with a note must hold it, whatever the fractions say.
  const [right, bottom] = [x + w + 1, y + h + 1]
  const held = notes.filter(
    (note) => note.x > x - 1 && note.y > y - 1 && note.x + NOTE_WIDTH < right && note.y + NOTE_HEIGHT < bottom,
  )
  return { held, away: Math.hypot(x + w / 2, y - top) }
}

/** Where windows may begin along one side, from `first` on and at most `spare` beyond it. */
function starts(places: readonly number[], first: number, spare: number): readonly number[] {
  const within = places.map((place) => Math.max(first, Math.min(first + Math.max(0, spare), place)))
  const sorted = [...new Set(within)].sort((a, b) => a - b)
  const step = Math.max(1, Math.ceil(sorted.length / MOST_STARTS))
  return sorted.filter((_, index) => index % step === 0)
}

/** The view that a board opens with: whole where it can be read so, else from near on what there is to read. */
export function cameraToOpen(room: Room, scene: Scene, reader: Reader): Camera | null {
  const whole = boundsOfScene(scene)
  if (whole === null) return null
  if (isReadable(room, whole)) return cameraOn(room, whole)
  return cameraToRead(room, notesToRead(scene, reader), whole) ?? cameraOn(room, whole)
}
