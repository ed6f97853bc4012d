/**
 * Z order as fractional index keys that every device derives alike from band and id. Two records can never hold one key,
 * which tldraw answers with an exception as soon as something is put between them.
 */
type Place = 'board' | 'hand'

/** The whole part of the key; later ones sort above earlier ones. New ink is created above the highest key there is. */
const CARDS: Readonly<Record<Place, string>> = { board: 'a1', hand: 'b0a' }
const LOOSE: Readonly<Record<Place, string>> = { board: 'a3', hand: 'b0c' }
const MARK = 'b0b'
const INK = 'a4'

/** An id as the digits of a fraction: base 62, not ending in zero. `_` and `-` are spelled out, so ids stay distinct. */
const digits = (id: string): string => `${id.replaceAll('Z', 'Zz').replaceAll('-', 'Z0').replaceAll('_', 'Z1')}V`

/** A cluster's card, the marks on it and its notes stack as one pile: where two clusters overlap, each stays whole. */
export const cardKey = (cluster: string, place: Place): string => `${CARDS[place]}${digits(cluster)}`
export const slotKey = (cluster: string, slot: string, place: Place): string => `${cardKey(cluster, place)}1${digits(slot)}`
export const memberKey = (cluster: string, note: string, place: Place): string => `${cardKey(cluster, place)}2${digits(note)}`
export const looseKey = (note: string, place: Place): string => `${LOOSE[place]}${digits(note)}`
/** A mark around what would be joined: above everything but what is in the hand. */
export const markKey = (id: string): string => `${MARK}${digits(id)}`

const KEY = /^[a-z][0-9A-Za-z]{1,200}$/

/** Digits that follow the first letter in the whole part of a key. */
const wholeLength = (key: string): number => key.charCodeAt(0) - 'a'.charCodeAt(0) + 2

const isKey = (key: unknown): key is string =>
  typeof key === 'string' &&
  KEY.test(key) &&
  key.length >= wholeLength(key) &&
  !(key.length > wholeLength(key) && key.endsWith('0'))

/** The key of a drawing: as stored where it is sound and above the notes, always made unique by its id. */
export function inkKey(stored: unknown, id: string): string {
  const end = digits(id.replace(/^[a-z]+:/, ''))
  if (!isKey(stored) || stored < INK) return `${INK}${end}`
  return stored.endsWith(end) ? stored : `${stored}${end}`
}
