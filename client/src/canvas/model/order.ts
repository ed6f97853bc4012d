/**
 * Z order as fractional index keys that every device derives alike from band and id. Two records can never hold one key,
 * which tldraw answers with an exception as soon as something is put between them.
 */
export type Band = 'cluster' | 'ghost' | 'note' | 'ink' | 'lifted-cluster' | 'lifted-ghost' | 'lifted-note'

/** The whole part of the key; later bands sort above earlier ones. New ink is created above the highest key there is. */
const WHOLE: Readonly<Record<Band, string>> = {
  cluster: 'a1', ghost: 'a2', note: 'a3', ink: 'a4', 'lifted-cluster': 'b0a', 'lifted-ghost': 'b0b', 'lifted-note': 'b0c',
}

/** An id as the digits of a fraction: base 62, not ending in zero. `_` and `-` are spelled out, so ids stay distinct. */
const digits = (id: string): string => `${id.replaceAll('Z', 'Zz').replaceAll('-', 'Z0').replaceAll('_', 'Z1')}V`

export const orderKey = (band: Band, id: string): string => `${WHOLE[band]}${digits(id)}`

const KEY = /^[a-z][0-9A-Za-z]{1,200}$/

/** Digits that follow the first letter in the whole part of a key. */
const wholeLength = (key: string): number => key.charCodeAt(0) - 'a'.charCodeAt(0) + 2

const isKey = (key: unknown): key is string =>
  typeof key === 'string' && KEY.test(key) && key.length >= wholeLength(key) && !(key.length > wholeLength(key) && key.endsWith('0'))

/** The key of a drawing: as stored where it is sound and above the notes, always made unique by its id. */
export function inkKey(stored: unknown, id: string): string {
  const end = digits(id.replace(/^[a-z]+:/, ''))
  if (!isKey(stored) || stored < WHOLE.ink) return `${WHOLE.ink}${end}`
  return stored.endsWith(end) ? stored : `${stored}${end}`
}
