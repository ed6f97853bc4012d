import { describe, expect, it } from 'vitest'
import type { ClusterId, NoteId } from '@groundswell/shared'
import { FAR_ZOOM, farPicture, isFar } from './far-paint.ts'
import { noteKey, type Item, type NoteItem } from './items.ts'

const note = (id: string, x: number, horizon: NoteItem['horizon'] = 'current', lifted = false): NoteItem => ({
  kind: 'note',
  id: id as NoteId,
  x,
  y: 0,
  text: 'x'.repeat(50),
  horizon,
  late: false,
  cluster: null,
  lifted,
})
const scene = (...notes: NoteItem[]) => new Map<string, Item>(notes.map((item) => [noteKey(item.id), item]))

describe('the view from far away', () => {
  it('begins below 0.25 and ends a little above, so that it cannot flicker', () => {
    expect([isFar(0.24, false), isFar(FAR_ZOOM, false), isFar(0.26, true), isFar(0.3, true)]).toEqual([true, false, true, false])
  })

  it('paints what is in view, each side in its own shape', () => {
    const picture = farPicture(scene(note('a', 0), note('b', 300, 'ideal'), note('c', 90_000)), { x: 0, y: 0, z: 0.2 }, 800, 600)
    expect(picture.current).toHaveLength(1)
    expect(picture.ideal[0]?.rect).toEqual({ x: 60, y: 0, w: 208 * 0.2, h: 136 * 0.2 })
  })

  it('paints what is in a hand on top', () => {
    const picture = farPicture(scene(note('a', 0, 'current', true), note('b', 10)), { x: 0, y: 0, z: 0.2 }, 800, 600)
    expect(picture.current.map(({ rect }) => rect.x)).toEqual([2, 0])
  })

  it('leaves the notes of a cluster to its tile, and at a middle distance the loose ones to their own elements', () => {
    const camera = { x: 0, y: 0, z: 0.2 }
    const board = scene(note('a', 0), { ...note('b', 10), cluster: 'k' as ClusterId })
    expect(farPicture(board, camera, 800, 600).current).toHaveLength(1)
    expect(farPicture(board, camera, 800, 600, false).current).toEqual([])
  })

  it('leaves out the strokes for text when they would be noise', () => {
    expect(farPicture(scene(note('a', 0)), { x: 0, y: 0, z: 0.1 }, 800, 600).current[0]?.lines).toEqual([])
    expect(farPicture(scene(note('a', 0)), { x: 0, y: 0, z: 0.2 }, 800, 600).current[0]?.lines).toHaveLength(3)
  })
})
