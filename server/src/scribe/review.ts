import {
  deskNotes,
  FEW_WRITERS,
  holdDeskNote,
  ok,
  type DeskNote,
  type Horizon,
  type NoteId,
  type PersonId,
  type Result,
  type Review,
  type ReviewNote,
  type SessionId,
} from '@groundswell/shared'
import { refuse, type Fault } from '../session/fault.ts'
import { participantsOf, type Session } from '../session/facts.ts'
import { documentOf, type Documents } from '../session/documents.ts'
import { publishedId } from './pen.ts'

interface Written {
  readonly person: PersonId
  readonly note: DeskNote
}

/** What a facilitator has been shown: the words, by the note's id. */
type Shown = ReadonlyMap<NoteId, string>

/**
 * The review before a reveal: words without authors. What a facilitator sees grows only by what at least five people
 * wrote since the last look: someone who looks every second would otherwise see whose typing adds which note.
 */
export interface Reviews {
  /** The notes of one side, in an order that tells nothing. */
  readonly look: (session: Session, horizon: Horizon) => Promise<Review>
  readonly forget: (session: SessionId) => void
}

export function createReviews(documents: Documents): Reviews {
  const shown = new Map<SessionId, Map<Horizon, Shown>>()
  return {
    async look(session, horizon) {
      const before = shown.get(session.id)?.get(horizon) ?? new Map<NoteId, string>()
      const written = await writtenOn(documents, session, horizon)
      const fresh = written.filter(({ note }) => before.get(publishedId(session, note.id)) !== note.text)
      const enough = new Set(fresh.map(({ person }) => person)).size >= FEW_WRITERS
      if (!enough && before.size === 0) return { state: 'too_few' }
      const after: Shown = enough ? new Map(written.map(({ note }) => [publishedId(session, note.id), note.text])) : before
      const sides = shown.get(session.id) ?? new Map<Horizon, Shown>()
      shown.set(session.id, sides.set(horizon, after))
      return { state: 'open', notes: reviewNotes(session, after), waiting: enough ? 0 : fresh.length }
    },
    forget: (session) => void shown.delete(session),
  }
}

/** In the order of their keyed ids: neither of writing nor of people. */
const reviewNotes = ({ facts }: Session, shown: Shown): readonly ReviewNote[] =>
  [...shown]
    .map(([note, text]) => ({ note, text, held: facts.room.held.includes(note) }))
    .sort((a, b) => (a.note < b.note ? -1 : 1))

async function writtenOn(documents: Documents, session: Session, horizon: Horizon): Promise<readonly Written[]> {
  const found: Written[] = []
  for (const { id: person } of participantsOf(session)) {
    const notes = await documents.read(documentOf(session, { kind: 'desk', person }), deskNotes)
    for (const note of notes)
      if (note.horizon === horizon && note.published === null && note.text.trim() !== '') found.push({ person, note })
  }
  return found
}

/** Tells the writer, on their own desk, that a note was set aside or is taken along again. */
export async function tellHeld(documents: Documents, session: Session, id: NoteId, held: boolean): Promise<Result<null, Fault>> {
  for (const { id: person } of participantsOf(session)) {
    const desk = documentOf(session, { kind: 'desk', person })
    const notes = await documents.read(desk, deskNotes)
    const mine = notes.find((note) => publishedId(session, note.id) === id)
    if (mine === undefined) continue
    await documents.write(desk, (doc) => holdDeskNote(doc, mine.id, held))
    return ok(null)
  }
  return refuse('not_found', 'This note is not on a desk any more.')
}
