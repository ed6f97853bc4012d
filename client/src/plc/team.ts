import {
  JOB_ROLES,
  type ActionStep,
  type Agreement,
  type JobRole,
  type MemberPart,
  type Person,
  type PersonId,
} from '@groundswell/shared'

/** The roles a plan usually needs; `other` is never called missing. */
const EXPECTED: readonly JobRole[] = JOB_ROLES.filter((role) => role !== 'other' && role !== 'teacher')

/** Members who take part and have no step yet. */
export const withoutStep = (members: readonly MemberPart[]): readonly Person[] =>
  members.filter((part) => part.steps.length === 0 && !part.person.removed).map((part) => part.person)

/** Job roles that sit in the PLC, yet carry no step. */
export function idleRoles(members: readonly MemberPart[]): readonly JobRole[] {
  const busy = new Set(members.filter((part) => part.steps.length > 0).map((part) => part.person.jobRole))
  const present = new Set(members.filter((part) => !part.person.removed).map((part) => part.person.jobRole))
  return JOB_ROLES.filter((role) => present.has(role) && !busy.has(role))
}

/** Job roles that nobody in the PLC has: whom to ask in. */
export function absentRoles(members: readonly MemberPart[]): readonly JobRole[] {
  const present = new Set(members.map((part) => part.person.jobRole))
  return members.length === 0 ? [] : EXPECTED.filter((role) => !present.has(role))
}

/** Work that passes from one person to another: `from` gives, `to` waits for it or leans on it. */
export interface Handoff {
  readonly kind: 'waits' | 'support'
  readonly from: PersonId
  readonly to: PersonId
  readonly step: ActionStep
  /** The step that must come first; null for support. */
  readonly after: ActionStep | null
}

/** Every place where two people have to hand something to each other. */
export function handoffs(steps: readonly ActionStep[]): readonly Handoff[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  return steps.flatMap((step) => [
    ...step.dependsOn.flatMap((id): readonly Handoff[] => {
      const after = byId.get(id)
      return after === undefined || after.owner === step.owner
        ? []
        : [{ kind: 'waits', from: after.owner, to: step.owner, step, after }]
    }),
    ...step.supportFrom
      .filter((person) => person !== step.owner)
      .map((person): Handoff => ({ kind: 'support', from: person, to: step.owner, step, after: null })),
  ])
}

/** What would make a step firmer. Hints only. */
export type StepHint = 'noDue' | 'dueBeforeStart' | 'noEvidence' | 'noMeasure' | 'ownerGone' | 'dueBeforeDependency'

export function stepHints(step: ActionStep, steps: readonly ActionStep[], owner: Person | null): readonly StepHint[] {
  const hints: StepHint[] = []
  if (step.due === '') hints.push('noDue')
  if (step.start !== '' && step.due !== '' && step.due < step.start) hints.push('dueBeforeStart')
  if (step.evidence.trim() === '') hints.push('noEvidence')
  if (step.indicator === null && !step.loose) hints.push('noMeasure')
  if (owner === null || owner.removed) hints.push('ownerGone')
  const waits = steps.some((other) => step.dependsOn.includes(other.id) && step.due !== '' && other.due > step.due)
  if (waits) hints.push('dueBeforeDependency')
  return hints
}

/** Where the agreement stands: lowest first, because the lowest is heard first. */
export interface AgreementState {
  readonly given: readonly Agreement[]
  readonly waiting: readonly PersonId[]
  /** Someone is below 3: one revision of the goal is due. */
  readonly revise: boolean
}

export function agreementState(members: readonly PersonId[], agreement: readonly Agreement[]): AgreementState {
  const given = agreement.filter((entry) => members.includes(entry.person)).sort((a, b) => a.level - b.level)
  const said = new Set(given.map((entry) => entry.person))
  return { given, waiting: members.filter((person) => !said.has(person)), revise: given.some((entry) => entry.level < 3) }
}
