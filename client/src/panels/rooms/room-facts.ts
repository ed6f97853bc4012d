import {
  agreementOf,
  GOAL_FIELDS,
  type JobRole,
  type Person,
  type PersonId,
  type Plc,
  type PlcView,
  type StageView,
} from '@groundswell/shared'

/** What a coach sees of a PLC at a glance. */
export interface RoomFacts {
  readonly goalWritten: boolean
  /** How many of the goal's fields have words. */
  readonly filled: number
  readonly fields: number
  readonly measures: number
  readonly members: readonly { readonly person: Person; readonly steps: number }[]
  /** Roles of the session that nobody in this PLC has; none where a table sits in it, whose roles nobody knows. */
  readonly missingRoles: readonly JobRole[]
  /** Members who have answered how far they stand behind the goal; what they answered shows once the round is. */
  readonly agreed: number
  /** Members below 3 on the scale of agreement. */
  readonly low: number
  /** Dates on which the PLC will look again. */
  readonly dates: number
}

const AGREES_FROM = 3

function missingRoles(members: readonly Person[], people: readonly Person[]): readonly JobRole[] {
  if (members.length === 0 || members.some((person) => person.device === 'table')) return []
  const here = new Set(
    people.filter((person) => person.role === 'participant' && !person.removed).map((person) => person.jobRole),
  )
  here.delete('other')
  return [...here].filter((role) => !members.some((person) => person.jobRole === role))
}

export function roomFacts(plc: Plc, view: PlcView, stage: StageView): RoomFacts {
  const person = (id: PersonId) => stage.people.find((candidate) => candidate.id === id)
  const members = plc.members.map(person).filter((member) => member !== undefined)
  const answers = view.agreement.filter((answer) => plc.members.includes(answer.person))
  return {
    goalWritten: view.goal.statement.trim() !== '',
    filled: GOAL_FIELDS.filter((field) => view.goal[field].trim() !== '').length,
    fields: GOAL_FIELDS.length,
    measures: view.goal.indicators.length,
    members: members.map((member) => ({ person: member, steps: view.steps.filter((step) => step.owner === member.id).length })),
    missingRoles: missingRoles(members, stage.people),
    agreed: agreementOf(stage, plc.id).answered.filter((id) => plc.members.includes(id)).length,
    low: answers.filter((answer) => answer.level < AGREES_FROM).length,
    dates: view.checkIns.length,
  }
}
