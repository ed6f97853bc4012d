import type { DocumentRef } from './documents.ts'
import type { PersonId, PlcId, SessionId } from './ids.ts'
import type { SessionRole } from './records.ts'
import { allows, type Step } from './steps.ts'

/** What a signed token says: who may act, in which session, as what, until when (milliseconds since 1970). */
export interface Capability {
  readonly session: SessionId
  readonly person: PersonId
  readonly role: SessionRole
  readonly expires: number
  /** From a check-in link: it opens this PLC's document and what everyone reads, and nothing of the person's own. */
  readonly plc?: PlcId
}

export type Right = 'none' | 'read' | 'write'

/** Everything a right depends on; the server and the client ask the same function with the same facts. */
export interface RightFacts {
  readonly person: PersonId
  readonly role: SessionRole
  readonly step: Step
  /** Members of the PLC when the document is a `plc`, else empty. */
  readonly plcMembers: readonly PersonId[]
  /** While a few merge and the others read: those few. Null while everyone may group. */
  readonly curators: readonly PersonId[] | null
}

const mayGroup = ({ person, step, curators }: RightFacts): boolean =>
  allows(step).board && (curators === null || curators.includes(person))

/**
 * The one table of rights (SPEC R1 to R6). It fails closed: a display never writes and never reads a desk,
 * only the server writes the stage, and a desk or a coach's notes open to their owner alone.
 */
export function rightOn(ref: DocumentRef, facts: RightFacts): Right {
  const facilitates = facts.role === 'facilitator'
  switch (ref.kind) {
    case 'stage':
      return 'read'
    case 'board':
      if (facts.role === 'display') return 'read'
      return facilitates || mayGroup(facts) ? 'write' : 'read'
    case 'desk':
      return facts.role !== 'display' && ref.person === facts.person ? 'write' : 'none'
    case 'plc':
      if (facts.role === 'display') return 'read'
      return facilitates || facts.plcMembers.includes(facts.person) ? 'write' : 'read'
    case 'coach':
      return facilitates && ref.person === facts.person ? 'write' : 'none'
  }
}
