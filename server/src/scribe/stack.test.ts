import { boardView, boundsOf, overlaps, takenRects, type NoteId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardNote } from './pen.ts'
import { writeStacked } from './stack.ts'
import { sessionOf } from './testing/sessions.ts'

const session = sessionOf([])
const notes = (horizon: BoardNote['horizon'], ...texts: readonly string[]): readonly BoardNote[] =>
  texts.map((text, index) => ({
    id: `${horizon}${index}` as NoteId,
    horizon,
    text,
    author: null,
    initials: '',
    round: 1,
    late: false,
  }))

function revealed(...written: readonly BoardNote[]) {
  const board = new Y.Doc()
  board.transact(() => writeStacked(board, session, written))
  return { board, view: boardView(board), again: () => writeStacked(board, session, written) }
}

describe('notes with the same words (SPEC D4)', () => {
  it('come in one untitled cluster, each with its own words', () => {
    const { view } = revealed(...notes('current', 'More time.', 'Carts are locked', ' more  TIME', 'More time!'))
    const clusters = [...view.clusters.values()]
    expect(clusters.map(({ title, notes: held }) => [title, held.map((note) => note.text)])).toEqual([
      ['', ['More time.', ' more  TIME', 'More time!']],
    ])
    expect(view.loose.map((note) => note.text)).toEqual(['Carts are locked'])
  })

  it('stay apart when they are about different sides, or differ by a letter or an accent', () => {
    const { view } = revealed(
      ...notes('current', 'More time', 'More times', 'Un año', 'Un ano', '!', '?'),
      ...notes('ideal', 'More time'),
    )
    expect([view.clusters.size, view.loose.length]).toEqual([0, 7])
  })

  it('lie over nothing, on their own side', () => {
    const many = (horizon: BoardNote['horizon']) =>
      notes(horizon, ...Array.from({ length: 60 }, (_, n) => (n < 30 ? `Word ${n}` : `Twin ${n % 6}`)))
    const { view } = revealed(...many('current'), ...many('ideal'))
    const rects = takenRects(view)
    expect([view.clusters.size, view.loose.length]).toEqual([12, 60])
    expect(rects.some((a, n) => rects.slice(n + 1).some((b) => overlaps(a, b)))).toBe(false)
    for (const { rect, current } of view.clusters.values()) expect(current > 0 ? rect.x + rect.w < 0 : rect.x > 0).toBe(true)
  })

  it('keep the board in a shape that can be read as a whole, however many they are', () => {
    const twins = (horizon: BoardNote['horizon']) => notes(horizon, ...Array.from({ length: 160 }, (_, n) => `Twin ${n % 40}`))
    const { view } = revealed(...twins('current'), ...twins('ideal'))
    const { w, h } = boundsOf(takenRects(view)) ?? { w: 0, h: 1 }
    expect(view.clusters.size).toBe(80)
    expect(w / h).toBeGreaterThan(1.4)
    expect(w / h).toBeLessThan(3.2)
  })

  it('are stacked once, however often the reveal runs', () => {
    const { board, view, again } = revealed(...notes('ideal', 'A coach', 'a coach', 'Something else'))
    again()
    expect(boardView(board)).toEqual(view)
  })
})
