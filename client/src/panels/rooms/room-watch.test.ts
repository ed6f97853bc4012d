import type { PersonId } from '@groundswell/shared'
import { expect, test } from 'vitest'
import { byNeed } from './room-life.ts'
import { lookAgain, QUIET_MS, quietOnes, type Author } from './room-watch.ts'

const ana = 'ana' as PersonId
const ben = 'ben' as PersonId
const here: readonly Author[] = [
  { client: 1, person: ana, editing: false },
  { client: 2, person: ben, editing: false },
]
const clocks = (a: number, b: number) =>
  new Map([
    [1, a],
    [2, b],
  ])

test('K3: who changed nothing for ten minutes is quiet, who typed or has just come is not', () => {
  const first = lookAgain(null, clocks(5, 5), here, 0)
  expect(quietOnes(first, [ana, ben], 0)).toEqual([])
  const typed = lookAgain(first, clocks(6, 5), here, 60_000)
  expect(typed.changedAt).toBe(60_000)
  expect(quietOnes(typed, [ana, ben], QUIET_MS)).toEqual([ben])
  const late = lookAgain(typed, clocks(6, 5), [...here, { client: 3, person: 'cem' as PersonId, editing: false }], QUIET_MS)
  expect(quietOnes(late, [ana, ben, 'cem' as PersonId], QUIET_MS)).toEqual([ben])
})

test('an open field counts as taking part, and somebody who is not here is not called quiet', () => {
  const first = lookAgain(null, clocks(5, 5), here, 0)
  const editing = here.map((author) => ({ ...author, editing: author.person === ben }))
  expect(quietOnes(lookAgain(first, clocks(5, 5), editing, QUIET_MS), [ben], QUIET_MS)).toEqual([])
  expect(quietOnes(first, [ben], QUIET_MS)).toEqual([ben])
  expect(quietOnes(first, [], QUIET_MS)).toEqual([])
})

test('rooms that may need help come first', () => {
  const rooms = [
    { life: 'done', quiet: 0 },
    { life: 'writing', quiet: 0 },
    { life: 'writing', quiet: 2 },
    { life: 'stuck', quiet: 0 },
    { life: 'calling', quiet: 0 },
  ] as const
  expect([...rooms].sort(byNeed).map((room) => `${room.life} ${room.quiet}`)).toEqual([
    'calling 0',
    'stuck 0',
    'writing 2',
    'writing 0',
    'done 0',
  ])
})
