import * as Y from 'yjs'
import type { Place } from './records.ts'
import { isId, type ClusterId } from './ids.ts'

/**
 * Total readers: whatever a merge, an old client or a hostile one left under a key, the answer has the right type.
 * Selectors build on these, so that no document state can break a screen (SPEC S1).
 */
export const readString = (value: unknown, fallback = ''): string =>
  typeof value === 'string' ? value : value instanceof Y.Text ? value.toString() : fallback

const MOST_INITIALS = 4
const NO_LETTERS = /\P{L}+/gu

/** Initials as they are kept and shown: up to four letters, in capitals, without dots and blanks; empty where there are none. */
export const readInitials = (value: unknown): string =>
  [...readString(value).slice(0, 40).toUpperCase().normalize('NFC').replace(NO_LETTERS, '')].slice(0, MOST_INITIALS).join('')

export const readNumber = (value: unknown, fallback = 0): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : fallback

/** A whole number between `least` and `most`; anything else reads as `fallback`. */
export const readWhole = (value: unknown, fallback: number, least: number, most: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : fallback

export const readBoolean = (value: unknown): boolean => value === true

export const readOneOf = <T extends string, F>(value: unknown, allowed: readonly T[], fallback: F): T | F =>
  allowed.find((candidate) => candidate === value) ?? fallback

export const readStrings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []

/** A link to another thing; null when it is missing or could be nobody's id. */
export const readId = <T extends string>(value: unknown): T | null => (isId(value) ? (value as T) : null)

/** Links, each once, in their order. */
export const readIds = <T extends string>(value: unknown): readonly T[] =>
  Array.isArray(value) ? [...new Set(value.filter((entry) => isId(entry)))].map((entry) => entry as T) : []

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export const isDate = (value: unknown): value is string => typeof value === 'string' && DATE.test(value)

/** A date as yyyy-mm-dd; anything else reads as unset. */
export const readDate = (value: unknown): string => (isDate(value) ? value : '')

/** Board positions beyond this are errors, not places: nobody could ever scroll there. */
export const FAR = 1_000_000

const readCoordinate = (value: unknown): number => Math.max(-FAR, Math.min(FAR, readNumber(value)))

/** A missing or damaged place reads as the origin of the board, outside every cluster. */
export function readPlace(value: unknown): Place {
  if (!Array.isArray(value)) return [null, 0, 0]
  const [cluster, x, y] = value as readonly unknown[]
  return [readId<ClusterId>(cluster), readCoordinate(x), readCoordinate(y)]
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entries of a root that are records under an id, in the order of their ids, so that every device sees one order. */
export function recordsOf(root: {
  readonly entries: () => Iterable<[string, unknown]>
}): readonly (readonly [id: string, record: Y.Map<unknown>])[] {
  const found: [string, Y.Map<unknown>][] = []
  for (const [id, value] of root.entries()) if (value instanceof Y.Map && isId(id)) found.push([id, value])
  return found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
