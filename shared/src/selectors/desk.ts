import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import { HORIZONS, type DeskNote } from '../records.ts'
import { readBoolean, readInitials, readNumber, readOneOf, readString, recordsOf } from '../read.ts'
import { deskRoots } from '../schema.ts'

/** One's own private notes, in the order of writing. What was published is off the desk until its words change (SPEC D3). */
export const deskNotes = (desk: Y.Doc): readonly DeskNote[] =>
  recordsOf(deskRoots(desk).notes)
    .map(([id, record]) => ({
      id: id as NoteId,
      horizon: readOneOf(record.get('horizon'), HORIZONS, 'current' as const),
      text: readString(record.get('text')),
      initials: readInitials(record.get('initials')),
      published: record.has('published') ? readString(record.get('published')) : null,
      held: readBoolean(record.get('held')),
      order: readNumber(record.get('order'), 1),
    }))
    .filter((note) => note.text !== note.published)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
