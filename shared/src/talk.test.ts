import { describe, expect, it } from 'vitest'
import type { PersonId } from './ids.ts'
import { JOB_ROLES, type JobRole } from './records.ts'
import { dealGroups, groupsNow } from './talk.ts'

const person = (id: string, jobRole: JobRole) => ({ id: id as PersonId, jobRole })
const room = Array.from({ length: 18 }, (_, index) => person(`p${index}`, JOB_ROLES[index % 3] ?? 'other'))
const roleOf = (id: PersonId): JobRole => room.find((one) => one.id === id)?.jobRole ?? 'other'

describe('groups for talking', () => {
  it('A5: everyone is in one group of about four, each with every role there is', () => {
    const groups = dealGroups(room, 4, 7)
    expect(groups.flat().sort()).toEqual(room.map(({ id }) => id).sort())
    for (const group of groups) {
      expect(group.length).toBeGreaterThanOrEqual(3)
      expect(group.length).toBeLessThanOrEqual(5)
      expect(new Set(group.map(roleOf)).size).toBe(3)
    }
  })

  it('A5: whoever leads a building speaks last', () => {
    for (const group of dealGroups(room, 4, 3)) {
      const leads = group.map((id) => roleOf(id) === 'building_leader')
      expect(leads.indexOf(true)).toBeGreaterThan(leads.lastIndexOf(false))
    }
  })

  it('A5: the same seed deals the same, another mixes anew; pairs leave nobody alone', () => {
    expect(dealGroups(room, 4, 7)).toEqual(dealGroups(room, 4, 7))
    expect(dealGroups(room, 4, 8)).not.toEqual(dealGroups(room, 4, 7))
    expect(dealGroups(room.slice(0, 5), 2, 1).map(({ length }) => length)).toEqual([3, 2])
    expect([dealGroups(room.slice(0, 1), 2, 1).length, dealGroups([], 4, 1)]).toEqual([1, []])
  })

  it('A5: who comes later joins the smallest group, who was removed is out', () => {
    const groups = [['a', 'b'], ['c']] as unknown as readonly (readonly PersonId[])[]
    const people = [person('a', 'teacher'), person('c', 'building_leader'), person('d', 'teacher'), person('e', 'teacher')]
    expect(groupsNow(groups, people).map((group) => group.map(({ id }) => id))).toEqual([
      ['a', 'd'],
      ['e', 'c'],
    ])
  })
})
