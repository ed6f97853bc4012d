import { expect, test } from 'vitest'
import { cueBetween } from './timer-sound.ts'

test('a timer sounds once at a minute, once at ten seconds and once at its end', () => {
  expect([cueBetween(61_000, 60_000), cueBetween(60_000, 59_000)]).toEqual(['minute', null])
  expect([cueBetween(11_000, 10_000), cueBetween(10_000, 9_000), cueBetween(1_000, 0), cueBetween(0, -1_000)]).toEqual([
    'ten',
    null,
    'end',
    null,
  ])
})

test('a timer that is set, extended, shortened or missing is silent', () => {
  expect([cueBetween(null, 0), cueBetween(30_000, 90_000), cueBetween(300_000, 30_000), cueBetween(5_000, null)]).toEqual([
    null,
    null,
    null,
    null,
  ])
})
