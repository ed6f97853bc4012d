import * as Y from 'yjs'
import type { Place } from './records.ts'
import type { ClusterId } from './ids.ts'

/**
 * Total readers: whatever a merge, an old client or a hostile one left under a key, the answer has the right type.
 * Selectors build on these, so that no document state can break a screen (SPEC S1).
 */
export const readString = (value: unknown, fallback = ''): string =>
  typeof value === 'string' ? value : value instanceof Y.Text ? value.toString() : fallback

export const readNumber = (value: unknown, fallback = 0): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : fallback

export const readBoolean = (value: unknown): boolean => value === true

export const readOneOf = <T extends string, F>(value: unknown, allowed: readonly T[], fallback: F): T | F =>
  allowed.find((candidate) => candidate === value) ?? fallback

export const readStrings = <T extends string>(value: unknown): readonly T[] =>
  Array.isArray(value) ? value.filter((entry): entry is T => typeof entry === 'string') : []

/** Board positions beyond this are errors, not places: nobody could ever scroll there. */
const FAR = 1_000_000

const readCoordinate = (value: unknown): number => Math.max(-FAR, Math.min(FAR, readNumber(value)))

/** A missing or damaged place reads as the origin of the board, outside every cluster. */
export function readPlace(value: unknown): Place {
  if (!Array.isArray(value)) return [null, 0, 0]
  const [cluster, x, y] = value as readonly unknown[]
  return [typeof cluster === 'string' ? (cluster as ClusterId) : null, readCoordinate(x), readCoordinate(y)]
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entries of a root that are records, in the order of their ids, so that every device sees one order. */
export function recordsOf(root: { readonly entries: () => Iterable<[string, unknown]> }): readonly (readonly [id: string, record: Y.Map<unknown>])[] {
  const found: [string, Y.Map<unknown>][] = []
  for (const [id, value] of root.entries()) if (value instanceof Y.Map) found.push([id, value])
  return found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
