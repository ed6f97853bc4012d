import type { Person, Plc, PlcId, Theme, ThemeId } from '@groundswell/shared'
import { expect, test } from 'vitest'
import { nextLetter, sameRole, uncovered } from './team-facts.ts'

const theme = (id: string) => ({ id: id as ThemeId }) as Theme
const plc = (id: string, taken: string | null): Plc => ({
  id: id as PlcId,
  name: id,
  members: [],
  theme: taken as ThemeId | null,
  order: 0,
})
const person = (jobRole: Person['jobRole'], device: Person['device'] = 'person') => ({ jobRole, device })

test('a theme stays uncovered until a PLC takes it', () => {
  const themes = [theme('t1'), theme('t2')]
  expect(uncovered(themes, [plc('a', null)]).map(({ id }) => id)).toEqual(['t1', 't2'])
  expect(uncovered(themes, [plc('a', 't2'), plc('b', 't2')]).map(({ id }) => id)).toEqual(['t1'])
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
