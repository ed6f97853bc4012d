import type { Language } from '@groundswell/shared'
import { englishPhrases } from './english.ts'
import { SPANISH } from './spanish.ts'
import type { Phrases, Topic } from './words.ts'

export const phrasesIn = (language: Language): Phrases => (language === 'es' ? SPANISH : englishPhrases())

/** A note of a topic, in words that may end with a place. */
export const wordNote = (says: string, place: string | undefined): string =>
  place === undefined ? says : `${says.replace(/[.\s]+$/, '')}, ${place}.`

/** The topic a note is about: what a person reads in it. Null for words that are nobody's of these. */
export function topicOf(topics: readonly Topic[], text: string): Topic | null {
  const starts = (says: string) => text.startsWith(says.replace(/[.\s]+$/, ''))
  return topics.find(({ says }) => says.current.some(starts) || says.ideal.some(starts)) ?? null
}
