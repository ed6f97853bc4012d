import { expect, test } from 'vitest'
import { fileName } from './save-export.ts'

test('an export is named after the session, safe on every system', () => {
  expect(fileName('Visión 2029: Maple/Fork', 'md')).toBe('vision-2029-maple-fork.md')
  expect(fileName('…', 'csv')).toBe('session.csv')
})
