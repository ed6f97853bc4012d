import { addNote, placeNotes, type Horizon, type NoteId } from '@groundswell/shared'
import * as Y from 'yjs'
import { markOf } from './speakers/speaker.ts'

export interface StorySize {
  readonly notes: number
  /** Length of a note's text. */
  readonly textLength: number
  /** How many edits follow; each moves one note. */
  readonly edits: number
  /** They take turns; each moves notes of its own. */
  readonly writers: number
}

/** A board and the edits to come, made before the clock runs. */
export interface Story extends StorySize {
  /** The board in pieces, each one update. */
  readonly board: readonly Uint8Array[]
  /** One update per edit; each knows what its writer did before. */
  readonly updates: readonly Uint8Array[]
  /** The whole document after all edits, as JSON text. */
  readonly ending: string
}

/** Small enough for any server's largest frame. */
const NOTES_PER_PIECE = 200
const FIRST_WRITER = 1_000
const HORIZONS: readonly Horizon[] = ['current', 'ideal']

export const noteOf = (number: number): string => `n${number}`
export const textOf = (number: number, length: number): string =>
  `Students lead their own conferences, ${number}. `.repeat(Math.ceil(length / 30)).slice(0, length)

/** Whose turn edit `number` is. */
export const writerOf = (number: number, { writers }: Pick<StorySize, 'writers'>): number => number % writers

/** The note that edit `number` moves: every writer walks through its own part of the board. */
export function noteMovedBy(number: number, { notes, writers }: StorySize): number {
  const own = Math.max(1, Math.floor(notes / writers))
  return (writerOf(number, { writers }) * own + (Math.floor(number / writers) % own)) % notes
}

export const pointOf = (number: number): readonly [number, number] => [(number * 37) % 4_000, (number * 53) % 3_000]

/** What a document of ours holds, in an order that does not depend on how it came about. */
export const contentOf = (doc: Y.Doc): string => {
  const notes = doc.getMap('notes').toJSON()
  return JSON.stringify(
    Object.keys(notes)
      .toSorted()
      .map((id) => [id, notes[id]]),
  )
}

const stories = new Map<string, Story>()

/** The story of this size; made once. */
export function storyOf(size: StorySize): Story {
  const key = JSON.stringify(size)
  const story = stories.get(key) ?? makeStory(size)
  stories.set(key, story)
  return story
}

function makeStory(size: StorySize): Story {
  const doc = new Y.Doc()
  doc.clientID = 1
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  for (let from = 0; from < size.notes; from += NOTES_PER_PIECE) {
    doc.transact(() => {
      for (let note = from; note < Math.min(size.notes, from + NOTES_PER_PIECE); note++) write(doc, note, size)
    })
  }
  const board = updates.splice(0)
  for (let number = 0; number < size.edits; number++) {
    doc.clientID = FIRST_WRITER + writerOf(number, size)
    const [x, y] = pointOf(number)
    // The mark stands where a cluster's id would: an edit has the size of a real one.
    const place = [markOf(number), x, y] as unknown as Parameters<typeof placeNotes>[1][number]['place']
    placeNotes(doc, [{ id: noteOf(noteMovedBy(number, size)) as NoteId, place }])
  }
  return { ...size, board, updates, ending: contentOf(doc) }
}

function write(doc: Y.Doc, note: number, { textLength }: StorySize): void {
  const [x, y] = pointOf(note)
  const horizon = HORIZONS[note % HORIZONS.length] ?? 'ideal'
  addNote(doc, { id: noteOf(note) as NoteId, horizon, text: textOf(note, textLength), place: [null, x, y], author: null })
}
