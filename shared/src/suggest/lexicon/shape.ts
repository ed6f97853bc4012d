/**
 * One concept of school life: its id, its name in English and in Spanish, and the words for it in both. Words are parted by
 * commas. `word` is that word alone, `stem*` every word that begins so, `two words` these words in a row, and a leading `~`
 * marks a weak sign, which counts less than half.
 */
export type Concept = readonly [id: string, english: string, spanish: string, englishWords: string, spanishWords: string]

/** Concepts that people tend to group together. Areas of one field have something in common, though less. */
export interface Area {
  readonly id: string
  readonly field: string
  readonly en: string
  readonly es: string
  readonly concepts: readonly Concept[]
}
