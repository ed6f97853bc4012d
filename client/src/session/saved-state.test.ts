import { describe, expect, it } from 'vitest'
import { NOTHING_YET, reduceSaved, savedState, worstSaved, type SavedEvent } from './saved-state.ts'

const after = (...events: readonly SavedEvent[]) => savedState(events.reduce(reduceSaved, NOTHING_YET))
const open: SavedEvent = { type: 'line', line: 'open' }
const down: SavedEvent = { type: 'line', line: 'down' }
const made: SavedEvent = { type: 'made' }

describe('what "Saved" says', () => {
  it('is loading until there is something true to show', () => {
    expect(after()).toEqual({ state: 'loading' })
    expect(after({ type: 'ready' })).toEqual({ state: 'saved' })
  })

  it('is saving until the server confirms every change', () => {
    expect(after(open, made, made)).toEqual({ state: 'saving', waiting: 2 })
    expect(after(open, made, made, { type: 'durable', count: 1 })).toEqual({ state: 'saving', waiting: 1 })
    expect(after(open, made, made, { type: 'durable', count: 2 })).toEqual({ state: 'saved' })
  })

  it('takes nothing back for a late answer, and trusts none about more than was made', () => {
    expect(after(open, made, made, { type: 'durable', count: 2 }, { type: 'durable', count: 1 })).toEqual({ state: 'saved' })
    expect(after(open, made, { type: 'durable', count: 9 }, made)).toEqual({ state: 'saving', waiting: 1 })
  })

  it('is offline without a line, and counts what is kept here', () => {
    expect(after(open, down)).toEqual({ state: 'offline', waiting: 0 })
    expect(after(down, made)).toEqual({ state: 'offline', waiting: 1 })
  })

  it('shows no alarm while a line is reopened on purpose', () => {
    expect(after(open, { type: 'line', line: 'opening' })).toEqual({ state: 'saved' })
  })

  it('holds changes that were made before editing closed, until they are released', () => {
    expect(after(open, made, made, { type: 'held' }, open)).toEqual({ state: 'held', waiting: 2 })
    expect(after(open, made, { type: 'held' }, open, { type: 'released' })).toEqual({ state: 'saved' })
  })

  it('reports a full server only when something waits for it', () => {
    const full: SavedEvent = { type: 'storage', storage: 'full' }
    expect(after(open, full)).toEqual({ state: 'saved' })
    expect(after(open, full, made)).toEqual({ state: 'refused', reason: 'storage_full' })
    expect(after(open, full, made, { type: 'storage', storage: 'writable' })).toEqual({ state: 'saving', waiting: 1 })
  })

  it('says why it ended, whatever else is true', () => {
    expect(after(open, made, { type: 'ended', reason: 'gone' })).toEqual({ state: 'refused', reason: 'gone' })
  })
})

describe('many documents as one state', () => {
  it('is the worst of them, with what waits added up', () => {
    expect(worstSaved([{ state: 'saved' }, { state: 'offline', waiting: 2 }, { state: 'offline', waiting: 3 }])).toEqual({
      state: 'offline',
      waiting: 5,
    })
    expect(
      worstSaved([
        { state: 'saving', waiting: 1 },
        { state: 'held', waiting: 4 },
      ]),
    ).toEqual({ state: 'held', waiting: 4 })
    expect(worstSaved([{ state: 'saved' }, { state: 'saved' }])).toEqual({ state: 'saved' })
    expect(worstSaved([])).toEqual({ state: 'loading' })
  })
})
