import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Things dragged right now: the document ids and how far they are from where the document has them, in board units. */
export interface Drag {
  readonly ids: readonly string[]
  readonly dx: number
  readonly dy: number
}

/** The fast part of presence: a pointer in board units (whole numbers), and what it drags. Null is "not on the board". */
export interface Presence {
  readonly cursor: { readonly x: number; readonly y: number } | null
  readonly drag: Drag | null
}

export const NO_PRESENCE: Presence = { cursor: null, drag: null }

/** More ids than this in one drag are refused; a client with a larger selection sends the first ones. */
export const PRESENCE_LIMITS = { ids: 200, idLength: 40 } as const

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

/** Writes one presence; coordinates are rounded to whole units. */
export function encodePresence(encoder: encoding.Encoder, { cursor, drag }: Presence): void {
  encoding.writeVarUint(encoder, (cursor ? HAS_CURSOR : 0) | (drag ? HAS_DRAG : 0))
  if (cursor) writePoint(encoder, cursor.x, cursor.y)
  if (drag) {
    encoding.writeVarUint(encoder, drag.ids.length)
    for (const id of drag.ids) encoding.writeVarString(encoder, id)
    writePoint(encoder, drag.dx, drag.dy)
  }
}

/** Reads one presence, wherever in a message it stands. Throws when it is damaged or beyond `PRESENCE_LIMITS`. */
export function readPresence(decoder: decoding.Decoder): Presence {
  const flags = decoding.readVarUint(decoder)
  if (flags > (HAS_CURSOR | HAS_DRAG)) throw new Error('unknown presence flags')
  const cursor = flags & HAS_CURSOR ? readPoint(decoder) : null
  return { cursor, drag: flags & HAS_DRAG ? readDrag(decoder) : null }
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
