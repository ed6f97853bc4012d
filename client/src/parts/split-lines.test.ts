import { expect, test } from 'vitest'
import { splitLines } from './split-lines.ts'

test('several lines become several notes without their bullets and numbers', () => {
  expect(splitLines('- Carts are locked\r\n\n2) Six apps\n  • One day of training ')).toEqual([
    'Carts are locked',
    'Six apps',
    'One day of training',
  ])
})

test('a single line stays one note, and a number inside it stays', () => {
  expect(splitLines('3 of 4 carts are broken')).toEqual(['3 of 4 carts are broken'])
  expect(splitLines('1:1 devices')).toEqual(['1:1 devices'])
})

test('blank text is no note', () => {
  expect(splitLines(' \n\t\n')).toEqual([])
})
