import type { CoachNote } from '@groundswell/shared'
import { expect, test } from 'vitest'
import { coachLog } from './coach-log.ts'

test('a log holds the notes in the order of time, each with what it is about', () => {
  const note = (id: string, at: number, about: CoachNote['about']): CoachNote => ({
    id: id as never,
    text: `Words ${id}`,
    at,
    about,
  })
  const names: Readonly<Record<string, string>> = { p1: 'Team Alder', ana: 'Ana' }
  const notes = [
    note('b', 2_000_000, { kind: 'person', id: 'ana' }),
    note('a', 1_000_000, { kind: 'plc', id: 'p1' }),
    note('c', 3_000_000, null),
  ]
  const log = coachLog('My log', notes, (about) => names[about?.id ?? ''] ?? '', 'en')
  expect(log.startsWith('# My log\n')).toBe(true)
  expect([...log.matchAll(/Words (\w)/g)].map(([, id]) => id)).toEqual(['a', 'b', 'c'])
  expect(log).toMatch(/· Team Alder\n\nWords a/)
  expect(log).toMatch(/· Ana\n\nWords b/)
})
