import { createHmac } from 'node:crypto'
import {
  boardRoots,
  gridPoint,
  ID_BYTES,
  makeId,
  makeNote,
  recordAt,
  sealOwnNotes,
  setText,
  textField,
  type Horizon,
  type ItemId,
  type NoteId,
  type PersonId,
  type Place,
} from '@groundswell/shared'
import type * as Y from 'yjs'
import type { Session } from '../session/facts.ts'

/** A note as the scribe puts it on the board. */
export interface BoardNote {
  readonly id: NoteId
  readonly horizon: Horizon
  readonly text: string
  readonly author: PersonId | null
  readonly initials: string
  readonly round: number
  readonly late: boolean
}

/**
 * The id under which a desk note is published. Always the same, so a repeated reveal adds nothing; keyed, so nobody who
 * comes to know a desk note's id can find it on the board. A note whose words changed after it was published is published
 * again as another note: `changedTo` is those words.
 */
export function publishedId(session: Session, note: NoteId, changedTo: string | null = null): NoteId {
  const name = changedTo === null ? note : `${note} ${changedTo}`
  return makeId(createHmac('sha256', session.secret).update(name).digest().subarray(0, ID_BYTES))
}

/**
 * The server's word, on a person's own desk, that a note on the board is theirs. Keyed, so that nobody can write one for
 * a note of somebody else: a desk takes whatever its owner writes. (No desk note's id begins with a colon, so that no
 * published id is ever the seal of anything.)
 */
export const sealOf = (session: Session, person: PersonId, note: NoteId): string =>
  makeId<ItemId>(createHmac('sha256', session.secret).update(`:mine ${person} ${note}`).digest().subarray(0, ID_BYTES))

/** Tells a person's desk which notes on the board are theirs: the only place that knows. */
export function sealOn(desk: Y.Doc, session: Session, person: PersonId, notes: readonly NoteId[]): void {
  sealOwnNotes(
    desk,
    notes.map((note) => ({ note, seal: sealOf(session, person, note) })),
  )
}

/**
 * The author as promised: without names, nobody, not even on disk. Initials come from a table alone, and where names were
 * promised, whatever a device sends (SPEC N8).
 */
export function signatureOf(session: Session, person: PersonId, initials: string): Pick<BoardNote, 'author' | 'initials'> {
  if (session.facts.naming !== 'named') return { author: null, initials: '' }
  return { author: person, initials: session.members.get(person)?.device === 'table' ? initials : '' }
}

/**
 * Puts notes on the board, each in its home or else at the next place of its zone. One that is there takes over the words
 * that differ.
 */
export function writeNotes(board: Y.Doc, notes: readonly BoardNote[], homes: ReadonlyMap<NoteId, Place> = NO_HOMES): void {
  const root = boardRoots(board).notes
  const next = { current: countOf(board, 'current'), ideal: countOf(board, 'ideal') }
  for (const { id, horizon, ...note } of notes) {
    const there = recordAt(root, id)
    if (there !== null) {
      setText(textField(there, 'text'), note.text)
      continue
    }
    root.set(id, makeNote({ ...note, id, horizon, place: homes.get(id) ?? looseAt(horizon, next[horizon]++) }))
  }
}

const NO_HOMES: ReadonlyMap<NoteId, Place> = new Map()

function looseAt(horizon: Horizon, index: number): Place {
  const { x, y } = gridPoint(horizon, index)
  return [null, x, y]
}

export function countOf(board: Y.Doc, horizon: Horizon): number {
  const { notes } = boardRoots(board)
  return [...notes.keys()].filter((id) => recordAt(notes, id)?.get('horizon') === horizon).length
}

/** Notes of the first round that the reveal has published, wherever people moved them since. */
export function publishedCount(board: Y.Doc, horizon: Horizon): number {
  const { notes } = boardRoots(board)
  return [...notes.keys()].filter((id) => {
    const note = recordAt(notes, id)
    return note?.get('horizon') === horizon && note.get('round') === 1 && note.get('late') !== true
  }).length
}
