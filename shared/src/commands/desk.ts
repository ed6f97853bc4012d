import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { DeskNote, Horizon, OwnNote } from '../records.ts'
import { deskRoots, initialsField, makeRecord, nextOrder, RECORD_TEXTS, recordAt, textAt, textField } from '../schema.ts'
import { LOCAL, setText } from '../text-diff.ts'

interface NewDeskNote {
  readonly id: NoteId
  readonly horizon: Horizon
  readonly text: string
  readonly initials?: string
}

/** Writes a private note on one's own desk; nobody else's device ever receives it (SPEC D1). */
export function addDeskNote(desk: Y.Doc, { id, horizon, text, initials }: NewDeskNote): void {
  const { notes } = deskRoots(desk)
  if (notes.has(id)) return
  desk.transact(() => {
    notes.set(id, makeRecord({ horizon, text, ...initialsField(initials), order: nextOrder(notes) }, RECORD_TEXTS.note))
  }, LOCAL)
}

/** The shared text of a desk note for an editor to bind to; null when there is none. */
export const deskText = (desk: Y.Doc, id: NoteId): Y.Text | null => textAt(deskRoots(desk).notes, id, 'text')

export function editDeskNote(desk: Y.Doc, id: NoteId, text: string): void {
  const record = recordAt(deskRoots(desk).notes, id)
  if (record !== null) desk.transact(() => setText(textField(record, 'text'), text), LOCAL)
}

/** Throws away one's own private note; undo brings it back. */
export function removeDeskNote(desk: Y.Doc, id: NoteId): void {
  desk.transact(() => deskRoots(desk).notes.delete(id), LOCAL)
}

/**
 * The scribe's broom: takes published notes off a desk, in one transaction (within the scribe's own, if it has one). The
 * records stay: with them would go the words that their owner is typing offline (SPEC D3).
 */
export function markPublished(desk: Y.Doc, published: readonly Pick<DeskNote, 'id' | 'text'>[]): void {
  const { notes } = deskRoots(desk)
  desk.transact(() => {
    for (const { id, text } of published) recordAt(notes, id)?.set('published', text)
  })
}

/** The scribe's word to a writer: these notes on the board are yours. One that is known already stays as it is (SPEC D6). */
export function sealOwnNotes(desk: Y.Doc, sealed: readonly Pick<OwnNote, 'note' | 'seal'>[]): void {
  const { mine } = deskRoots(desk)
  desk.transact(() => {
    for (const { note, seal } of sealed) if (!mine.has(note)) mine.set(note, { seal, order: mine.size + 1 })
  })
}

/** Keeps the words of a note that its writer took back, or null once it is on the board again (SPEC N10). */
export function keepWithdrawn(desk: Y.Doc, note: NoteId, words: string | null): void {
  const { mine } = deskRoots(desk)
  const entry = mine.get(note)
  if (entry === null || typeof entry !== 'object') return
  const { withdrawn: _before, ...rest } = entry as Readonly<Record<string, unknown>>
  desk.transact(() => mine.set(note, words === null ? rest : { ...rest, withdrawn: words }))
}

/** The scribe's word to a writer: this note was set aside before the reveal, or is taken along again. */
export function holdDeskNote(desk: Y.Doc, id: NoteId, held: boolean): void {
  desk.transact(() => recordAt(deskRoots(desk).notes, id)?.set('held', held))
}
