import { addNote, boardView, createCluster, setAside, type ClusterId, type NoteId } from '@groundswell/shared'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newsBetween } from './use-live-news.ts'

const add = (doc: Y.Doc, id: string) =>
  addNote(doc, { id: id as NoteId, horizon: 'current', text: id, place: [null, 0, 0], author: null })

test('news are notes that came and notes that went into a cluster', () => {
  const doc = new Y.Doc()
  add(doc, 'a')
  add(doc, 'b')
  const before = boardView(doc)
  add(doc, 'c')
  createCluster(doc, { id: 'k' as ClusterId, at: { x: 0, y: 0 } }, ['a' as NoteId, 'c' as NoteId])
  expect(newsBetween(before, boardView(doc))).toEqual({ arrived: 1, grouped: 1 })
})

test('setting a note aside is no news about grouping', () => {
  const doc = new Y.Doc()
  add(doc, 'a')
  const before = boardView(doc)
  setAside(doc, 'a' as NoteId, true)
  expect(newsBetween(before, boardView(doc))).toEqual({ arrived: 0, grouped: 0 })
})
