import { expect, it } from 'vitest'
import { glideAt, glideTo, hasArrived, whereIs } from './glide.ts'

it('moves evenly from where it is shown to where it was last heard of', () => {
  const glide = glideTo(glideAt({ x: 0, y: 0 }, 0), { x: 100, y: 50 }, 50)
  expect(whereIs(glide, 50)).toEqual({ x: 0, y: 0 })
  expect(whereIs(glide, 75)).toEqual({ x: 50, y: 25 })
  expect(whereIs(glide, 500)).toEqual({ x: 100, y: 50 })
  expect([hasArrived(glide, 75), hasArrived(glide, 100)]).toEqual([false, true])
})

it('starts a new step from the middle of the last one, without a jump', () => {
  const first = glideTo(glideAt({ x: 0, y: 0 }, 0), { x: 100, y: 0 }, 100)
  const second = glideTo(first, { x: 0, y: 0 }, 150)
  expect(whereIs(second, 150)).toEqual({ x: 50, y: 0 })
})

it('never takes longer for a step than a person would wait', () => {
  expect(glideTo(glideAt({ x: 0, y: 0 }, 0), { x: 9, y: 0 }, 60_000).duration).toBeLessThanOrEqual(160)
})
