import { expect, test } from 'vitest'
import { formatTime, timeMood } from './time-words.ts'

test('a timer shows its full length when it starts and nothing below a minute is cut', () => {
  expect(formatTime(250_000)).toBe('04:10')
  expect(formatTime(249_001)).toBe('04:10')
  expect(formatTime(900)).toBe('00:01')
  expect(formatTime(3_723_000)).toBe('1:02:03')
})

test('time that has run over is shown with its sign', () => {
  expect(formatTime(0)).toBe('00:00')
  expect(formatTime(-5_000)).toBe('−00:05')
})

test('the last minute, the last ten seconds, the end and a pause each have their own look', () => {
  const running = [60_001, 60_000, 10_001, 10_000, 0].map((ms) => timeMood(ms, false))
  expect([...running, timeMood(5_000, true)]).toEqual(['plain', 'soon', 'soon', 'last', 'up', 'paused'])
})
