import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from './ids.ts'
import { JOB_ROLES, type Person, type Plc } from './records.ts'
import { plcsFor, seatAll, withoutPlc } from './seats.ts'
import { asId } from './testing/builders.ts'

const person = (n: number, jobRole: Person['jobRole'] = 'teacher'): Person => ({
  id: asId(`p${n}`),
  name: `P ${n}`,
  jobRole,
  role: 'participant',
  device: 'person',
  heads: 1,
  removed: false,
})
const plc = (n: number, members: readonly PersonId[] = []): Plc => ({
  id: asId(`plc${n}`),
  name: `PLC ${n}`,
  members,
  theme: null,
  order: n,
})
const many = <T>(count: number, make: (n: number) => T): readonly T[] => Array.from({ length: count }, (_, n) => make(n))

describe('seats for all (B3)', () => {
  it('B3 gives everyone without a PLC one seat, evenly, and moves nobody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.array(fc.constantFrom(...JOB_ROLES), { maxLength: 70 }), (teams, jobs) => {
        const people = jobs.map((job, n) => person(n, job))
        const before = many(teams, (n) => plc(n, n === 0 ? people.slice(0, 2).map(({ id }) => id) : []))
        const after = seatAll(before, people)
        expect(after.flatMap(({ members }) => members).sort()).toEqual(people.map(({ id }) => id).sort())
        expect(after[0]?.members.slice(0, 2)).toEqual(before[0]?.members)
        const sizes = after.map(({ members }) => members.length)
        if (people.length >= 2 * teams) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('B3 mixes roles: sixty people of five make fifteen PLCs of four, nowhere two of a kind more than there must be', () => {
    const people = many(60, (n) => person(n, JOB_ROLES[n % 5]))
    const after = seatAll(many(plcsFor(60), plc), people)
    const roles = (team: Plc) => new Set(team.members.map((id) => people.find((each) => each.id === id)?.jobRole)).size
    expect(after.map(({ members }) => members.length)).toEqual(many(15, () => 4))
    expect(Math.min(...after.map(roles))).toBeGreaterThanOrEqual(3)
  })

  it('counts a table by its heads, and leaves out who was removed or only watches', () => {
    const table = { ...person(0), heads: 4 }
    const after = seatAll([plc(0), plc(1)], [table, person(1), person(2), person(3)])
    expect(after.map(({ members }) => members.length)).toEqual([1, 3])
    const others = [
      { ...person(4), removed: true },
      { ...person(5), role: 'facilitator' as const },
    ]
    expect(withoutPlc(others, [])).toEqual([])
    expect(seatAll([], [person(1)])).toEqual([])
  })
})
