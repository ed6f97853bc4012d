import {
  markId,
  type ActionStepId,
  type IndicatorId,
  type ItemId,
  type NoteId,
  type PersonId,
  type PlcId,
  type ThemeId,
} from '../ids.ts'
import type { PlcFile } from '../portable/session-file.ts'
import type { ActionStep, Goal, GoalList, Indicator, ListItem, MyPlan } from '../records.ts'
import { daysBetween } from './dates.ts'
import type { RawExample, RawGoal, RawReview } from './raw.ts'

/** Moves a date of the example to where it belongs now. */
export type MoveDate = (date: string) => string

/** The data names indicators `i1.2`; an id has no dot. */
const idOf = <T extends string>(raw: string): T => raw.replaceAll('.', '-') as T

const linesOf = (goal: RawGoal, list: GoalList, lines: readonly string[]): readonly ListItem[] =>
  lines.map((text, index) => ({ id: `${goal.id}-${list}-${index + 1}` as ItemId, text, order: index + 1 }))

type RawIndicator = RawGoal['indicators'][number]

/** A baseline that is still to come has the first review as the day by which it is there. */
const indicatorOf = (raw: RawIndicator, order: number, goal: RawGoal, move: MoveDate): Indicator => ({
  id: idOf<IndicatorId>(raw.id),
  kind: raw.kind,
  measures: raw.measures,
  text: raw.text,
  unit: raw.unit,
  baseline: raw.baseline === null ? '' : String(raw.baseline),
  baselineStatus: raw.baseline === null ? 'to_collect' : 'known',
  baselineSource: raw.source,
  baselineDate: move(raw.baseline === null ? (goal.check_ins[0]?.date ?? goal.time_bound.end) : goal.time_bound.start),
  target: String(raw.target),
  targetDate: move(raw.target_date),
  order,
})

/** The notes of a theme's further clusters and the ones it borrowed: quoted into the goal, so that they stay linked. */
const quotesOf = (theme: RawExample['themes'][number], raw: RawExample): readonly NoteId[] => {
  const [, ...further] = theme.from_clusters
  const joined = raw.notes.filter((note) => further.includes(note.cluster_id)).map((note) => note.id)
  return [...joined, ...theme.borrowed_note_ids].sort() as NoteId[]
}

const listsOf = (goal: RawGoal): Goal['lists'] => ({
  successCriteria: linesOf(goal, 'successCriteria', goal.success_criteria),
  resources: linesOf(goal, 'resources', goal.resources_needed),
  risks: linesOf(goal, 'risks', goal.risks),
  evidence: linesOf(goal, 'evidence', goal.evidence),
})

/** The data's four SMART helper texts say again what statement and measures say; a goal has no field for them. */
const goalOf = (goal: RawGoal, theme: RawExample['themes'][number], raw: RawExample, move: MoveDate): Goal => ({
  theme: theme.id as ThemeId,
  statement: goal.goal_statement,
  studentOutcome: theme.student_outcome,
  teacherAction: theme.teacher_action,
  whyItMatters: goal.why_it_matters,
  studentsReached: goal.students_reached,
  theoryIf: goal.theory_of_action.if,
  theoryThen: goal.theory_of_action.then,
  theorySoThat: goal.theory_of_action.so_that,
  inclusive: goal.inclusive,
  equitable: goal.equitable,
  stopDoing: '',
  start: move(goal.time_bound.start),
  end: move(goal.time_bound.end),
  indicators: goal.indicators.map((indicator, index) => indicatorOf(indicator, index + 1, goal, move)),
  lists: listsOf(goal),
  quotes: quotesOf(theme, raw),
})

type RawPlan = RawExample['individual_plans'][number]

const planOf = (plan: RawPlan): MyPlan => ({
  person: plan.person_id as PersonId,
  growthFocus: plan.growth_focus,
  contribution: plan.my_contribution,
  strength: plan.strength_i_bring,
  supportNeeded: '',
})

/** A step that the review changed says so in its evidence. */
function stepOf(
  plan: RawPlan,
  raw: RawPlan['action_steps'][number],
  goal: RawGoal,
  review: RawReview,
  move: MoveDate,
): ActionStep {
  const change = review.steps_changed.find((entry) => entry.step_id === raw.id)
  return {
    id: idOf<ActionStepId>(raw.id),
    owner: plan.person_id as PersonId,
    text: raw.text,
    indicator: idOf<IndicatorId>(raw.feeds_indicator),
    start: move(goal.time_bound.start),
    due: move(raw.due_date),
    evidence: change === undefined ? raw.evidence : `${raw.evidence}. Changed: ${change.change}.`,
    ifThen: raw.if_then,
    supportFrom: raw.support_from as readonly PersonId[],
    dependsOn: [],
    loose: false,
    word: '',
    status: change === undefined ? raw.status : 'changed',
    order: Number(raw.id.slice(1)),
  }
}

const checkInsOf = (goal: RawGoal, move: MoveDate): PlcFile['checkIns'] =>
  goal.check_ins.map((raw, index) => ({
    id: `${goal.id}-check-${index + 1}` as ItemId,
    day: raw.day ?? daysBetween(goal.time_bound.start, raw.date),
    date: move(raw.date),
    focus: raw.focus,
  }))

function reviewOf(goal: RawGoal, review: RawReview, move: MoveDate): Pick<PlcFile, 'readings' | 'pdsa' | 'marks'> {
  if (review.goal_id !== goal.id) return { readings: [], pdsa: [], marks: [] }
  const { plan, do: did, study, act, act_detail: actDetail } = review.pdsa
  const readings = review.indicator_readings.map((reading, index) => ({
    id: `${goal.id}-reading-${index + 1}` as ItemId,
    indicator: idOf<IndicatorId>(reading.indicator_id),
    date: move(review.date),
    value: String(reading.value),
  }))
  const marks = review.steps_changed.map((entry) => {
    const step = idOf<ActionStepId>(entry.step_id)
    return { id: markId(step, move(review.date)), step, date: move(review.date), status: 'changed' as const, word: entry.change }
  })
  return {
    readings,
    marks,
    pdsa: [{ id: `${goal.id}-pdsa-1` as ItemId, date: move(review.date), predict: plan, did, study, act, actDetail }],
  }
}

const agreementOf = (goal: RawGoal): PlcFile['agreement'] =>
  goal.agreement.map(({ person_id: person, level, reservation }) => ({
    person: person as PersonId,
    level,
    reservation: reservation ?? '',
  }))

function plcOf(raw: RawExample, plc: RawExample['plcs'][number], order: number, move: MoveDate): readonly PlcFile[] {
  const theme = raw.themes.find((candidate) => candidate.id === plc.theme_id)
  const goal = raw.goals.find((candidate) => candidate.plc_id === plc.id)
  if (theme === undefined || goal === undefined) return []
  const plans = raw.individual_plans.filter((plan) => plan.goal_id === goal.id)
  const review = raw.sample_check_in
  return [
    {
      id: plc.id as PlcId,
      name: plc.name,
      members: raw.participants.filter((person) => person.plc_id === plc.id).map((person) => person.id as PersonId),
      theme: theme.id as ThemeId,
      order,
      ranking: [],
      goal: goalOf(goal, theme, raw, move),
      plans: plans.map(planOf),
      steps: plans.flatMap((plan) => plan.action_steps.map((step) => stepOf(plan, step, goal, review, move))),
      agreement: agreementOf(goal),
      rounds: [{ id: 'round-1' as ItemId, round: 1, at: Date.parse(move(goal.time_bound.start)), answers: agreementOf(goal) }],
      versions: [],
      replies: [],
      breaks: [],
      drafts: [],
      checkIns: checkInsOf(goal, move),
      ...reviewOf(goal, review, move),
    },
  ]
}

/** The PLCs of the example with their goals, plans and first review. */
export const examplePlcs = (raw: RawExample, move: MoveDate): readonly PlcFile[] =>
  raw.plcs.flatMap((plc, index) => plcOf(raw, plc, index + 1, move))
