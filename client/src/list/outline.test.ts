import { addNote, boardView, createCluster, putIn, setAside, type ClusterId, type NoteId } from '@groundswell/shared'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { firstOf, matches, outline, pickable } from './outline.ts'

const note = (doc: Y.Doc, id: string, text: string, horizon: 'current' | 'ideal' = 'current') =>
  addNote(doc, { id: id as NoteId, horizon, text, place: [null, 0, 0], author: null })

function board() {
  const doc = new Y.Doc()
  note(doc, 'n1', 'Carts are locked')
  note(doc, 'n2', 'Niños crean vídeos', 'ideal')
  note(doc, 'n3', 'Six apps')
  note(doc, 'n4', 'Old note')
  createCluster(doc, { id: 'c1' as ClusterId, at: { x: 0, y: 0 }, title: 'Devices' })
  createCluster(doc, { id: 'c2' as ClusterId, at: { x: 0, y: 900 }, title: 'Making' })
  putIn(doc, ['n1' as NoteId, 'n3' as NoteId], 'c1' as ClusterId, { x: 0, y: 0 })
  setAside(doc, 'n4' as NoteId, true)
  return boardView(doc)
}

test('words match in any order, without case and accents', () => {
  expect(matches('Niños crean vídeos', 'VIDEOS ninos')).toBe(true)
  expect(matches('Carts are locked', 'carts open')).toBe(false)
  expect(matches('anything', '  ')).toBe(true)
})

test('loose notes stand by horizon, and what is set aside is not among them', () => {
  const { loose, clusters } = outline(board(), '')
  expect(loose.current).toEqual([])
  expect(loose.ideal.map(({ id }) => id)).toEqual(['n2'])
  expect(clusters.map(({ id }) => id)).toEqual(['c1', 'c2'])
})

test('a search keeps a cluster for its title with all notes, or for its notes with those alone', () => {
  expect(outline(board(), 'devices').clusters[0]?.notes).toHaveLength(2)
  const byNote = outline(board(), 'apps').clusters
  expect(byNote.map(({ id }) => id)).toEqual(['c1'])
  expect(byNote[0]?.notes.map(({ id }) => id)).toEqual(['n3'])
})

test('clusters to pick from are largest first, without the one being merged', () => {
  expect(pickable(board(), '', null).map(({ id }) => id)).toEqual(['c1', 'c2'])
  expect(pickable(board(), '', 'c1').map(({ id }) => id)).toEqual(['c2'])
})

test('J4 likely clusters come before larger ones, in their own order, and are searched like all others', () => {
  const likely = ['c2' as ClusterId, 'gone' as ClusterId]
  expect(pickable(board(), '', null, likely).map(({ id }) => id)).toEqual(['c2', 'c1'])
  expect(pickable(board(), 'devices', null, likely).map(({ id }) => id)).toEqual(['c1'])
})

test('the beginning of an outline holds no more than it should, and all of it is there without a limit', () => {
  const whole = outline(board(), '')
  expect(firstOf(whole, 1).clusters.map(({ id }) => id)).toEqual(['c1'])
  expect(firstOf(whole, Infinity)).toEqual(whole)
})
