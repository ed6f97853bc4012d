import { addNote, boardView, createCluster, type ClusterId, type NoteId, type Point } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { dropOf, type Hand } from './drop.ts'
import { clusterKey, keyOf, noteKey } from './items.ts'
import { overlayOf } from './overlay.ts'
import { buildBase, NOTHING, withHands } from './scene.ts'

const id = (text: string) => text as NoteId & ClusterId

function board() {
  const doc = new Y.Doc()
  const add = (name: string, x: number) =>
    addNote(doc, { id: id(name), horizon: 'current', text: name, place: [null, x, -900], author: null })
  for (const [index, name] of ['a', 'b', 'm', 'n'].entries()) add(name, index * 400)
  createCluster(doc, { id: id('k'), at: { x: 0, y: 0 }, title: 'One' }, [id('m')])
  createCluster(doc, { id: id('l'), at: { x: 2000, y: 0 }, title: 'Two' }, [id('n')])
  return boardView(doc)
}

const hand = (name: string, at: Point): Hand => ({ notes: new Map([[id(name), at]]), clusters: new Map(), pointer: at })

describe('what several hands show', () => {
  it('is nothing without hands', () => {
    expect(overlayOf(board(), [])).toBe(NOTHING)
  })

  it('lets two clusters make room at once, with a mark of its own for each hand', () => {
    const view = board()
    const hands = [hand('a', { x: 60, y: 80 }), hand('b', { x: 2060, y: 80 })].map((one) => ({
      hand: one,
      drop: dropOf(view, one),
    }))
    const overlay = overlayOf(view, hands)
    expect([...overlay.previews].map(([cluster, notes]) => [cluster, notes.map((note) => note.id).sort()])).toEqual([
      ['k', ['a', 'm']],
      ['l', ['b', 'n']],
    ])
    expect(new Set(overlay.ghosts.map(keyOf)).size).toBe(2)
    const base = buildBase(view, new Map())
    const scene = withHands(base, view, overlay, base)
    expect([scene.get(clusterKey(id('k'))), scene.get(clusterKey(id('l')))]).toMatchObject([{ target: true }, { target: true }])
    expect([scene.get(noteKey(id('a'))), scene.get(noteKey(id('b')))]).toMatchObject([
      { x: 60, y: 80, lifted: true },
      { x: 2060, y: 80, lifted: true },
    ])
  })

  it('makes room for both where two hands come to one cluster', () => {
    const view = board()
    const hands = [hand('a', { x: 60, y: 80 }), hand('b', { x: 60, y: 120 })].map((one) => ({
      hand: one,
      drop: dropOf(view, one),
    }))
    const overlay = overlayOf(view, hands)
    expect(
      overlay.previews
        .get(id('k'))
        ?.map((note) => note.id)
        .sort(),
    ).toEqual(['a', 'b', 'm'])
    const slots = overlay.ghosts.map(({ x, y }) => `${x} ${y}`)
    expect(new Set(slots).size).toBe(2)
  })

  it('takes nothing in where another hand has the cluster or the note', () => {
    const view = board()
    const over = hand('a', { x: 60, y: 80 })
    expect(dropOf(view, over).kind).toBe('join')
    expect(dropOf(view, over, (held) => held === 'k')).toEqual({ kind: 'move' })
    const beside = hand('a', { x: 400, y: -900 })
    expect(dropOf(view, beside)).toEqual({ kind: 'group', with: 'b' })
    expect(dropOf(view, beside, (held) => held === 'b')).toEqual({ kind: 'move' })
  })
})
