import type { Note } from '@groundswell/shared'

/** One of today's notes facing one of the ideal ones. A side is null where the other has more to say. */
export interface GapPair {
  readonly current: Note | null
  readonly ideal: Note | null
}

/** Pairs a theme's notes in reading order; quoted ones first, so that what the team leans on stands on top. */
export function gapPairs(current: readonly Note[], ideal: readonly Note[], quoted: ReadonlySet<string>): readonly GapPair[] {
  const ranked = (notes: readonly Note[]): readonly Note[] => [
    ...notes.filter((note) => quoted.has(note.id)),
    ...notes.filter((note) => !quoted.has(note.id)),
  ]
  const left = ranked(current)
  const right = ranked(ideal)
  const rows = Math.max(left.length, right.length)
  return Array.from({ length: rows }, (_, row) => ({ current: left[row] ?? null, ideal: right[row] ?? null }))
}

/** How many people wrote these notes; null where notes carry no names. */
export function writersOf(notes: readonly Note[]): number | null {
  const authors = notes.map((note) => note.author)
  return authors.length === 0 || authors.includes(null) ? null : new Set(authors).size
}
