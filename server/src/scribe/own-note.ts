import {
  boardView,
  bringBackNote,
  keepWithdrawn,
  LIMITS,
  mayWithdraw,
  mendNote,
  ok,
  ownNotes,
  withdrawNote,
  type Mending,
  type NoteId,
  type OwnNote,
  type PersonId,
  type Result,
} from '@groundswell/shared'
import { sameBytes } from '../auth/secrets.ts'
import { refuse, type Fault } from '../session/fault.ts'
import type { Session } from '../session/facts.ts'
import { documentOf, type Documents } from '../session/documents.ts'
import { sealOf } from './pen.ts'

/** The same answer for a note that is not there and for somebody else's: it must not tell which. */
const notYours = refuse('not_found', 'There is no such note of yours on the board.')
const changedMeanwhile = refuse('conflict', 'The note was changed meanwhile.')
const decidedOn = refuse('not_now', 'The group has decided on what this note is part of: it can be changed, not withdrawn.')

/**
 * Changes the words of a note on the board for its writer, whatever the step allows others: the server's pen writes, so the
 * board, and whoever reads it, learns what changed and not by whom. Only the board is written: a desk that changed
 * would count as someone typing.
 */
export async function mendOwn(
  documents: Documents,
  session: Session,
  person: PersonId,
  mending: Mending,
): Promise<Result<null, Fault>> {
  if ((await ownOf(documents, session, person, mending.id)) === null) return notYours
  const outcome = await documents.write(documentOf(session, { kind: 'board' }), (board) => mendNote(board, mending))
  if (outcome === 'changed') return changedMeanwhile
  return outcome === 'gone' ? notYours : ok(null)
}

/** The session at this moment: what was decided may change between two documents. */
type Now = () => Session

/**
 * Takes an own note off the board. Its words go to the writer's desk first: a crash in between leaves them in both places, and
 * never in none.
 */
export async function withdrawOwn(documents: Documents, now: Now, person: PersonId, id: NoteId): Promise<Result<null, Fault>> {
  const own = await ownOf(documents, now(), person, id)
  if (own === null) return notYours
  const board = documentOf(now(), { kind: 'board' })
  const desk = documentOf(now(), { kind: 'desk', person })
  const note = await documents.read(board, (doc) => boardView(doc).notes.get(id) ?? null)
  if (note === null) return own.withdrawn === null ? notYours : ok(null)
  if (!(await documents.read(board, (doc) => isUndecided(now(), doc, id)))) return decidedOn
  await documents.write(desk, (doc) => keepWithdrawn(doc, id, note.text))
  const words = await documents.write(board, (doc) => (isUndecided(now(), doc, id) ? withdrawNote(doc, id) : null))
  if (words !== note.text) await documents.write(desk, (doc) => keepWithdrawn(doc, id, words))
  return words === null ? decidedOn : ok(null)
}

function isUndecided({ facts }: Session, board: Parameters<typeof boardView>[0], id: NoteId): boolean {
  const view = boardView(board)
  const note = view.notes.get(id)
  return note !== undefined && mayWithdraw(note, { vote: facts.vote.state, themes: facts.themes }, view)
}

/** Puts a note back that its writer withdrew, with the words it had. */
export async function bringBackOwn(
  documents: Documents,
  session: Session,
  person: PersonId,
  id: NoteId,
): Promise<Result<null, Fault>> {
  const own = await ownOf(documents, session, person, id)
  if (own === null) return notYours
  const words = own.withdrawn
  if (words === null) return ok(null)
  // A desk is its owner's to write: what comes back is no longer than any note.
  const back = (board: Parameters<typeof bringBackNote>[0]) => bringBackNote(board, id, words.slice(0, LIMITS.note))
  if (!(await documents.write(documentOf(session, { kind: 'board' }), back))) return notYours
  await documents.write(documentOf(session, { kind: 'desk', person }), (desk) => keepWithdrawn(desk, id, null))
  return ok(null)
}

/** What the person's desk knows of a note, under the server's own seal; null for everybody else's notes. */
async function ownOf(documents: Documents, session: Session, person: PersonId, id: NoteId): Promise<OwnNote | null> {
  const mine = await documents.read(documentOf(session, { kind: 'desk', person }), ownNotes)
  const own = mine.find(({ note }) => note === id)
  return own !== undefined && sameBytes(Buffer.from(own.seal), Buffer.from(sealOf(session, person, id))) ? own : null
}
