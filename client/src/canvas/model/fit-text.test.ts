import { describe, expect, it } from 'vitest'
import { fitText } from './fit-text.ts'

describe("the size of a note's text", () => {
  it('is 20 for a short note and never below 13', () => {
    expect(fitText('Six apps.')).toEqual({ size: 20, lines: 3, cut: false })
    expect(fitText('word '.repeat(80)).size).toBe(13)
  })

  it('shrinks as the text grows, never the other way round', () => {
    const sizes = Array.from({ length: 60 }, (_, words) => fitText('learning '.repeat(words + 1).trim()).size)
    for (const [index, size] of sizes.entries()) if (index > 0) expect(size).toBeLessThanOrEqual(sizes[index - 1] ?? 0)
  })

  it('marks a text of 400 characters as cut, and one of 100 not', () => {
    expect(fitText('a plain word '.repeat(30)).cut).toBe(true)
    expect(fitText('We hear about new programs when the first ticket comes in and nobody knows who is on it.').cut).toBe(false)
  })

  it('counts a word longer than a line as the lines it will break into', () => {
    expect(fitText('x'.repeat(70)).size).toBeLessThan(20)
  })

  it('counts every line break', () => {
    expect(fitText('a\nb\nc\nd').size).toBeLessThan(20)
  })
})
