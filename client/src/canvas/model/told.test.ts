import { NO_REACTIONS, type NoteId, type NoteReactions } from '@groundswell/shared'
import { expect, test } from 'vitest'
import { toldChanges, toldWords } from './told.ts'

const counts = (note: string, some: Partial<NoteReactions>): NoteReactions => ({ ...NO_REACTIONS, note: note as NoteId, ...some })
const all = (...of: readonly NoteReactions[]) => new Map(of.map((one) => [one.note, one]))

test('reactions are told as signs with numbers, none for what nobody said', () => {
  expect([toldWords(counts('a', { same: 3, question: 1 })), toldWords(counts('a', {})), toldWords(undefined)]).toEqual([
    '+1 3  ? 1',
    '',
    '',
  ])
})

test('only notes about which something else is said are drawn anew', () => {
  const before = all(counts('a', { same: 1 }), counts('b', { heart: 1 }), counts('c', { heart: 2 }))
  const after = all(counts('a', { same: 1 }), counts('b', { heart: 2 }), counts('d', { same: 1 }))
  expect(toldChanges(before, after)).toEqual(['b', 'c', 'd'])
})
