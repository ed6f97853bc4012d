import {
  addNote,
  boardView,
  createCluster,
  moveCluster,
  type BoardView,
  type ClusterId,
  type Horizon,
  type NoteId,
} from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { clusterKey, noteKey } from './items.ts'
import { buildBase, diffScenes, isSameButPlace, NOTHING, withHands, type Overlay, type Scene } from './scene.ts'

const id = (text: string) => text as NoteId & ClusterId

const buildScene = (view: BoardView, overlay: Overlay, before: Scene) => withHands(buildBase(view, before), view, overlay, before)

function board(): { readonly doc: Y.Doc; readonly view: () => BoardView } {
  const doc = new Y.Doc()
  const add = (name: string, horizon: Horizon, x: number) =>
    addNote(doc, { id: id(name), horizon, text: name, place: [null, x, 0], author: null })
  add('a', 'current', -600)
  add('b', 'ideal', 600)
  add('c', 'current', -300)
  createCluster(doc, { id: id('k'), at: { x: 0, y: 300 } }, [id('a'), id('b')])
  return { doc, view: () => boardView(doc) }
}

describe('the scene', () => {
  it('gives the same objects for what did not change, and a difference of exactly what did', () => {
    const { doc, view } = board()
    const first = buildScene(view(), NOTHING, new Map())
    expect(diffScenes(first, buildScene(view(), NOTHING, first))).toEqual({ put: [], remove: [] })
    addNote(doc, { id: id('d'), horizon: 'ideal', text: 'new', place: [null, 900, 0], author: null })
    const second = buildScene(view(), NOTHING, first)
    expect(diffScenes(first, second).put.map((item) => item.id)).toEqual(['d'])
    expect(diffScenes(second, first).remove).toEqual([noteKey(id('d'))])
  })

  it("moves a cluster's notes with it, as stored and while it is in a hand", () => {
    const { doc, view } = board()
    const before = buildScene(view(), NOTHING, new Map())
    const held = buildScene(view(), { ...NOTHING, places: new Map([[clusterKey(id('k')), { x: 50, y: 400 }]]) }, before)
    moveCluster(doc, id('k'), { x: 50, y: 400 })
    const after = buildScene(view(), NOTHING, before)
    for (const key of [noteKey(id('a')), noteKey(id('b')), clusterKey(id('k'))]) {
      const [now, then, start] = [held.get(key), after.get(key), before.get(key)]
      expect([now?.x, now?.y]).toEqual([then?.x, then?.y])
      expect((now?.x ?? 0) - (start?.x ?? 0)).toBe(50)
      expect(now?.lifted).toBe(true)
    }
  })

  it("shows a note in somebody's hand where the hand is, even out of its cluster", () => {
    const { view } = board()
    const scene = buildScene(view(), { ...NOTHING, places: new Map([[noteKey(id('a')), { x: 7, y: 8 }]]) }, new Map())
    expect(scene.get(noteKey(id('a')))).toMatchObject({ x: 7, y: 8, lifted: true })
  })

  it('makes anew only what a hand touches, and tells a move from a change', () => {
    const { view } = board()
    const base = buildBase(view(), new Map())
    const held = withHands(base, view(), { ...NOTHING, places: new Map([[noteKey(id('c')), { x: 1, y: 2 }]]) }, base)
    const further = withHands(base, view(), { ...NOTHING, places: new Map([[noteKey(id('c')), { x: 9, y: 2 }]]) }, held)
    expect(diffScenes(base, held).put.map((item) => item.id)).toEqual(['c'])
    const [before, after] = [held.get(noteKey(id('c'))), further.get(noteKey(id('c')))]
    expect(before && after && isSameButPlace(before, after)).toBe(true)
    expect(withHands(base, view(), NOTHING, held)).toBe(base)
  })
})
