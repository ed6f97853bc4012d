import { describe, expect, it } from 'vitest'
import type { ActionStep, ActionStepId, IndicatorId, JobRole, MemberPart, Person, PersonId } from '@groundswell/shared'
import { absentRoles, agreementState, handoffs, idleRoles, stepHints, withoutStep } from './team.ts'

const person = (id: string, jobRole: JobRole, removed = false): Person => ({
  id: id as PersonId,
  name: id,
  jobRole,
  role: 'participant',
  device: 'person',
  heads: 1,
  removed,
})

const step = (id: string, owner: string, fields: Partial<ActionStep> = {}): ActionStep => ({
  id: id as ActionStepId,
  owner: owner as PersonId,
  text: id,
  indicator: 'i1' as IndicatorId,
  start: '',
  due: '2026-10-23',
  evidence: 'plans',
  ifThen: '',
  supportFrom: [],
  dependsOn: [],
  loose: false,
  word: '',
  status: 'not_started',
  order: 1,
  ...fields,
})

const part = (who: Person, ...steps: ActionStep[]): MemberPart => ({ person: who, steps })

describe('roles and steps', () => {
  const members = [
    part(person('ana', 'building_leader'), step('s1', 'ana')),
    part(person('ben', 'support_specialist')),
    part(person('cy', 'building_leader')),
    part(person('dee', 'teacher', true)),
  ]

  it('names people without a step, but not those who left', () => {
    expect(withoutStep(members).map((who) => who.id)).toEqual(['ben', 'cy'])
  })

  it('calls a role idle only when none of its people has a step', () => {
    expect(idleRoles(members)).toEqual(['support_specialist'])
  })

  it('lists the roles that nobody has, and none for an empty PLC', () => {
    expect(absentRoles(members)).toEqual(['technology_coach', 'trainer'])
    expect(absentRoles([])).toEqual([])
  })
})

describe('handoffs', () => {
  it('finds waiting and support between different people only', () => {
    const first = step('s1', 'ana')
    const own = step('s2', 'ana', { dependsOn: [first.id], supportFrom: ['ana' as PersonId] })
    const other = step('s3', 'ben', { dependsOn: [first.id], supportFrom: ['cy' as PersonId] })
    expect(handoffs([first, own, other]).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['waits', 'ana', 'ben'],
      ['support', 'cy', 'ben'],
    ])
  })
})

describe('hints on a step', () => {
  const ana = person('ana', 'teacher')
  it('has none for a firm step', () => {
    expect(stepHints(step('s1', 'ana'), [], ana)).toEqual([])
  })

  it('notices dates in the wrong order, missing evidence and an owner who left', () => {
    const late = step('s0', 'ana', { due: '2026-12-01' })
    const weak = step('s1', 'ana', { start: '2026-11-01', evidence: '', dependsOn: [late.id] })
    expect(stepHints(weak, [late, weak], { ...ana, removed: true })).toEqual([
      'dueBeforeStart',
      'noEvidence',
      'ownerGone',
      'dueBeforeDependency',
    ])
    expect(stepHints(step('s1', 'ana', { due: '' }), [], ana)).toEqual(['noDue'])
  })

  it('asks for a missing measure, and not where there is none on purpose', () => {
    expect(stepHints(step('s1', 'ana', { indicator: null }), [], ana)).toEqual(['noMeasure'])
    expect(stepHints(step('s1', 'ana', { indicator: null, loose: true }), [], ana)).toEqual([])
  })
})

describe('agreement', () => {
  const [ana, ben, cy] = ['ana', 'ben', 'cy'] as PersonId[]
  it('puts the lowest first, names who is missing and asks for a revision below 3', () => {
    const state = agreementState(
      [ana!, ben!, cy!],
      [
        { person: ana!, level: 4, reservation: '' },
        { person: ben!, level: 2, reservation: 'Too big' },
        { person: 'gone' as PersonId, level: 1, reservation: '' },
      ],
    )
    expect(state.given.map((entry) => entry.person)).toEqual(['ben', 'ana'])
    expect(state.waiting).toEqual(['cy'])
    expect(state.revise).toBe(true)
  })
})
