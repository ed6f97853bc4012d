import { addNote, boardView, createCluster, type ClusterId, type NoteId } from '@groundswell/shared'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { boundsOfScene } from './look.ts'
import { boardPoint, frameOn, overviewOf } from './overview.ts'
import { buildBase } from './scene.ts'

function overview() {
  const doc = new Y.Doc()
  const add = (name: string, x: number) =>
    addNote(doc, { id: name as NoteId, horizon: x < 0 ? 'current' : 'ideal', text: name, place: [null, x, 0], author: null })
  add('a', -4000)
  add('b', 3792)
  add('m', 10)
  createCluster(doc, { id: 'k' as ClusterId, at: { x: 0, y: 900 } }, ['m' as NoteId])
  const scene = buildBase(boardView(doc), new Map())
  const bounds = boundsOfScene(scene)
  if (bounds === null) throw new Error('an empty board')
  return { map: overviewOf(scene, bounds), bounds }
}

it('holds all of the board, small, and a note is never dust', () => {
  const { map } = overview()
  expect([map.w, map.h].every((side, index) => side <= [176, 112][index]!)).toBe(true)
  expect([map.clusters.length, map.notes.current.length, map.notes.ideal.length]).toEqual([1, 1, 2])
  for (const { x, y, w, h } of [...map.clusters, ...map.notes.current, ...map.notes.ideal]) {
    expect(x >= 0 && y >= 0 && x + w <= map.w && y + h <= map.h && w >= 2 && h >= 2).toBe(true)
  }
})

it('leads from a point on it to the board and back, and cuts the frame at its edges', () => {
  const { map, bounds } = overview()
  const middle = boardPoint(map, { x: map.w / 2, y: map.h / 2 })
  expect(Math.hypot(middle.x - (bounds.x + bounds.w / 2), middle.y - (bounds.y + bounds.h / 2))).toBeLessThan(1)
  const all = frameOn(map, { x: bounds.x - 9000, y: bounds.y - 9000, w: 30_000, h: 30_000 })
  expect(all).toEqual({ x: 1, y: 1, w: map.w - 2, h: map.h - 2 })
  expect(frameOn(map, { x: 0, y: 99_999, w: 10, h: 10 }).h).toBe(0)
})
