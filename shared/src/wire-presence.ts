import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Things dragged right now: the document ids and how far they are from where the document has them, in board units. */
export interface Drag {
  readonly ids: readonly string[]
  readonly dx: number
  readonly dy: number
}

/** The fast part of presence: a pointer in board units (whole numbers; null is "not on the board"), and what is dragged. */
export interface Presence {
  readonly cursor: { readonly x: number; readonly y: number } | null
  /** One for each hand: on a touch panel several people drag at once. */
  readonly drags: readonly Drag[]
}

export const NO_PRESENCE: Presence = { cursor: null, drags: [] }

/** More hands, or more ids in them all, are refused; a client with a larger selection sends the first ones (`withinLimits`). */
export const PRESENCE_LIMITS = { hands: 20, ids: 200, idLength: 40 } as const

/** The drags without what is beyond `PRESENCE_LIMITS`. */
export function withinLimits(drags: readonly Drag[]): readonly Drag[] {
  let room: number = PRESENCE_LIMITS.ids
  return drags.slice(0, PRESENCE_LIMITS.hands).flatMap((drag) => {
    const ids = drag.ids.slice(0, room)
    room -= ids.length
    return ids.length === 0 ? [] : [{ ...drag, ids }]
  })
}

/** `seat` is a small number, unique among the members of a document, named in each member's awareness. */
export interface PresenceEntry {
  readonly seat: number
  readonly presence: Presence
}

/** A presence that was checked and is passed on as the bytes it came in. */
export interface RawPresenceEntry {
  readonly seat: number
  readonly bytes: Uint8Array
}

const HAS_CURSOR = 1
const HAS_DRAG = 2
/** Hands beside the first. A message of one hand looks as it did before there were several: an older client writes it. */
const HAS_MORE = 4

/** Writes one presence; coordinates are rounded to whole units. */
export function encodePresence(encoder: encoding.Encoder, { cursor, drags: [first, ...more] }: Presence): void {
  encoding.writeVarUint(encoder, (cursor ? HAS_CURSOR : 0) | (first ? HAS_DRAG : 0) | (more.length > 0 ? HAS_MORE : 0))
  if (cursor) writePoint(encoder, cursor.x, cursor.y)
  if (first) writeDrag(encoder, first)
  if (more.length === 0) return
  encoding.writeVarUint(encoder, more.length)
  for (const drag of more) writeDrag(encoder, drag)
}

function writeDrag(encoder: encoding.Encoder, { ids, dx, dy }: Drag): void {
  encoding.writeVarUint(encoder, ids.length)
  for (const id of ids) encoding.writeVarString(encoder, id)
  writePoint(encoder, dx, dy)
}

/** Reads one presence, wherever in a message it stands. Throws when it is damaged or beyond `PRESENCE_LIMITS`. */
export function readPresence(decoder: decoding.Decoder): Presence {
  const flags = decoding.readVarUint(decoder)
  if (flags > (HAS_CURSOR | HAS_DRAG | HAS_MORE)) throw new Error('unknown presence flags')
  const cursor = flags & HAS_CURSOR ? readPoint(decoder) : null
  const drags = flags & HAS_DRAG ? [readDrag(decoder)] : []
  if (flags & HAS_MORE) drags.push(...readMore(decoder))
  if (drags.reduce((ids, drag) => ids + drag.ids.length, 0) > PRESENCE_LIMITS.ids) throw new Error('too many ids')
  return { cursor, drags }
}

function readMore(decoder: decoding.Decoder): readonly Drag[] {
  const count = decoding.readVarUint(decoder)
  if (count >= PRESENCE_LIMITS.hands) throw new Error('too many hands')
  return Array.from({ length: count }, () => readDrag(decoder))
}

function readDrag(decoder: decoding.Decoder): Drag {
  const count = decoding.readVarUint(decoder)
  if (count > PRESENCE_LIMITS.ids) throw new Error('too many ids')
  const ids = Array.from({ length: count }, () => readDragId(decoder))
  const { x, y } = readPoint(decoder)
  return { ids, dx: x, dy: y }
}

function readDragId(decoder: decoding.Decoder): string {
  const id = decoding.readVarString(decoder)
  if (id.length > PRESENCE_LIMITS.idLength) throw new Error('id too long')
  return id
}

/** Board coordinates beyond this are nonsense; the bound keeps a number in five bytes. */
const FAR = 2 ** 30

const toWhole = (value: number): number => (Number.isFinite(value) ? Math.max(-FAR, Math.min(FAR, Math.round(value))) : 0)

function writePoint(encoder: encoding.Encoder, x: number, y: number): void {
  encoding.writeVarInt(encoder, toWhole(x))
  encoding.writeVarInt(encoder, toWhole(y))
}

function readPoint(decoder: decoding.Decoder): { x: number; y: number } {
  const x = decoding.readVarInt(decoder)
  const y = decoding.readVarInt(decoder)
  if (Math.abs(x) > FAR || Math.abs(y) > FAR) throw new Error('point out of range')
  return { x, y }
}
