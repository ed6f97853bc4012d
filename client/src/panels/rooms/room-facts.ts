import type { Person, PersonId, Plc, PlcView, StageView } from '@groundswell/shared'

/** What a coach sees of a PLC at a glance. */
export interface RoomFacts {
  readonly goalWritten: boolean
  readonly measures: number
  readonly members: readonly { readonly person: Person; readonly steps: number }[]
  readonly agreed: number
  /** Members below 3 on the scale of agreement. */
  readonly low: number
}

const AGREES_FROM = 3

export function roomFacts(plc: Plc, view: PlcView, stage: Pick<StageView, 'people'>): RoomFacts {
  const person = (id: PersonId) => stage.people.find((candidate) => candidate.id === id)
  const members = plc.members.map(person).filter((member) => member !== undefined)
  const answers = view.agreement.filter((answer) => plc.members.includes(answer.person))
  return {
    goalWritten: view.goal.statement.trim() !== '',
    measures: view.goal.indicators.length,
    members: members.map((member) => ({ person: member, steps: view.steps.filter((step) => step.owner === member.id).length })),
    agreed: answers.length,
    low: answers.filter((answer) => answer.level < AGREES_FROM).length,
  }
}
