import { describe, expect, it } from 'vitest'
import { readingFault, readNumberText } from './readings.ts'

describe('a reading', () => {
  it.each([
    ['27', 27],
    ['27.5', 27.5],
    ['27,5', 27.5],
    ['27 %', 27],
    ['1,200', 1200],
    ['-3', -3],
  ])('reads %s', (text, value) => {
    expect(readNumberText(text)).toBe(value)
  })

  it.each(['', 'about 20', '1.2.3', '5-6'])('refuses %s', (text) => {
    expect(readNumberText(text)).toBeNull()
  })
})

describe('a new reading', () => {
  const fault = (value: string, date: string) => readingFault({ value, date }, '2026-09-24', '2026-11-24')

  it('is refused without a number or a day, and only remarked upon before the start or in the future', () => {
    expect(fault('about 30', '2026-10-01')).toEqual({ about: 'value', kind: 'notNumber', stops: true })
    expect(fault('30', '')).toEqual({ about: 'date', kind: 'noDate', stops: true })
    expect(fault('30', '2026-09-01')).toEqual({ about: 'date', kind: 'beforeStart', stops: false })
    expect(fault('30', '2026-12-01')).toEqual({ about: 'date', kind: 'inFuture', stops: false })
    expect(fault('27.5%', '2026-10-01')).toBeNull()
  })
})
