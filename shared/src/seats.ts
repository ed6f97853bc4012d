import type { PersonId, PlcId } from './ids.ts'
import type { JobRole, Person, Plc } from './records.ts'

/** A PLC that is made for people has about so many. */
const PLC_SIZE = 4

/** How many PLCs so many people make. */
export const plcsFor = (people: number): number => (people === 0 ? 0 : Math.max(1, Math.round(people / PLC_SIZE)))

type Seated = Pick<Person, 'id' | 'jobRole' | 'heads' | 'role' | 'removed'>

/** Participants without a PLC. */
export const withoutPlc = <P extends Seated>(people: readonly P[], plcs: readonly Pick<Plc, 'members'>[]): readonly P[] =>
  people.filter(
    ({ id, role, removed }) => role === 'participant' && !removed && !plcs.some(({ members }) => members.includes(id)),
  )

/** One PLC while its seats are given out. */
interface Seats {
  readonly plc: Plc
  readonly members: PersonId[]
  readonly roles: JobRole[]
  heads: number
}

/**
 * Gives everyone who has no PLC a seat: in the smallest one, and among equals where the fewest do the same job. Nobody who has a
 * seat is moved (SPEC B3).
 */
export function seatAll(plcs: readonly Plc[], people: readonly Seated[]): readonly Plc[] {
  const free = withoutPlc(people, plcs)
  const all = plcs.map((plc): Seats => {
    const members = people.filter(({ id }) => plc.members.includes(id))
    const heads = members.reduce((sum, person) => sum + person.heads, 0)
    return { plc, members: [...plc.members], roles: members.map(({ jobRole }) => jobRole), heads }
  })
  for (const { id, jobRole, heads } of byRole(free)) {
    const same = ({ roles }: Seats): number => roles.filter((role) => role === jobRole).length
    const [to] = [...all].sort((a, b) => a.heads - b.heads || same(a) - same(b))
    if (to === undefined) break
    to.members.push(id)
    to.roles.push(jobRole)
    to.heads += heads
  }
  return all.map(({ plc, members }) => (members.length === plc.members.length ? plc : { ...plc, members }))
}

/** One job after the other, so that each is spread over all PLCs; otherwise as they came. */
const byRole = (people: readonly Seated[]): readonly Seated[] => {
  const roles: readonly JobRole[] = [...new Set(people.map(({ jobRole }) => jobRole))]
  return roles.flatMap((role) => people.filter(({ jobRole }) => jobRole === role))
}

/** Forms these PLCs and gives everyone who has none a seat. For facilitators. */
export interface FillPlcs {
  readonly type: 'plc.fill'
  readonly plcs: readonly { readonly plc: PlcId; readonly name: string }[]
}
