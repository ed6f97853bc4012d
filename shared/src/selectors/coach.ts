import type * as Y from 'yjs'
import type { ItemId } from '../ids.ts'
import type { CoachNote } from '../records.ts'
import { isRecord, readNumber, readOneOf, readString, recordsOf } from '../read.ts'
import { coachRoots } from '../schema.ts'

const readAbout = (value: unknown): CoachNote['about'] => {
  if (!isRecord(value)) return null
  const kind = readOneOf(value['kind'], ['note', 'cluster', 'plc', 'person'] as const, null)
  return kind === null || typeof value['id'] !== 'string' ? null : { kind, id: value['id'] }
}

/** A coach's own notes, newest last. */
export const coachNotes = (coach: Y.Doc): readonly CoachNote[] =>
  recordsOf(coachRoots(coach).notes)
    .map(([id, record]) => ({
      id: id as ItemId,
      text: readString(record.get('text')),
      at: readNumber(record.get('at')),
      about: readAbout(record.get('about')),
    }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
