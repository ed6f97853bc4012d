import type { Language } from '../api.ts'
import { CONCEPTS, meaningOf } from './concepts.ts'
import { LEXICON } from './lexicon/lexicon.ts'

/** A working title in each language: people are to change it. */
export type SuggestedTitle = Readonly<Record<Language, string>>

/** A title that speaks of fewer notes than this would be wrong for the others. */
const MOST_NOTES = 0.6

const AREAS = new Map(LEXICON.map((area) => [area.id, area]))

/** How many of the sets have each entry. */
function counted(sets: readonly ReadonlySet<string>[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const set of sets) for (const entry of set) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
}

/** What most of the texts speak of, a concept before a whole field; null where nothing is common to most. */
export function titleOf(texts: readonly string[]): SuggestedTitle | null {
  const found = texts.map((text) => new Set(meaningOf(text).concepts.keys()))
  const enough = texts.length * MOST_NOTES
  const [concept, most = 0] = counted(found)[0] ?? []
  if (concept !== undefined && most >= enough) return named(CONCEPTS.get(concept))
  const areas = found.map((concepts) => new Set([...concepts].map((one) => CONCEPTS.get(one)?.area.id ?? '')))
  const [area, share = 0] = counted(areas)[0] ?? []
  return area !== undefined && share >= enough ? named(AREAS.get(area)) : null
}

const named = (one: { readonly en: string; readonly es: string } | undefined): SuggestedTitle | null =>
  one === undefined ? null : { en: one.en, es: one.es }
