import { expect, test } from 'vitest'
import { readKept, withOwn, withoutOwn, withStar } from './kept-questions.ts'

const none = { stars: [], own: [] }

test('whatever is stored reads as what can be kept', () => {
  for (const json of [null, '', 'nonsense', '3', '{"stars":"q1","own":7}']) expect(readKept(json)).toEqual(none)
  expect(readKept('{"stars":["q1",2],"own":["Who gains?"]}')).toEqual({ stars: ['q1'], own: ['Who gains?'] })
})

test('a star goes on and off, and stands once', () => {
  expect(withStar(withStar(none, 'q1', true), 'q1', true).stars).toEqual(['q1'])
  expect(withStar(withStar(none, 'q1', true), 'q1', false).stars).toEqual([])
})

test('own questions stand once, the latest first, fifty at most', () => {
  const many = Array.from({ length: 60 }, (_, index) => `Question ${index}?`).reduce(withOwn, none)
  expect([many.own.length, many.own[0]]).toEqual([50, 'Question 59?'])
  expect(withOwn(many, 'Question 20?').own.slice(0, 2)).toEqual(['Question 20?', 'Question 59?'])
  expect(withoutOwn(many, 'Question 59?').own[0]).toBe('Question 58?')
})
