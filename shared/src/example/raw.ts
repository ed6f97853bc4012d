import { assert } from '../assert.ts'
import { checkAll, date, list, nullable, number, object, oneOf, text, type Check } from '../portable/check.ts'

/** The example as its data file has it: only what the session is made of. */
const words = text(1_000)
const key = text(40)
const keys = list(100, key)

/** A field that may be absent. */
const optional =
  <T>(check: Check<T>): Check<T | null> =>
  (value, path, problems) =>
    value === undefined || value === null ? null : check(value, path, problems)

const session = object({
  title: words,
  district: words,
  focus_question_current: words,
  focus_question_ideal: words,
  cohort_date: date,
  plc_date: date,
  coach: object({ id: key, name: words }),
  norms: list(20, words),
})

const participant = object({ id: key, name: words, role: oneOf(['ATC', 'BL', 'TSS', 'TR'] as const), plc_id: key })

const note = object({
  id: key,
  board: oneOf(['current_state', 'ideal_three_years'] as const),
  round: number(1, 9),
  author_id: key,
  cluster_id: key,
  text: words,
})

const focus = oneOf(['student_outcome', 'teacher_action'] as const)

const cluster = object({ id: key, title: words, focus_type: nullable(focus), votes: nullable(number(0, 100)) })

const theme = object({
  id: key,
  title: words,
  focus_type: focus,
  plc_id: key,
  from_clusters: keys,
  borrowed_note_ids: keys,
  student_outcome: words,
  teacher_action: words,
})

const indicator = object({
  id: key,
  kind: oneOf(['leading', 'lagging'] as const),
  measures: focus,
  text: words,
  unit: words,
  baseline: nullable(number(0, 1e6)),
  target: number(0, 1e6),
  target_date: date,
  source: words,
})

const goal = object({
  id: key,
  theme_id: key,
  plc_id: key,
  goal_statement: words,
  why_it_matters: words,
  time_bound: object({ start: date, end: date }),
  inclusive: words,
  equitable: words,
  students_reached: words,
  theory_of_action: object({ if: words, then: words, so_that: words }),
  indicators: list(4, indicator),
  success_criteria: list(10, words),
  evidence: list(10, words),
  resources_needed: list(10, words),
  risks: list(10, words),
  agreement: list(20, object({ person_id: key, level: oneOf([1, 2, 3, 4, 5] as const), reservation: optional(words) })),
  check_ins: list(10, object({ day: nullable(number(0, 400)), date, focus: words })),
})

const step = object({
  id: key,
  text: words,
  feeds_indicator: key,
  due_date: date,
  evidence: words,
  if_then: words,
  support_from: keys,
  status: oneOf(['not_started', 'in_progress', 'done', 'changed', 'dropped'] as const),
})

const plan = object({
  person_id: key,
  goal_id: key,
  growth_focus: words,
  my_contribution: words,
  strength_i_bring: words,
  action_steps: list(10, step),
})

const review = object({
  goal_id: key,
  date,
  pdsa: object({ plan: words, do: words, study: words, act: oneOf(['adopt', 'adapt', 'abandon'] as const), act_detail: words }),
  indicator_readings: list(10, object({ indicator_id: key, value: number(0, 1e6) })),
  steps_changed: list(10, object({ step_id: key, change: words })),
})

const example = object({
  session,
  participants: list(50, participant),
  plcs: list(20, object({ id: key, name: words, theme_id: key })),
  notes: list(500, note),
  clusters: list(50, cluster),
  themes: list(10, theme),
  goals: list(10, goal),
  individual_plans: list(50, plan),
  sample_check_in: review,
})

type Of<C> = C extends Check<infer T> ? T : never
export type RawExample = Of<typeof example>
export type RawGoal = Of<typeof goal>
export type RawReview = Of<typeof review>

/** The data ships with the project: anything else in its place is our own mistake, and throws. */
export function readExample(raw: unknown): RawExample {
  const { value, problems } = checkAll(example, raw)
  const [first] = problems
  assert(first === undefined, `the example at ${first?.path} ${first?.message}`)
  return value
}
