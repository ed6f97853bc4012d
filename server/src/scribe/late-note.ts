import {
  boardRoots,
  deskNotes,
  markPublished,
  ok,
  type Horizon,
  type NoteId,
  type PersonId,
  type Result,
} from '@groundswell/shared'
import { refuse, type Fault } from '../session/fault.ts'
import type { Session } from '../session/facts.ts'
import { documentOf, type Documents } from '../session/documents.ts'
import { publishedId, sealOn, signatureOf, writeNotes } from './pen.ts'

/** Publishes one note that its owner wrote, or finished, after the reveal of its horizon. */
export async function publishLate(
  documents: Documents,
  session: Session,
  person: PersonId,
  id: NoteId,
): Promise<Result<null, Fault>> {
  const board = documentOf(session, { kind: 'board' })
  const desk = documentOf(session, { kind: 'desk', person })
  const note = (await documents.read(desk, deskNotes)).find((mine) => mine.id === id)
  if (note === undefined) {
    const there = await documents.read(board, (doc) => boardRoots(doc).notes.has(publishedId(session, id)))
    return there ? ok(null) : refuse('not_found', 'There is no such note on your desk.')
  }
  if (session.facts.writing[note.horizon].reveal !== 'done') return refuse('not_now', 'These notes have not been revealed yet.')
  if (note.text.trim() === '') return refuse('bad_request', 'The note is empty.')
  const { horizon, text, initials } = note
  const published = publishedId(session, id, note.published === null ? null : text)
  await documents.write(board, (doc) =>
    writeNotes(doc, [{ id: published, horizon, text, ...signatureOf(session, person, initials), round: 1, late: true }]),
  )
  await documents.write(desk, (doc) => {
    markPublished(doc, [note])
    sealOn(doc, session, person, [published])
  })
  return ok(null)
}

export interface RoundTwoNote {
  readonly id: NoteId
  readonly horizon: Horizon
  readonly text: string
  readonly initials: string
}

/** Adds a note while people read together. It is the server's pen, so the board does not tell whose device wrote it. */
export async function addForPerson(documents: Documents, session: Session, person: PersonId, note: RoundTwoNote): Promise<void> {
  const added = await documents.write(documentOf(session, { kind: 'board' }), (doc) => {
    if (boardRoots(doc).notes.has(note.id)) return false
    writeNotes(doc, [{ ...note, ...signatureOf(session, person, note.initials), round: 2, late: false }])
    return true
  })
  // Only by whoever brought it: an id that is there already may be anyone's.
  if (added)
    await documents.write(documentOf(session, { kind: 'desk', person }), (desk) => sealOn(desk, session, person, [note.id]))
}
