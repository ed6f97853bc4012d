import type * as Y from 'yjs'
import type { ItemId } from '../ids.ts'
import type { CoachNote } from '../records.ts'
import { coachRoots } from '../schema.ts'
import { removeRecord, upsert } from './goal.ts'

/** Writes a coach's private note. No export and no other person ever gets it (SPEC K1). */
export const saveCoachNote = (coach: Y.Doc, note: CoachNote): void =>
  upsert(coach, coachRoots(coach).notes, note.id, { text: note.text, at: note.at, about: note.about }, ['text'])

export const removeCoachNote = (coach: Y.Doc, id: ItemId): void => removeRecord(coach, coachRoots(coach).notes, id)
