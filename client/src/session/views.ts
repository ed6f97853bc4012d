import {
  coachNotes,
  createBoardIndex,
  deskNotes,
  ownNotes,
  plcView,
  stageView,
  watch,
  type BoardView,
  type CoachNote,
  type DeskNote,
  type OwnNote,
  type PlcView,
  type StageView,
  type Watched,
} from '@groundswell/shared'
import type * as Y from 'yjs'

/** One view per document, shared by every component that shows it, for as long as the document lives. */
function oncePerDoc<T>(make: (doc: Y.Doc) => Watched<T>): (doc: Y.Doc) => Watched<T> {
  const made = new WeakMap<Y.Doc, Watched<T>>()
  return (doc) => {
    const found = made.get(doc) ?? make(doc)
    made.set(doc, found)
    return found
  }
}

export const stageOf: (doc: Y.Doc) => Watched<StageView> = oncePerDoc((doc) => watch(doc, stageView))
export const deskOf: (doc: Y.Doc) => Watched<readonly DeskNote[]> = oncePerDoc((doc) => watch(doc, deskNotes))
export const ownNotesOf: (doc: Y.Doc) => Watched<readonly OwnNote[]> = oncePerDoc((doc) => watch(doc, ownNotes))
export const plcViewOf: (doc: Y.Doc) => Watched<PlcView> = oncePerDoc((doc) => watch(doc, plcView))
export const coachNotesOf: (doc: Y.Doc) => Watched<readonly CoachNote[]> = oncePerDoc((doc) => watch(doc, coachNotes))

export const boardOf: (doc: Y.Doc) => Watched<BoardView> = oncePerDoc((doc) => {
  const index = createBoardIndex(doc)
  doc.on('destroy', () => index.stop())
  return index
})
