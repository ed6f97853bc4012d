import { addNote, boardView, placeNotes, type NoteId, type PersonId } from '@groundswell/shared'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Presence } from '../../session/index.ts'
import { noteKey } from '../model/items.ts'
import { createRemoteDrags } from './remote-drags.ts'

const note = 'n' as NoteId
const dragging = (dx: number | null): Presence => ({
  person: 'p' as PersonId,
  name: 'Tess',
  colour: 'red',
  cursor: null,
  editing: null,
  facilitates: false,
  asksForPointers: false,
  drags: dx === null ? [] : [{ ids: [note], dx, dy: 0 }],
})

function board() {
  const doc = new Y.Doc()
  addNote(doc, { id: note, horizon: 'current', text: 'x', place: [null, 100, 0], author: null })
  return { doc, view: () => boardView(doc) }
}

it('shows a note where the hand has it, moving between what is heard', () => {
  const { view } = board()
  const drags = createRemoteDrags()
  drags.hear([dragging(0)], view(), 0)
  drags.hear([dragging(50)], view(), 50)
  expect(drags.places(75).get(noteKey(note))).toEqual({ x: 125, y: 0 })
  expect(drags.places(900).get(noteKey(note))).toEqual({ x: 150, y: 0 })
})

it('does not add a place saved in the middle of a drag twice', () => {
  const { doc, view } = board()
  const drags = createRemoteDrags()
  drags.hear([dragging(50)], view(), 0)
  placeNotes(doc, [{ id: note, place: [null, 150, 0] }])
  drags.settle()
  drags.hear([dragging(60)], view(), 100)
  expect(drags.places(999).get(noteKey(note))).toEqual({ x: 160, y: 0 })
})

it('holds a dropped note in place until the document has it, and not for ever', () => {
  const { view } = board()
  const drags = createRemoteDrags()
  drags.hear([dragging(50)], view(), 0)
  drags.hear([dragging(null)], view(), 100)
  expect(drags.places(150).size).toBe(1)
  expect(drags.places(600).size).toBe(0)
  drags.hear([dragging(50)], view(), 700)
  drags.hear([], view(), 800)
  drags.settle()
  expect(drags.places(801).size).toBe(0)
})

it('shows each hand of a panel where it is', () => {
  const { doc, view } = board()
  addNote(doc, { id: 'o' as NoteId, horizon: 'ideal', text: 'y', place: [null, 500, 0], author: null })
  const drags = createRemoteDrags()
  const panel = (...hands: readonly (readonly [id: string, dx: number])[]): Presence => ({
    ...dragging(null),
    drags: hands.map(([id, dx]) => ({ ids: [id], dx, dy: 0 })),
  })
  drags.hear([panel(['n', 0], ['o', 0])], view(), 0)
  drags.hear([panel(['n', 40], ['o', -60])], view(), 10)
  expect([drags.places(500).get(noteKey(note))?.x, drags.places(500).get(noteKey('o' as NoteId))?.x]).toEqual([140, 440])
  drags.hear([panel(['o', -60])], view(), 600)
  drags.settle()
  expect([...drags.places(601).keys()]).toEqual([noteKey('o' as NoteId)])
})
