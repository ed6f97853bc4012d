import type * as Y from 'yjs'
import { LIMITS } from '../api.ts'
import type { ClusterId, NoteId, PersonId } from '../ids.ts'
import type { Point } from '../layout.ts'
import type { Horizon, Place } from '../records.ts'
import { boardRoots, initialsField, makeRecord, RECORD_TEXTS, recordAt, textAt, textField, type YRecord } from '../schema.ts'
import { LOCAL, mergeChange, setText } from '../text-diff.ts'

export interface NewNote {
  readonly id: NoteId
  readonly horizon: Horizon
  readonly text: string
  readonly place: Place
  readonly author: PersonId | null
  readonly initials?: string
  readonly round?: number
  readonly late?: boolean
}

/** The Yjs record of a note; also the scribe's pen at the reveal. */
export function makeNote({ horizon, text, place, author, initials, round, late }: NewNote): YRecord {
  const signed = { ...(author === null ? {} : { author }), ...initialsField(initials) }
  const extra = { ...signed, ...(late === true ? { late } : {}) }
  return makeRecord({ horizon, text, place, round: round ?? 1, ...extra }, RECORD_TEXTS.note)
}

/** Adds a note. A note that is there already stays as it is, so a repeated act changes nothing (SPEC N1). */
export function addNote(board: Y.Doc, note: NewNote): void {
  const { notes } = boardRoots(board)
  if (notes.has(note.id)) return
  board.transact(() => notes.set(note.id, makeNote(note)), LOCAL)
}

const withNote = (board: Y.Doc, id: NoteId, change: (record: YRecord) => void): void => {
  const record = recordAt(boardRoots(board).notes, id)
  if (record !== null) board.transact(() => change(record), LOCAL)
}

/** Makes the note read `text` by one minimal change; other people's typing in it survives (SPEC N2). */
export const editNote = (board: Y.Doc, id: NoteId, text: string): void =>
  withNote(board, id, (record) => setText(textField(record, 'text'), text))

export interface Mending {
  readonly id: NoteId
  /** The words that the writer's own were made from. */
  readonly from: string
  readonly text: string
}

/**
 * Makes a writer's change to an own note. What others typed in it meanwhile stays; where both changed the same place, or the
 * words grew too long together, nothing happens and the writer chooses (SPEC N9). Done again, it changes nothing.
 */
export function mendNote(board: Y.Doc, { id, from, text }: Mending): 'done' | 'changed' | 'gone' {
  const record = recordAt(boardRoots(board).notes, id)
  if (record === null || record.get('withdrawn') === true) return 'gone'
  const words = mergeChange(from, text, textField(record, 'text').toString())
  if (words === null || words.trim() === '' || (words !== text && words.length > LIMITS.note)) return 'changed'
  editNote(board, id, words)
  return 'done'
}

/** Takes a note and its words off the board, for everyone (SPEC N10). Answers the words; null when there is no such note. */
export function withdrawNote(board: Y.Doc, id: NoteId): string | null {
  const record = recordAt(boardRoots(board).notes, id)
  if (record === null) return null
  const text = textField(record, 'text')
  const words = text.toString()
  board.transact(() => {
    record.set('withdrawn', true)
    setText(text, '')
  }, LOCAL)
  return words
}

/** Puts a note that was withdrawn back where it was, with these words. False when there is no such note. */
export function bringBackNote(board: Y.Doc, id: NoteId, words: string): boolean {
  const record = recordAt(boardRoots(board).notes, id)
  if (record?.get('withdrawn') !== true) return record !== null
  board.transact(() => {
    record.delete('withdrawn')
    setText(textField(record, 'text'), words)
  }, LOCAL)
  return true
}

/** The shared text of a note for an editor to bind to; null when there is no such note. */
export const noteText = (board: Y.Doc, id: NoteId): Y.Text | null => textAt(boardRoots(board).notes, id, 'text')

/** Puts notes at places in one transaction: one undo for the whole gesture, one update on the wire. */
export function placeNotes(board: Y.Doc, moves: readonly { readonly id: NoteId; readonly place: Place }[]): void {
  const { notes } = boardRoots(board)
  board.transact(() => {
    for (const { id, place } of moves) recordAt(notes, id)?.set('place', [place[0], Math.round(place[1]), Math.round(place[2])])
  }, LOCAL)
}

/** Sets a note aside into the tray, or brings it back. Nothing is ever deleted (SPEC N4). */
export const setAside = (board: Y.Doc, id: NoteId, aside: boolean): void =>
  withNote(board, id, (record) => record.set('aside', aside))

/** Puts notes into a cluster, one after the other from `from` on. */
export function putIn(board: Y.Doc, ids: readonly NoteId[], cluster: ClusterId, from: Point): void {
  placeNotes(
    board,
    ids.map((id, index) => ({ id, place: [cluster, from.x + index, from.y] as const })),
  )
}
