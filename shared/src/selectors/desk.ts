import type * as Y from 'yjs'
import { isId, type NoteId } from '../ids.ts'
import { HORIZONS, type DeskNote, type OwnNote } from '../records.ts'
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

/** One's own notes on the board, in the order in which they came there (SPEC D6). Whether each seal is true, the server knows. */
export const ownNotes = (desk: Y.Doc): readonly OwnNote[] =>
  [...deskRoots(desk).mine]
    .filter(([note]) => isId(note))
    .map(([note, value]) => {
      const { seal, order, withdrawn } = fieldsOf(value)
      const words = typeof withdrawn === 'string' ? withdrawn : null
      return { note: note as NoteId, seal: readString(seal), withdrawn: words, order: readNumber(order, 1) }
    })
    .sort((a, b) => a.order - b.order || (a.note < b.note ? -1 : 1))
    .map(({ order: _order, ...own }) => own)

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {}
