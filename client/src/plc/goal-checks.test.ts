import { describe, expect, it } from 'vitest'
import type { Goal, Indicator, IndicatorId, ThemeId } from '@groundswell/shared'
import { goalHints, indicatorHints, selfCheck } from './goal-checks.ts'

const indicator = (fields: Partial<Indicator>): Indicator => ({
  id: 'i1' as IndicatorId,
  kind: 'leading',
  measures: 'student_outcome',
  text: 'Units with a creation task',
  unit: 'percent',
  baseline: '18',
  baselineStatus: 'known',
  baselineSource: 'Planner',
  baselineDate: '',
  target: '60',
  targetDate: '2026-12-18',
  order: 1,
  ...fields,
})

const goal = (fields: Partial<Goal>): Goal => ({
  statement: '',
  studentOutcome: '',
  teacherAction: '',
  whyItMatters: '',
  studentsReached: '',
  theoryIf: '',
  theoryThen: '',
  theorySoThat: '',
  inclusive: '',
  equitable: '',
  stopDoing: '',
  theme: null,
  start: '',
  end: '',
  indicators: [],
  lists: { successCriteria: [], resources: [], risks: [], evidence: [] },
  quotes: [],
  ...fields,
})

const ids = (value: Goal): readonly string[] => goalHints(value).map((hint) => hint.id)

describe('gentle checks on the goal', () => {
  it('says nothing about an empty goal', () => {
    expect(goalHints(goal({}))).toEqual([])
  })

  it('asks for a reason and an end once there is a sentence', () => {
    expect(ids(goal({ statement: 'Students will publish' }))).toEqual(['noWhy', 'noEnd'])
  })

  it('counts words and speaks up only above sixty', () => {
    const words = (count: number) =>
      goal({ statement: Array(count).fill('word').join(' '), whyItMatters: 'x', end: '2027-05-21' })
    expect(ids(words(60))).toEqual([])
    expect(goalHints(words(61))).toEqual([{ id: 'statementLong', at: 'statement', count: 61 }])
  })

  it('wants one measure for students, one early and one later', () => {
    expect(ids(goal({ indicators: [indicator({ measures: 'teacher_action' })] }))).toEqual(['noStudentIndicator', 'noLagging'])
    expect(ids(goal({ indicators: [indicator({ kind: 'lagging' })] }))).toEqual(['noLeading'])
    expect(ids(goal({ indicators: [indicator({}), indicator({ kind: 'lagging' })] }))).toEqual([])
  })

  it('notices an end before the start', () => {
    expect(ids(goal({ start: '2027-01-01', end: '2026-12-01' }))).toEqual(['endBeforeStart'])
  })
})

describe('gentle checks on an indicator', () => {
  it('leaves a complete one and an unnamed one alone', () => {
    expect(indicatorHints(indicator({}), '')).toEqual([])
    expect(indicatorHints(indicator({ text: ' ', target: '' }), '')).toEqual([])
  })

  it('asks for the source of a known baseline and the day of one to collect', () => {
    expect(indicatorHints(indicator({ baselineSource: '' }), '')).toEqual(['noBaselineSource'])
    expect(indicatorHints(indicator({ baseline: '' }), '')).toEqual(['noBaseline'])
    expect(indicatorHints(indicator({ baselineStatus: 'to_collect', baseline: '' }), '')).toEqual(['noCollectDate'])
    expect(indicatorHints(indicator({ baselineStatus: 'to_collect', baselineDate: '2026-10-01' }), '')).toEqual([])
  })

  it('asks for a target, its date, and a date after the start', () => {
    expect(indicatorHints(indicator({ target: '' }), '')).toEqual(['noTarget'])
    expect(indicatorHints(indicator({ targetDate: '' }), '')).toEqual(['noTargetDate'])
    expect(indicatorHints(indicator({ targetDate: '2026-09-01' }), '2026-09-24')).toEqual(['targetBeforeStart'])
  })
})

describe('SMARTIE and PEERS', () => {
  const open = (fields: Partial<Goal>) => {
    const { smartie, peers } = selfCheck(goal(fields))
    return [...smartie, ...peers].filter(({ state }) => state === 'open').map(({ id }) => id)
  }

  it('see what is written, and leave to the team what no form can see', () => {
    const { smartie, peers } = selfCheck(goal({}))
    expect([...smartie, ...peers].filter(({ state }) => state === 'ask').map(({ id }) => id)).toEqual([
      'ambitious',
      'powerful',
      'easy',
    ])
    expect(open({})).toHaveLength(9)
  })

  it('count a goal as whole once each of its signs is there', () => {
    const whole: Partial<Goal> = {
      theme: 't1' as ThemeId,
      studentOutcome: 'Students publish',
      studentsReached: 'All of grade 5',
      whyItMatters: 'They have something to say',
      theoryIf: 'teams co-plan',
      end: '2027-05-21',
      inclusive: 'Students help',
      equitable: 'Newcomers first',
      indicators: [indicator({})],
    }
    expect(open(whole)).toEqual([])
    expect(open({ ...whole, indicators: [indicator({ measures: 'teacher_action' })] })).toEqual(['studentFocused'])
    expect(open({ ...whole, equitable: ' ' })).toEqual(['equitable'])
  })
})
