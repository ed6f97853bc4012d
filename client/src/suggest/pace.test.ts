import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPace } from './pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('pace', () => {
  it('goes on while changes keep coming, once in each stretch', async () => {
    let runs = 0
    const pace = createPace(async () => void runs++, 1000)
    for (let at = 0; at < 3000; at += 100) {
      pace.nudge()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(runs).toBe(3)
  })

  it('never runs twice at once; what changed meanwhile is looked at afterwards', async () => {
    const ends: (() => void)[] = []
    const pace = createPace(() => new Promise((resolve) => ends.push(resolve)), 1000)
    pace.nudge()
    await vi.advanceTimersByTimeAsync(1000)
    pace.nudge()
    await vi.advanceTimersByTimeAsync(5000)
    expect(ends).toHaveLength(1)
    ends[0]?.()
    await vi.advanceTimersByTimeAsync(1000)
    expect(ends).toHaveLength(2)
  })

  it('does nothing once it is stopped', async () => {
    let runs = 0
    const pace = createPace(async () => void runs++, 1000)
    pace.nudge()
    pace.stop()
    pace.nudge()
    await vi.advanceTimersByTimeAsync(5000)
    expect(runs).toBe(0)
  })
})
