import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundsOf,
  byPlace,
  contains,
  endOfCluster,
  freeSpot,
  gridPoint,
  layOutCluster,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  overlaps,
  tidy,
  type Rect,
} from './layout.ts'
import { HORIZONS, type Note } from './records.ts'
import { asId } from './testing/builders.ts'

/** Now and then the same few values: notes put in from a menu, or dropped by two people at once, share a place. */
const coordinate = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.constantFrom(0, 1, 152))
const someNote = (id: number): fc.Arbitrary<Note> =>
  fc.record({ horizon: fc.constantFrom(...HORIZONS), x: coordinate, y: coordinate }).map(({ horizon, x, y }) => ({
    id: asId(`n${id}`),
    horizon,
    text: '',
    place: [null, x, y],
    author: null,
    initials: '',
    round: 1,
    late: false,
    aside: false,
  }))
const someNotes = (most: number): fc.Arbitrary<readonly Note[]> =>
  fc.nat(most).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => someNote(index))))
const someRect: fc.Arbitrary<Rect> = fc.record({
  x: coordinate,
  y: coordinate,
  w: fc.integer({ min: 1, max: 900 }),
  h: fc.integer({ min: 1, max: 900 }),
})

const anyOverlap = (rects: readonly Rect[], margin = 0): boolean =>
  rects.some((one, index) => rects.slice(index + 1).some((other) => overlaps(one, other, margin)))

describe('a cluster', () => {
  it('L1: holds each of its notes once, none over another, all inside, under the title', () => {
    fc.assert(
      fc.property(someNotes(25), (notes) => {
        const layout = layOutCluster(notes)
        const rects = [...layout.at.values()].map((at) => ({ ...at, w: NOTE_WIDTH, h: NOTE_HEIGHT }))
        expect(layout.at.size).toBe(notes.length)
        expect(anyOverlap(rects)).toBe(false)
        for (const rect of rects)
          expect(rect.x > 0 && rect.y > 0 && rect.x + rect.w < layout.w && rect.y + rect.h < layout.h).toBe(true)
      }),
    )
  })

  it('L1: has today on the left and the ideal on the right', () => {
    fc.assert(
      fc.property(someNotes(25), (notes) => {
        const { at } = layOutCluster(notes)
        const left = (horizon: Note['horizon']) =>
          notes.filter((note) => note.horizon === horizon).map((note) => at.get(note.id)!.x)
        if (left('current').length > 0 && left('ideal').length > 0)
          expect(Math.max(...left('current')) + NOTE_WIDTH).toBeLessThan(Math.min(...left('ideal')))
      }),
    )
  })

  it('L2: looks the same in whatever order its notes come', () => {
    fc.assert(
      fc.property(
        someNotes(12).chain((notes) =>
          fc.tuple(fc.constant(notes), fc.shuffledSubarray([...notes], { minLength: notes.length })),
        ),
        ([notes, shuffled]) => {
          const sorted = (of: readonly Note[]) => [...layOutCluster(of).at].sort(([a], [b]) => (a < b ? -1 : 1))
          expect(sorted(shuffled)).toEqual(sorted(notes))
        },
      ),
    )
  })

  it('L2: a note put at its end comes after all others', () => {
    fc.assert(
      fc.property(someNotes(12), fc.nat(40), (notes, offset) => {
        const end = endOfCluster(notes, offset)
        const last: Note = {
          ...(notes[0] ?? { horizon: 'current', text: '', author: null, initials: '', round: 1, late: false, aside: false }),
          id: asId('zz'),
          place: [null, end.x, end.y],
        }
        expect([...notes, last].sort(byPlace).at(-1)?.id).toBe('zz')
      }),
    )
  })
})

describe('finding room', () => {
  it('L3: a revealed note lies on its own side, and on no other', () => {
    for (const horizon of HORIZONS) {
      const rects = Array.from({ length: 60 }, (_, index) => ({ ...gridPoint(horizon, index), w: NOTE_WIDTH, h: NOTE_HEIGHT }))
      expect(anyOverlap(rects)).toBe(false)
      for (const rect of rects) expect(horizon === 'current' ? rect.x + rect.w < 0 : rect.x > 0).toBe(true)
    }
  })

  it('L3: a zone keeps the shape of half a screen however many notes it holds', () => {
    for (const count of [40, 180, 400]) {
      const points = Array.from({ length: count }, (_, index) => gridPoint('ideal', index))
      const width = Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x)) + NOTE_WIDTH
      const height = Math.max(...points.map(({ y }) => y)) + NOTE_HEIGHT
      expect(width / height).toBeGreaterThan(0.8)
      expect(width / height).toBeLessThan(1.5)
    }
  })

  it('L4: a free spot lies over nothing, and is the wish itself when that is free', () => {
    fc.assert(
      fc.property(fc.array(someRect, { maxLength: 20 }), fc.record({ x: coordinate, y: coordinate }), (taken, wish) => {
        const size = { w: NOTE_WIDTH, h: NOTE_HEIGHT }
        const spot = freeSpot(size, taken, wish)
        expect(taken.some((rect) => overlaps({ ...spot, ...size }, rect))).toBe(false)
        if (!taken.some((rect) => overlaps({ ...wish, ...size }, rect, 16))) expect(spot).toEqual(wish)
      }),
    )
  })

  it('L4: a spot in the middle of everything is found in the time of a drop', () => {
    const taken = Array.from({ length: 400 }, (_, index) => ({ ...gridPoint('current', index), w: NOTE_WIDTH, h: NOTE_HEIGHT }))
    const spot = freeSpot({ w: NOTE_WIDTH, h: NOTE_HEIGHT }, taken, gridPoint('current', 52))
    expect(taken.some((rect) => overlaps({ ...spot, w: NOTE_WIDTH, h: NOTE_HEIGHT }, rect))).toBe(false)
  })
})

describe('tidying', () => {
  it('L5: lays clusters and loose notes so that nothing lies over anything', () => {
    const someCluster = fc.record({ rect: someRect })
    fc.assert(
      fc.property(fc.array(someCluster, { maxLength: 8 }), someNotes(20), (clusters, loose) => {
        const named = clusters.map(({ rect }, index) => ({ id: asId<never>(`c${index}`), rect }))
        const moves = tidy(named, loose)
        const rects = [
          ...moves.clusters.map(({ at }, index) => ({ ...named[index]!.rect, ...at })),
          ...moves.notes.map(({ at }) => ({ ...at, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
        ]
        expect(rects).toHaveLength(clusters.length + loose.length)
        expect(anyOverlap(rects)).toBe(false)
      }),
    )
  })
})

describe('rectangles', () => {
  it('L6: bounds hold every rectangle and no more; without any there are none', () => {
    expect(boundsOf([])).toBeNull()
    expect(
      boundsOf([
        { x: 0, y: 5, w: 10, h: 10 },
        { x: -5, y: 20, w: 1, h: 1 },
      ]),
    ).toEqual({ x: -5, y: 5, w: 15, h: 16 })
  })

  it('L6: touching is not overlapping, unless within the margin', () => {
    const rect = { x: 0, y: 0, w: 10, h: 10 }
    expect([
      overlaps(rect, { ...rect, x: 10 }),
      overlaps(rect, { ...rect, x: 10 }, 1),
      overlaps(rect, { ...rect, x: 9 }),
    ]).toEqual([false, true, true])
    expect([contains(rect, { x: 10, y: 10 }), contains(rect, { x: 12, y: 0 }), contains(rect, { x: 12, y: 0 }, 2)]).toEqual([
      true,
      false,
      true,
    ])
  })
})
