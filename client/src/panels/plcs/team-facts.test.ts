import type { Person } from '@groundswell/shared'
import { expect, test } from 'vitest'
import { moveTo, nextLetter, sameRole } from './team-facts.ts'

const person = (jobRole: Person['jobRole'], device: Person['device'] = 'person') => ({ jobRole, device })

test('an entry moves to another index', () => {
  expect(moveTo(['a', 'b', 'c'], 'b', 0)).toEqual(['b', 'a', 'c'])
  expect(moveTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moveTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
})

test('only a team of several people with one role between them gets the hint', () => {
  expect(sameRole([person('teacher')])).toBe(false)
  expect(sameRole([person('teacher'), person('teacher')])).toBe(true)
  expect(sameRole([person('teacher'), person('trainer')])).toBe(false)
  expect(sameRole([person('teacher'), person('teacher', 'table')])).toBe(false)
})

test('the next PLC gets the first free letter', () => {
  expect(nextLetter([])).toBe('A')
  expect(nextLetter(['PLC A', 'Creators', 'plc c'])).toBe('B')
})
