import { describe, expect, it } from 'vitest'
import { Pace } from './pace.ts'

const LIMITS = { tickMs: 16, busyMembers: 16 }

/** When rounds leave if an edit comes every `every` milliseconds for a second, and how long each edit waited. */
function runSecond(members: number, every: number): { readonly rounds: number; readonly waits: readonly number[] } {
  const pace = new Pace(LIMITS)
  const leaving: number[] = []
  const waits: number[] = []
  for (let now = 0; now < 1_000; now += every) {
    const due = leaving.at(-1) ?? -1
    const leaves = due >= now ? due : now + Math.max(0, pace.wait(members, now))
    if (leaves !== due) {
      leaving.push(leaves)
      pace.noteRound(members, leaves)
    }
    waits.push(leaves - now)
  }
  return { rounds: leaving.length, waits }
}

describe('P9 the pace of edits', () => {
  it('lets every edit of a small document go at once', () => {
    expect(runSecond(15, 1)).toEqual({ rounds: 1_000, waits: Array.from({ length: 1_000 }, () => 0) })
  })

  it('lets twenty edits a second go at once, however many people there are', () => {
    for (const members of [16, 60, 150, 400, 1_000]) expect(Math.max(...runSecond(members, 50).waits)).toBe(0)
  })

  it('sends edits that come faster together, and keeps none for longer than the interval', () => {
    for (const [members, interval] of [
      [60, 16],
      [61, 48],
      [1_000, 48],
    ] as const) {
      const { rounds, waits } = runSecond(members, 5)
      expect(rounds).toBeLessThanOrEqual(Math.ceil(1_000 / interval) + 3)
      expect(Math.max(...waits)).toBeLessThanOrEqual(interval)
    }
  })

  it('lets a few rounds through quickly after a quiet moment', () => {
    const pace = new Pace(LIMITS)
    const waits = [0, 16, 32, 48].map((now) => {
      const wait = pace.wait(150, now)
      pace.noteRound(150, now)
      return Math.max(0, wait)
    })
    expect(waits).toEqual([0, 0, 0, 0])
    expect(pace.wait(150, 64)).toBe(32)
    expect(pace.wait(150, 1_000)).toBeLessThanOrEqual(0)
  })
})
