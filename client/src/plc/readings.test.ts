import { describe, expect, it } from 'vitest'
import { progressOf, readNumberText } from './readings.ts'

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

  it('measures the way from baseline to target, downward as well, and stays between the two', () => {
    expect(progressOf('18', '60', '39')).toBe(0.5)
    expect(progressOf('40', '20', '35')).toBe(0.25)
    expect(progressOf('18', '60', '80')).toBe(1)
    expect(progressOf('', '60', '27')).toBeNull()
    expect(progressOf('20', '20', '20')).toBeNull()
  })
})
