import type { SessionFile } from '../../portable/session-file.ts'
import { BILINGUAL } from './bilingual.ts'
import { PRINCIPALS } from './principals.ts'
import type { LabelledNotes } from './shape.ts'
import { TERSE } from './terse.ts'

export type { LabelledNotes } from './shape.ts'

/** Sets on which weights and limits were tried. */
export const TUNED_SETS: Readonly<Record<string, LabelledNotes>> = { terse: TERSE, bilingual: BILINGUAL }

/** Held out: no weight, limit or word was chosen by looking at what goes wrong here. Keep it so, or the measure is worth nothing. */
export const HELD_OUT_SETS: Readonly<Record<string, LabelledNotes>> = { principals: PRINCIPALS }

/** The clusters of a session file as a labelled set; those that nobody would decide about (no focus) are left out. */
export function labelledBy({ notes, clusters }: SessionFile): LabelledNotes {
  const decided = clusters.filter(({ focus }) => focus !== null)
  return Object.fromEntries(
    decided.map(({ id, title }) => [title, notes.filter(({ place }) => place[0] === id).map(({ text }) => text)]),
  )
}
