import {
  addNote,
  boardView,
  byPlace,
  createCluster,
  placeNotes,
  type ClusterId,
  type Horizon,
  type NoteId,
  type Point,
} from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { dropOf, ghostsOf, previewsOf, type Hand } from './drop.ts'
import { putAt } from './slots.ts'

const id = (text: string) => text as NoteId & ClusterId

function board() {
  const doc = new Y.Doc()
  const add = (name: string, horizon: Horizon, x: number, y: number) =>
    addNote(doc, { id: id(name), horizon, text: name, place: [null, x, y], author: null })
  add('loose', 'current', -1000, 0)
  add('other', 'ideal', 1000, 0)
  for (const name of ['m1', 'm2', 'm3']) add(name, 'current', 0, 0)
  createCluster(doc, { id: id('k'), at: { x: 0, y: 0 }, title: 'One' }, [id('m1'), id('m2'), id('m3')])
  createCluster(doc, { id: id('empty'), at: { x: 0, y: 3000 }, title: 'Two' })
  return { doc, view: () => boardView(doc) }
}

const hand = (notes: Record<string, Point>, pointer?: Point): Hand => ({
  notes: new Map(Object.entries(notes).map(([name, at]) => [id(name), at])),
  clusters: new Map(),
  pointer: pointer ?? Object.values(notes)[0] ?? { x: 0, y: 0 },
})

describe('dropping', () => {
  it('in the open only moves', () => {
    expect(dropOf(board().view(), hand({ loose: { x: -2000, y: 900 } }))).toEqual({ kind: 'move' })
  })

  it('on a loose note groups, the whole card and 24 units around it counting', () => {
    const { view } = board()
    // The centre of a note at x is x + 104: here exactly 24 units left of the card's edge at 1000.
    expect(dropOf(view(), hand({ loose: { x: 872, y: 0 } }))).toEqual({ kind: 'group', with: 'other' })
    expect(dropOf(view(), hand({ loose: { x: 871, y: 0 } }, { x: 871, y: 0 }))).toEqual({ kind: 'move' })
  })

  it('counts the pointer too, but on the card itself', () => {
    const { view } = board()
    expect(dropOf(view(), hand({ loose: { x: 800, y: 0 } }, { x: 1001, y: 10 }))).toMatchObject({ kind: 'group' })
    expect(dropOf(view(), hand({ loose: { x: 795, y: 0 } }, { x: 990, y: 10 }))).toEqual({ kind: 'move' })
  })

  it('on a cluster joins it, before any note beneath', () => {
    expect(dropOf(board().view(), hand({ other: { x: 60, y: 120 } }))).toMatchObject({ kind: 'join', cluster: 'k' })
  })

  it('of a cluster on a cluster merges it, and never with itself', () => {
    const { view } = board()
    const lifted: Hand = { notes: new Map(), clusters: new Map([[id('empty'), { x: 10, y: 10 }]]), pointer: { x: 40, y: 40 } }
    expect(dropOf(view(), lifted)).toEqual({ kind: 'merge', into: 'k' })
    expect(dropOf(view(), { ...lifted, pointer: { x: 40, y: 3040 } })).toEqual({ kind: 'move' })
  })

  it('previews the cluster with room made, and marks the slot', () => {
    const { view } = board()
    const held = hand({ other: { x: 60, y: 120 } })
    const drop = dropOf(view(), held)
    const previews = previewsOf(view(), [drop, { kind: 'move' }])
    expect([...previews.keys()]).toEqual(['k'])
    expect(previews.get(id('k'))?.map((note) => note.id)).toContain('other')
    expect(ghostsOf(view(), held, drop, previews)).toMatchObject([{ says: 'add', round: true }])
  })
})

describe('the slot in a cluster', () => {
  const order = (doc: Y.Doc) =>
    (boardView(doc).clusters.get(id('k'))?.notes ?? [])
      .filter((n) => n.horizon === 'current')
      .sort(byPlace)
      .map((n) => n.id)

  it.each([
    ['m3', 0, ['m3', 'm1', 'm2']],
    ['m1', 2, ['m2', 'm3', 'm1']],
    ['m1', 1, ['m2', 'm1', 'm3']],
    ['loose', 1, ['m1', 'loose', 'm2', 'm3']],
  ] as const)('nearest to %s is number %i', (name, slot, expected) => {
    const { doc, view } = board()
    const notes =
      view()
        .clusters.get(id('k'))
        ?.notes.filter((note) => note.id !== id(name)) ?? []
    const moving = view().notes.get(id(name))
    const corners = {
      3: [
        { x: 20, y: 96 },
        { x: 20, y: 248 },
        { x: 20, y: 400 },
      ],
      4: [
        { x: 20, y: 96 },
        { x: 244, y: 96 },
      ],
    }
    const at = corners[name === 'loose' ? 4 : 3][slot]
    placeNotes(doc, moving && at ? putAt(id('k'), notes, [moving], at) : [])
    expect(order(doc)).toEqual(expected)
  })

  it('never runs out of room: a hundred insertions at one spot keep their order', () => {
    const { doc, view } = board()
    for (let round = 0; round < 100; round++) {
      const name = order(doc)[2]
      const moving = view().notes.get(id(name ?? ''))
      const settled =
        view()
          .clusters.get(id('k'))
          ?.notes.filter((note) => note.id !== name) ?? []
      if (moving) placeNotes(doc, putAt(id('k'), settled, [moving], { x: 20, y: 248 }))
      expect(order(doc)[1]).toBe(name)
    }
  })
})
