import { expect, it } from 'vitest'
import { linesOf, MOST_PASTED } from './paste.ts'

it('makes one note of each line, without bullets, numbers and blanks', () => {
  expect(linesOf('- one\r\n\n  2) two\n• three \n4 laptops', 400)).toEqual(['one', 'two', 'three', '4 laptops'])
})

it('cuts a line at the length of a note and stops at a sane number', () => {
  expect(linesOf('x'.repeat(500), 400)).toEqual(['x'.repeat(400)])
  expect(linesOf('a\n'.repeat(500), 400)).toHaveLength(MOST_PASTED)
})
