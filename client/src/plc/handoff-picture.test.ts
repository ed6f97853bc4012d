import type { ActionStep, PersonId } from '@groundswell/shared'
import { expect, test } from 'vitest'
import { arcsOf } from './handoff-picture.ts'
import type { Handoff } from './team.ts'

const [ana, ben, cy] = ['ana', 'ben', 'cy'] as [PersonId, PersonId, PersonId]
const pass = (kind: Handoff['kind'], from: PersonId, to: PersonId): Handoff => ({
  kind,
  from,
  to,
  step: {} as ActionStep,
  after: null,
})

test('several handoffs of one kind between two people are one arc, the shortest way inside', () => {
  const arcs = arcsOf([ana, ben, cy], [pass('waits', ana, cy), pass('support', ana, ben), pass('support', ana, ben)])
  expect(arcs.map(({ kind, from, to, count, lane }) => [kind, from, to, count, lane])).toEqual([
    ['support', 0, 1, 2, 1],
    ['waits', 0, 2, 1, 2],
  ])
})

test('who is not drawn has no arc', () => {
  expect(arcsOf([ana], [pass('waits', ana, ben)])).toEqual([])
})
