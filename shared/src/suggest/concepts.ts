import { LEXICON } from './lexicon/lexicon.ts'
import type { Area, Concept } from './lexicon/shape.ts'
import { isTelling, wordsOf } from './tokens.ts'
import { createSpeller } from './typos.ts'

/** How sure a sign is: several words in a row are surer than one, a weak sign less than half. */
const PHRASE = 1.25
const WORD = 1
const WEAK = 0.4

/** One pattern of the lexicon, under the first of its words. */
interface Pattern {
  readonly concept: string
  readonly parts: readonly Part[]
  readonly sureness: number
}

interface Part {
  readonly stem: string
  readonly open: boolean
}

/** Concept id -> how sure the text speaks of it; and its telling words, put right where they were mistyped. */
export interface Meaning {
  readonly concepts: ReadonlyMap<string, number>
  readonly words: readonly string[]
}

export const CONCEPTS: ReadonlyMap<string, { readonly area: Area; readonly en: string; readonly es: string }> = new Map(
  LEXICON.flatMap((area) => area.concepts.map(([id, en, es]) => [id, { area, en, es }] as const)),
)

function readPattern(concept: string, written: string): Pattern {
  const weak = written.startsWith('~')
  const parts = written
    .replace('~', '')
    .split(/[\s-]+/)
    .map((part) => ({ stem: wordsOf(part).join(''), open: part.endsWith('*') }))
  return { concept, parts, sureness: weak ? WEAK : parts.length > 1 ? PHRASE : WORD }
}

const patternsOf = ([id, , , english, spanish]: Concept): readonly Pattern[] =>
  `${english}, ${spanish}`.split(', ').map((written) => readPattern(id, written))

const fits = (word: string | undefined, { stem, open }: Part): boolean =>
  word !== undefined && (open ? word.startsWith(stem) : word === stem)

interface Matcher {
  /** Patterns whose first word this word fits. */
  readonly at: (word: string) => readonly Pattern[]
  /** What a word that is in no pattern may have been meant to be, as the patterns write it. */
  readonly meant: (word: string) => string | null
}

function createMatcher(): Matcher {
  const byFirst = new Map<string, Pattern[]>()
  const all = LEXICON.flatMap((area) => area.concepts.flatMap(patternsOf))
  for (const pattern of all) {
    const first = pattern.parts[0]?.stem ?? ''
    const found = byFirst.get(first)
    if (found === undefined) byFirst.set(first, [pattern])
    else found.push(pattern)
  }
  const at = (word: string): readonly Pattern[] => {
    const found: Pattern[] = []
    for (let end = 1; end <= word.length; end++)
      for (const pattern of byFirst.get(word.slice(0, end)) ?? [])
        if (pattern.parts[0] !== undefined && fits(word, pattern.parts[0])) found.push(pattern)
    return found
  }
  const speller = createSpeller(all.flatMap(({ parts }) => (parts.length === 1 ? [parts[0]?.stem ?? ''] : [])))
  return { at, meant: speller }
}

let matcher: Matcher | null = null

/** Made when it is first asked for: whoever only loads this module pays nothing. */
const theMatcher = (): Matcher => (matcher ??= createMatcher())

const fitsFrom = (words: readonly string[], start: number, { parts }: Pattern): boolean =>
  parts.every((part, index) => fits(words[start + index], part))

/** Mistyped words as the lexicon writes them, where it is plain what was meant. */
function corrected(words: readonly string[], { at, meant }: Matcher): readonly string[] {
  return words.map((word) => (at(word).length > 0 || !isTelling(word) ? word : (meant(word) ?? word)))
}

/** What a text speaks of. A second sign of the same concept adds half, for a note is about few things. */
export function meaningOf(text: string): Meaning {
  const tools = theMatcher()
  const words = corrected(wordsOf(text), tools)
  const concepts = new Map<string, number>()
  words.forEach((word, start) => {
    for (const pattern of tools.at(word)) {
      if (!fitsFrom(words, start, pattern)) continue
      const before = concepts.get(pattern.concept) ?? 0
      concepts.set(pattern.concept, before === 0 ? pattern.sureness : before + pattern.sureness / 2)
    }
  })
  return { concepts, words: words.filter(isTelling) }
}
