import { deskNotes, markPublished, type DeskNote, type Horizon, type NoteId, type PersonId } from '@groundswell/shared'
import type * as Y from 'yjs'
import { participantsOf, type Session } from '../session/facts.ts'
import type { Randomness } from '../auth/secrets.ts'
import { documentOf, type Documents } from '../session/documents.ts'
import { publishedCount, publishedId, sealOn, signatureOf, writeNotes, type BoardNote } from './pen.ts'
import { writeStacked } from './stack.ts'

export interface RevealResult {
  /** Notes of this horizon that stand on the board now. */
  readonly notes: number
  /** People whose notes this run found on their desks. */
  readonly writers: number
}

interface Draft {
  readonly person: PersonId
  readonly note: DeskNote
}

/** Someone may type while the reveal runs; what they added is taken along, this many times. */
const ROUNDS = 5

/**
 * Publishes the desk notes of one horizon: copies them to the board in one transaction, in random order, and takes off
 * the desks what the board then holds. It can stop anywhere and be run again: ids are stable, and no desk is cleared
 * before its notes are on disk.
 */
export async function reveal(
  documents: Documents,
  random: Randomness,
  session: Session,
  horizon: Horizon,
): Promise<RevealResult> {
  const board = documentOf(session, { kind: 'board' })
  let drafts = await gather(documents, session, horizon)
  const writers = new Set(drafts.map((draft) => draft.person)).size
  for (let round = 0; round < ROUNDS && drafts.length > 0; round++) {
    const notes = shuffle(drafts, random).map((draft) => toBoardNote(session, draft))
    // What is added in a later round stands on the board already: only the first has anything to stack.
    await documents.write(board, (doc) => (round === 0 ? writeStacked(doc, session, notes) : writeNotes(doc, notes)))
    drafts = await clear(documents, session, drafts)
  }
  const notes = await documents.read(board, (doc) => publishedCount(doc, horizon))
  return { notes, writers }
}

async function gather(documents: Documents, session: Session, horizon: Horizon): Promise<readonly Draft[]> {
  const isDue = (note: DeskNote) => note.horizon === horizon && isFirst(note) && !isHeld(session, note)
  const desks = await allOf(participantsOf(session), async ({ id: person }) => {
    const notes = await documents.read(deskOf(session, person), deskNotes)
    return notes.filter(isDue).map((note) => ({ person, note }))
  })
  return desks.flat()
}

/** One after the other, sixty desks would keep the room waiting for the disk; all have ended when this does. */
async function allOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const ended = await Promise.allSettled(items.map(work))
  return ended.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}

/** Set aside in the review: it stays with its writer. */
const isHeld = (session: Session, note: DeskNote): boolean => session.facts.room.held.includes(publishedId(session, note.id))

/** Words, and never on the board: what changed after it was published waits for its owner. */
const isFirst = (note: DeskNote): boolean => note.published === null && note.text.trim() !== ''

/** Clears the desks of what was published; answers the notes whose words changed meanwhile. */
async function clear(documents: Documents, session: Session, published: readonly Draft[]): Promise<readonly Draft[]> {
  const writers = [...new Set(published.map((draft) => draft.person))]
  const changed = await allOf(writers, async (person) => {
    const mine = published.filter((draft) => draft.person === person)
    const left = await documents.write(deskOf(session, person), (desk) => {
      const unclear = clearUnchanged(desk, mine)
      const done = mine.map(({ note }) => publishedId(session, note.id))
      sealOn(desk, session, person, done)
      return unclear
    })
    return left.map((note) => ({ person, note }))
  })
  return changed.flat()
}

function clearUnchanged(desk: Y.Doc, published: readonly Draft[]): readonly DeskNote[] {
  const texts = new Map<NoteId, string>(published.map(({ note }) => [note.id, note.text]))
  const here = deskNotes(desk).filter((note) => texts.has(note.id))
  const same = here.filter((note) => texts.get(note.id) === note.text)
  markPublished(desk, same)
  return here.filter((note) => !same.includes(note) && note.text.trim() !== '')
}

const deskOf = (session: Session, person: PersonId) => documentOf(session, { kind: 'desk', person })

const toBoardNote = (session: Session, { person, note }: Draft): BoardNote => ({
  id: publishedId(session, note.id),
  horizon: note.horizon,
  text: note.text,
  ...signatureOf(session, person, note.initials),
  round: 1,
  late: false,
})

/** Fisher-Yates. The order of writing would tell who wrote what. */
function shuffle<T>(items: readonly T[], random: Randomness): readonly T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const pick = Buffer.from(random(6)).readUIntBE(0, 6) % (last + 1)
    const [a, b] = [mixed[last] as T, mixed[pick] as T]
    mixed[last] = b
    mixed[pick] = a
  }
  return mixed
}
