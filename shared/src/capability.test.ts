import { describe, expect, it } from 'vitest'
import { rightOn, type Right, type RightFacts } from './capability.ts'
import type { DocumentRef } from './documents.ts'
import type { PersonId, PlcId, StepId } from './ids.ts'
import type { SessionRole } from './records.ts'
import { agendaFrom, AGENDA_TEMPLATES, allows, STEP_KINDS, type AgendaTemplate, type Step, type StepKind } from './steps.ts'

const me = 'p1' as PersonId
const other = 'p2' as PersonId
const plc = 'plc-1' as PlcId
const ROLES: readonly SessionRole[] = ['facilitator', 'participant', 'display']

const step = (kind: StepKind): Step => ({
  id: 's1' as StepId,
  kind,
  horizon: null,
  title: null,
  instruction: null,
  minutes: null,
  topic: null,
})
const facts = (role: SessionRole, kind: StepKind = 'group', plcMembers: readonly PersonId[] = []): RightFacts => ({
  person: me,
  role,
  step: step(kind),
  plcMembers,
  curators: null,
})
const rights = (ref: DocumentRef, kind: StepKind = 'group', members: readonly PersonId[] = []): readonly Right[] =>
  ROLES.map((role) => rightOn(ref, facts(role, kind, members)))

describe('who may do what (facilitator, participant, display)', () => {
  it('R1: nobody but the server writes the stage, and everybody reads it', () => {
    for (const kind of STEP_KINDS) expect(rights({ kind: 'stage' }, kind)).toEqual(['read', 'read', 'read'])
  })

  it('R2, M3: while a few curate, they and facilitators write the board, and all others read it', () => {
    const board = { kind: 'board' } as const
    const right = (curators: readonly PersonId[], role: SessionRole, kind: StepKind = 'group') =>
      rightOn(board, { ...facts(role, kind), curators })
    expect(right([me], 'participant')).toBe('write')
    expect(right([], 'participant')).toBe('read')
    expect(right([], 'facilitator')).toBe('write')
    expect(right([me], 'participant', 'vote')).toBe('read')
    expect(right([me], 'display')).toBe('read')
  })

  it.each(STEP_KINDS)('R2: in the step %s participants write the board only where the step allows it', (kind) => {
    const may = kind === 'group' || kind === 'name'
    expect(rights({ kind: 'board' }, kind)).toEqual(['write', may ? 'write' : 'read', 'read'])
    expect(allows(step(kind)).board).toBe(may)
  })

  it('R3: a desk opens to its owner alone, in every step, never to a facilitator or a display', () => {
    for (const kind of STEP_KINDS) {
      expect(rights({ kind: 'desk', person: me }, kind)).toEqual(['write', 'write', 'none'])
      expect(rights({ kind: 'desk', person: other }, kind)).toEqual(['none', 'none', 'none'])
    }
  })

  it('R4: a PLC is written by its members and facilitators, and read by all', () => {
    expect(rights({ kind: 'plc', plc }, 'goal', [other])).toEqual(['write', 'read', 'read'])
    expect(rights({ kind: 'plc', plc }, 'goal', [other, me])).toEqual(['write', 'write', 'read'])
  })

  it('R5: a coach’s notes open to that coach alone', () => {
    expect(rights({ kind: 'coach', person: me })).toEqual(['write', 'none', 'none'])
    expect(rights({ kind: 'coach', person: other })).toEqual(['none', 'none', 'none'])
  })

  it('R6: a display writes nothing, in any step', () => {
    const refs: readonly DocumentRef[] = [
      { kind: 'stage' },
      { kind: 'board' },
      { kind: 'desk', person: me },
      { kind: 'plc', plc },
      { kind: 'coach', person: me },
    ]
    for (const kind of STEP_KINDS) for (const ref of refs) expect(rightOn(ref, facts('display', kind, [me]))).not.toBe('write')
  })
})

describe('the steps', () => {
  const templates = Object.keys(AGENDA_TEMPLATES) as AgendaTemplate[]

  it.each(templates)(
    'A1: the template %s has different ids, and a side for every step that writes or reads notes',
    (template) => {
      const agenda = agendaFrom(template)
      expect(new Set(agenda.map((one) => one.id)).size).toBe(agenda.length)
      for (const one of agenda)
        if (one.kind !== 'talk') expect(one.horizon !== null).toBe(one.kind === 'write' || one.kind === 'together')
    },
  )

  it('A1: a cohort takes 150 minutes up to the forming of its PLCs with talk and a break, a short session 45, a PLC 60', () => {
    const minutes = (template: AgendaTemplate) => agendaFrom(template).reduce((sum, one) => sum + (one.minutes ?? 0), 0)
    expect([minutes('cohort'), minutes('short'), minutes('plc')]).toEqual([150, 45, 60])
    expect(
      agendaFrom('cohort').flatMap(({ kind, minutes: long }) => (kind === 'talk' || kind === 'break' ? [[kind, long]] : [])),
    ).toEqual([
      ['talk', 10],
      ['talk', 15],
      ['talk', 20],
      ['break', 10],
    ])
  })

  it('A2: private writing, voting and forming PLCs each belong to one kind of step', () => {
    const kindsThat = (permission: 'desk' | 'vote' | 'formPlcs' | 'addNote' | 'room') =>
      STEP_KINDS.filter((kind) => allows(step(kind))[permission])
    expect([kindsThat('desk'), kindsThat('vote'), kindsThat('formPlcs')]).toEqual([['write'], ['vote'], ['plcs']])
    expect([kindsThat('addNote'), kindsThat('room')]).toEqual([
      ['talk', 'together', 'group'],
      ['goal', 'plan', 'commit', 'checkin'],
    ])
  })
})
