import { expect, it } from 'vitest'
import { createTokenBucket, take } from './token-bucket.ts'

it('P11 gives its burst at once, then makes whoever overdraws wait until the debt is paid', () => {
  const bucket = createTokenBucket(10, 5, 0)
  expect([1, 1, 1, 1, 1].map((amount) => take(bucket, amount, 0))).toEqual([0, 0, 0, 0, 0])
  expect(take(bucket, 2, 0)).toBe(200)
  expect(take(bucket, 1, 200)).toBe(100)
  expect(take(bucket, 0, 300)).toBe(0)
})

it('never holds more than its burst, and a clock that goes back gives nothing', () => {
  const bucket = createTokenBucket(10, 5, 1_000)
  expect(take(bucket, 5, 1_000_000)).toBe(0)
  expect(take(bucket, 1, 0)).toBe(100)
})
