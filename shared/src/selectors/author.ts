import type { Note } from '../records.ts'
import type { StageView } from './stage.ts'

/** Who wrote a note, as it stands under its words: "Table 4 · JD". Empty where no names were promised, or nobody knows (SPEC N8). */
export function authorLine(
  { naming, people }: Pick<StageView, 'naming' | 'people'>,
  { author, initials }: Pick<Note, 'author' | 'initials'>,
): string {
  const name = naming === 'named' ? (people.find((person) => person.id === author)?.name ?? '') : ''
  return [name, initials].filter((part) => name !== '' && part !== '').join(' · ')
}
