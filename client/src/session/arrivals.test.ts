import { addNote, boardView, type NoteId, type Watched, type BoardView } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { staggered, type Arrival } from './arrivals.ts'

/** A board, a clock that the test sets, and what is shown of the board. */
function setUp(arrival: Arrival | null) {
  const doc = new Y.Doc()
  let view = boardView(doc)
  let now = 0
  let tick = () => {}
  const changed = new Set<() => void>()
  const board: Watched<BoardView> = {
    get: () => view,
    subscribe: (listener) => {
      changed.add(listener)
      return () => changed.delete(listener)
    },
  }
  const shown = staggered(board, () => arrival, {
    now: () => now,
    often: (callback) => {
      tick = callback
      return () => {}
    },
  })
  let told = 0
  shown.subscribe(() => void told++)
  return {
    add: (count: number, horizon: 'current' | 'ideal' = 'current', late = false) => {
      for (let n = 0; n < count; n++)
        addNote(doc, { id: `${horizon}${late}${n}` as NoteId, horizon, text: 'x', place: [null, n, 0], author: null, late })
      view = boardView(doc)
      for (const listener of changed) listener()
    },
    at: (time: number) => {
      now = time
      tick()
      return shown.get().loose.length
    },
    notes: () => shown.get().notes.size,
    told: () => told,
  }
}

const ARRIVAL: Arrival = { horizons: ['current'], from: 0, until: 6_000 }

describe('the notes of a reveal', () => {
  it('come in one after the other, all within two seconds', () => {
    const board = setUp(ARRIVAL)
    board.add(100)
    const seen = [0, 500, 1_000, 1_500, 2_000].map(board.at)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen[1]).toBeGreaterThan(10)
    expect(seen[2]).toBeLessThan(80)
    expect([seen[4], board.notes()]).toEqual([100, 100])
  })

  it('do not hold back late notes or the other side', () => {
    const board = setUp(ARRIVAL)
    board.add(5, 'ideal')
    board.add(5, 'current', true)
    expect(board.at(1)).toBe(10)
  })

  it('stand at once where nothing is revealed, and for who comes later', () => {
    const still = setUp(null)
    still.add(20)
    expect(still.at(0)).toBe(20)
    const later = setUp(ARRIVAL)
    later.at(6_000)
    later.add(20)
    expect(later.at(6_001)).toBe(20)
  })

  it('tell a listener only when something came', () => {
    const board = setUp(ARRIVAL)
    board.add(3)
    board.at(5_000)
    const told = board.told()
    for (const time of [5_100, 5_200, 9_000, 9_100]) board.at(time)
    expect(board.told()).toBe(told)
  })
})
