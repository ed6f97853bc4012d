import { CONCEPTS, meaningOf, type Meaning } from './concepts.ts'
import { stemOf } from './tokens.ts'

/** Dimension -> weight, of length 1; empty where a text says nothing. */
type Vector = ReadonlyMap<string, number>

/** How much each kind of sign counts. Found by trying, on the labelled sets that are not held out. */
const WEIGHTS = { concept: 1, area: 1.25, field: 0.3, word: 0.35, letters: 0.05 }

function unit(raw: ReadonlyMap<string, number>): Vector {
  let square = 0
  for (const value of raw.values()) square += value * value
  if (square === 0) return new Map()
  const length = Math.sqrt(square)
  return new Map([...raw].map(([key, value]) => [key, value / length]))
}

function lettersOf(words: readonly string[]): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const word of words) for (let i = 0; i + 4 <= word.length; i++) grams.add(word.slice(i, i + 4))
  return grams
}

/** A text without a sign of any concept is compared by its words and letters alone. */
function dimensionsOf({ concepts, words }: Meaning): ReadonlyMap<string, number> {
  const raw = new Map<string, number>()
  const add = (key: string, value: number) => raw.set(key, (raw.get(key) ?? 0) + value)
  for (const [concept, sure] of concepts) {
    add(`c:${concept}`, sure * WEIGHTS.concept)
    const area = CONCEPTS.get(concept)?.area
    add(`a:${area?.id ?? ''}`, sure * WEIGHTS.area)
    add(`f:${area?.field ?? ''}`, sure * WEIGHTS.field)
  }
  for (const word of new Set(words.map(stemOf))) add(`w:${word}`, WEIGHTS.word)
  for (const gram of lettersOf(words)) add(`l:${gram}`, WEIGHTS.letters)
  return raw
}

/**
 * A vector for each text. What many texts have in common tells little, so rare dimensions weigh more: by the logarithm of
 * how many texts there are for each that has the dimension.
 */
export function vectorsOf(texts: readonly string[]): readonly Vector[] {
  const raws = texts.map((text) => dimensionsOf(meaningOf(text)))
  const counts = new Map<string, number>()
  for (const raw of raws) for (const key of raw.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
  const rarity = (key: string): number => Math.log(1 + texts.length / (counts.get(key) ?? 1))
  return raws.map((raw) => unit(new Map([...raw].map(([key, value]) => [key, value * rarity(key)]))))
}
