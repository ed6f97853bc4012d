import { addNote, boardView, createCluster, gridPoint, type ClusterId, type Horizon, type NoteId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Camera } from './far-paint.ts'
import { boundsOfScene, cameraOn, cameraToOpen, isReadable, notesToRead, sightOf, type Room } from './look.ts'
import { buildBase, type Scene } from './scene.ts'

const LAPTOP: Room = { w: 1366, h: 590 }
const PANEL: Room = { w: 1920, h: 875 }
const EVERYONE = { hand: [], horizon: null }
const id = (text: string) => text as NoteId & ClusterId

/** `count` notes on each of the sides, as a reveal lays them out; the first `piled` of them lie in clusters of ten. */
function board(count: number, sides: readonly Horizon[], piled = 0): Scene {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const horizon of sides) {
      for (let index = 0; index < count; index++) {
        const { x, y } = gridPoint(horizon, index)
        addNote(doc, { id: id(`${horizon}${index}`), horizon, text: 'Some words', place: [null, x, y], author: null })
      }
    }
    const [side = 'current'] = sides
    for (let from = 0; from < piled; from += 10) {
      const members = Array.from({ length: 10 }, (_, index) => id(`${side}${from + index}`))
      createCluster(doc, { id: id(`k${from}`), at: { x: from * 60, y: -900 } }, members)
    }
  })
  return buildBase(boardView(doc), new Map())
}

/** The notes that stand whole on the screen, clear of titles and tools. */
function seen(scene: Scene, room: Room, { x, y, z }: Camera): readonly string[] {
  return [...scene.values()].flatMap((item) => {
    if (item.kind !== 'note') return []
    const [left, top] = [(item.x + x) * z, (item.y + y) * z]
    const isIn = left >= 0 && left + 208 * z <= room.w && top >= 60 && top + 136 * z <= room.h - 80
    return isIn ? [item.id] : []
  })
}

const open = (scene: Scene, room: Room, reader = { ...EVERYONE } as Parameters<typeof cameraToOpen>[2]): Camera => {
  const camera = cameraToOpen(room, scene, reader)
  if (camera === null) throw new Error('an empty board')
  return camera
}
const sidesOf = (ids: readonly string[]) => [...new Set(ids.map((one) => one.replace(/\d+/, '')))].sort()

describe('the view that a board opens with', () => {
  it('is the whole board where its notes can be read', () => {
    const scene = board(8, ['current', 'ideal'])
    expect(open(scene, LAPTOP)).toEqual(cameraOn(LAPTOP, boundsOfScene(scene)!))
    expect(seen(scene, LAPTOP, open(scene, LAPTOP))).toHaveLength(16)
    expect(cameraToOpen(LAPTOP, new Map(), EVERYONE)).toBeNull()
  })

  for (const count of [30, 90, 150]) {
    it(`shows words of 12 px and larger on both sides of the horizon, from the top, among ${2 * count} notes`, () => {
      const scene = board(count, ['current', 'ideal'])
      for (const room of [LAPTOP, PANEL]) {
        const camera = open(scene, room)
        expect(camera.z * 18.5).toBeGreaterThanOrEqual(12)
        const notes = seen(scene, room, camera)
        expect(sidesOf(notes)).toEqual(['current', 'ideal'])
        expect(notes).toContain('current0')
        expect(notes.length).toBeGreaterThanOrEqual(room === LAPTOP ? 32 : 60)
      }
    })
  }

  it('is about the side that the step is about, beginning at the horizon', () => {
    const scene = board(120, ['current', 'ideal'])
    for (const horizon of ['current', 'ideal'] as const) {
      const notes = seen(scene, LAPTOP, open(scene, LAPTOP, { hand: [], horizon }))
      expect(sidesOf(notes)).toEqual([horizon])
      expect(notes).toContain(`${horizon}0`)
      expect(notes.length).toBeGreaterThanOrEqual(32)
    }
  })

  it('is about one’s own hand, and not beyond the edge of the board', () => {
    const scene = board(90, ['current', 'ideal'])
    const hand = [86, 87, 88, 89].map((index) => id(`ideal${index}`))
    const camera = open(scene, LAPTOP, { hand, horizon: null })
    expect(camera.z).toBeGreaterThan(0.6)
    expect(seen(scene, LAPTOP, camera)).toEqual(expect.arrayContaining(hand))
    const { x, y, w, h } = boundsOfScene(scene)!
    expect((x + w + camera.x) * camera.z).toBeGreaterThanOrEqual(LAPTOP.w - 30)
    expect((y + h + camera.y) * camera.z).toBeGreaterThanOrEqual(LAPTOP.h - 90)
  })

  it('is the whole board, as tiles, once most notes are in clusters', () => {
    const scene = board(60, ['current', 'ideal'], 60)
    expect(isReadable(LAPTOP, boundsOfScene(scene)!)).toBe(false)
    expect(notesToRead(scene, EVERYONE)).toEqual([])
    expect(open(scene, LAPTOP)).toEqual(cameraOn(LAPTOP, boundsOfScene(scene)!))
    expect(notesToRead(board(60, ['current', 'ideal'], 50), EVERYONE)).toHaveLength(70)
  })
})

describe('how much one sees', () => {
  const whole = { x: -1000, y: 0, w: 2000, h: 800 }
  const from = (zoom: number, x: number, y: number) => sightOf(LAPTOP, { x, y, w: LAPTOP.w / zoom, h: LAPTOP.h / zoom }, whole)

  it('is a part, or the whole from too far away, or all that one wants', () => {
    expect(from(0.66, -900, 0)).toBe('part')
    expect(from(0.4, -1500, -200)).toBe('whole')
    expect(from(0.65, -1010, -50)).toBe('small')
    expect(sightOf(LAPTOP, { x: 0, y: 0, w: 10, h: 10 }, { x: 0, y: 0, w: 900, h: 300 })).toBe('small')
    expect(sightOf(LAPTOP, { x: 0, y: 0, w: 10, h: 10 }, null)).toBe('small')
  })
})
