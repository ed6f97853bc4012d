import { describe, expect, it } from 'vitest'
import { layOutTile, type Measure } from './tile.ts'

const measure: Measure = (text) => text.length * 0.5
const lay = (w: number, h: number, title: string, more: { hasFocus?: boolean; notes?: number } = {}) =>
  layOutTile({ w, h }, { title, hasFocus: true, notes: 10, ...more }, measure)

describe('a cluster as a tile', () => {
  it('sets the title as large as it fits, in at most three lines', () => {
    const { title } = lay(280, 168, 'Students know where they are')
    expect(title).toMatchObject({ size: 22, lines: ['Students know where', 'they are'] })
    expect(lay(280, 168, 'One long title that goes on and on until no size of letters holds it').title.size).toBeLessThan(22)
  })

  it('ends a title with an ellipsis only where the smallest letters do not hold it', () => {
    const { size, lines } = lay(60, 50, 'Students know where they are and what is next').title
    expect([size, lines.length]).toEqual([9, 2])
    expect(lines.at(-1)).toMatch(/^know.*…$/)
  })

  it('gives up words before the title: first those of the focus, then the counts, then the papers', () => {
    const parts = ([w, h]: readonly [number, number]) => {
      const { badge, counts, papers } = lay(w, h, 'A title')
      return [badge?.words, counts !== null, papers !== null]
    }
    expect(
      (
        [
          [280, 168],
          [160, 120],
          [140, 80],
          [90, 40],
        ] as const
      ).map(parts),
    ).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ])
  })

  it('keeps title, papers and counts apart and inside', () => {
    const { title, papers, counts, badge, pad } = lay(283, 123, 'Every learner can get in')
    const bottom = title.y + title.lines.length * title.size * 1.16
    expect(badge!.y + badge!.h).toBeLessThan(title.y)
    expect(bottom).toBeLessThanOrEqual(papers!.y)
    expect(papers!.y + papers!.h).toBeLessThan(counts! - 8)
    expect(counts!).toBeLessThanOrEqual(123 - pad)
  })

  it('draws one paper for each note, unless they would be specks or there is none', () => {
    expect(lay(280, 168, 'A', { notes: 0 }).papers).toBeNull()
    expect(lay(280, 168, 'A', { notes: 80 }).papers).toBeNull()
    const { papers, pad } = lay(280, 168, 'A', { notes: 20 })
    expect(20 * papers!.w + 21 * papers!.gap).toBeLessThanOrEqual(280 - 2 * pad + 0.01)
  })
})
