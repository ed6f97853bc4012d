import { LANGUAGES, LIMITS } from '../api.ts'
import type { ActionStepId, ClusterId, IndicatorId, NoteId, PersonId, PlcId, ThemeId } from '../ids.ts'
import {
  DRAFT_STATES,
  FOCUS_TYPES,
  GOAL_FIELDS,
  GOAL_LISTS,
  HORIZONS,
  JOB_ROLES,
  PLAN_FIELDS,
  STEP_STATUSES,
  type ActionStep,
  type Agreement,
  type AgreementRound,
  type CheckIn,
  type ClusterHome,
  type Goal,
  type GoalDraft,
  type GoalField,
  type GoalList,
  type GoalVersion,
  type Indicator,
  type ListItem,
  type MyPlan,
  type Note,
  type PdsaEntry,
  type Person,
  type PlanField,
  type Place,
  type Plc,
  type QuestionCard,
  type Reading,
  type Reply,
  type SchoolBreak,
  type StepMark,
  type Theme,
} from '../records.ts'
import { FAR, readInitials } from '../read.ts'
import { err, ok, type Result } from '../result.ts'
import { REACTIONS, type NoteReactions, type Reaction } from '../reactions.ts'
import type { RawCluster } from '../stored-board.ts'
import type { WritingCount } from '../selectors/stage.ts'
import { STEP_KINDS, STEP_TOPICS, type Step } from '../steps.ts'
import {
  checkAll,
  date,
  flag,
  id,
  isObject,
  jsonObject,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  uniqueList,
  whole,
  type Check,
  type FileProblem,
} from './check.ts'
import {
  FILE_FORMAT,
  FILE_LIMITS,
  FILE_VERSION,
  type InkRecord,
  type PlcFile,
  type SessionFacts,
  type SessionFile,
} from './session-file.ts'

const long = text(FILE_LIMITS.text)
const short = text(FILE_LIMITS.short)
const coordinate = number(-FAR, FAR)
const count = whole(0, 1_000_000)
/** Milliseconds since 1970, up to the year 9999. */
const time = whole(0, 253_402_300_799_999)
const order = number(-Number.MAX_VALUE, Number.MAX_VALUE)

const place: Check<Place> = (value, path, problems) => {
  const [cluster, x, y] = Array.isArray(value) && value.length === 3 ? (value as readonly unknown[]) : []
  return [
    nullable<ClusterId>(id)(cluster, `${path}.0`, problems),
    coordinate(x, `${path}.1`, problems),
    coordinate(y, `${path}.2`, problems),
  ]
}

const initials: Check<string> = (value, path, problems) => readInitials(short(value, path, problems))

const note = object<Note>({
  id,
  horizon: oneOf(HORIZONS),
  text: long,
  place,
  author: nullable<PersonId>(id),
  initials: optional(initials, ''),
  round: whole(1, 99),
  late: flag,
  aside: flag,
})

const cluster = object<RawCluster>({
  id,
  title: long,
  focus: nullable(oneOf(FOCUS_TYPES)),
  x: coordinate,
  y: coordinate,
  gone: flag,
  mergedInto: nullable<ClusterId>(id),
  held: optional(list<NoteId>(FILE_LIMITS.notes, id), []),
})

const ink = object<InkRecord>({ id: text(FILE_LIMITS.inkId), fields: jsonObject(FILE_LIMITS.inkKeys) })

const person = object<Person>({
  id,
  name: text(LIMITS.name),
  jobRole: oneOf(JOB_ROLES),
  role: oneOf(['participant', 'facilitator', 'display'] as const),
  device: oneOf(['person', 'table', 'display'] as const),
  heads: whole(1, LIMITS.headsPerTable),
  removed: flag,
})

const theme = object<Theme>({
  id,
  cluster: id,
  title: text(LIMITS.title),
  focus: oneOf(FOCUS_TYPES),
  studentOutcome: long,
  teacherAction: long,
  order,
})

const settled = object<QuestionCard['settled'][number]>({ plc: id, state: oneOf(['answered', 'parked'] as const) })

const card = object<QuestionCard>({
  id,
  plcs: nullable(list<PlcId>(FILE_LIMITS.plcs, id)),
  text: long,
  from: id,
  at: optional(time, 0),
  settled: uniqueList(FILE_LIMITS.plcs, 'plc', settled),
})

/** Older files have one PLC, or none for all, and one state for the whole card. */
const question: Check<QuestionCard> = (value, path, problems) =>
  card(isObject(value) && !Object.hasOwn(value, 'plcs') ? { ...value, ...ofOnePlc(value) } : value, path, problems)

const ofOnePlc = ({ plc: one, state }: Readonly<Record<string, unknown>>) => ({
  plcs: one === null || one === undefined ? null : [one],
  settled: typeof one === 'string' && state !== 'asked' ? [{ plc: one, state }] : [],
})

const indicator = object<Indicator>({
  id,
  kind: oneOf(['leading', 'lagging'] as const),
  measures: oneOf(FOCUS_TYPES),
  text: long,
  unit: short,
  baseline: short,
  baselineStatus: oneOf(['known', 'to_collect'] as const),
  baselineSource: long,
  baselineDate: date,
  target: short,
  targetDate: date,
  order,
})

const every = <K extends string, T>(keys: readonly K[], check: Check<T>): Readonly<Record<K, Check<T>>> =>
  Object.fromEntries(keys.map((key) => [key, check])) as Record<K, Check<T>>

const many = <T extends object>(key: keyof T & string, check: Check<T>): Check<readonly T[]> =>
  uniqueList(FILE_LIMITS.perPlc, key, check)

const goal = object<Goal>({
  ...every<GoalField, string>(GOAL_FIELDS, long),
  theme: nullable<ThemeId>(id),
  start: date,
  end: date,
  indicators: many('id', indicator),
  lists: object<Record<GoalList, readonly ListItem[]>>(
    every(GOAL_LISTS, many('id', object<ListItem>({ id, text: long, order }))),
  ),
  quotes: list<NoteId>(FILE_LIMITS.quotes, id),
})

const actionStep = object<ActionStep>({
  id,
  owner: id,
  text: long,
  indicator: nullable<IndicatorId>(id),
  loose: optional(flag, false),
  start: date,
  due: date,
  evidence: long,
  ifThen: long,
  supportFrom: list<PersonId>(FILE_LIMITS.people, id),
  dependsOn: list<ActionStepId>(FILE_LIMITS.perPlc, id),
  status: oneOf(STEP_STATUSES),
  word: optional(long, ''),
  order,
})

const members: { readonly [K in keyof Plc]: Check<Plc[K]> } = {
  id,
  name: text(LIMITS.plcName),
  members: list<PersonId>(FILE_LIMITS.people, id),
  theme: nullable<ThemeId>(id),
  order,
}

const answers = many('person', object<Agreement>({ person: id, level: oneOf([1, 2, 3, 4, 5] as const), reservation: long }))

const round = whole(0, 1_000)

const shownRound = object<AgreementRound>({ id, round, at: time, answers })

const version = object<GoalVersion>({
  id,
  at: time,
  by: nullable<PersonId>(id),
  round: nullable(round),
  fields: object<Record<GoalField, string>>(every(GOAL_FIELDS, long)),
  measures: list(FILE_LIMITS.perPlc, long),
})

/** What files from before check-ins kept their history do not have. */
const followUp = {
  marks: optional(many('id', object<StepMark>({ id, step: id, date, status: oneOf(STEP_STATUSES), word: long })), []),
  breaks: optional(many('id', object<SchoolBreak>({ id, from: date, to: date, name: short })), []),
  drafts: optional(many('person', object<GoalDraft>({ person: id, state: oneOf(DRAFT_STATES), text: long })), []),
}

const plc = object<PlcFile>({
  ...members,
  ranking: optional(list(FILE_LIMITS.themes, id<ThemeId>), []),
  goal,
  plans: many('person', object<MyPlan>({ person: id, ...every<PlanField, string>(PLAN_FIELDS, long) })),
  steps: many('id', actionStep),
  agreement: answers,
  rounds: optional(many('id', shownRound), []),
  versions: optional(many('id', version), []),
  replies: optional(many('question', object<Reply>({ question: id, text: long })), []),
  checkIns: many('id', object<CheckIn>({ id, day: whole(0, 3_650), date, focus: long })),
  readings: many('id', object<Reading>({ id, indicator: id, date, value: short })),
  pdsa: many(
    'id',
    object<PdsaEntry>({
      id,
      date,
      predict: long,
      did: long,
      study: long,
      act: nullable(oneOf(['adopt', 'adapt', 'abandon'] as const)),
      actDetail: long,
    }),
  ),
  ...followUp,
})

const agendaStep = object<Step>({
  id,
  kind: oneOf(STEP_KINDS),
  horizon: nullable(oneOf(HORIZONS)),
  topic: optional(nullable(oneOf(STEP_TOPICS)), null),
  title: nullable(text(LIMITS.title)),
  instruction: nullable(text(LIMITS.instruction)),
  minutes: nullable(number(0, 1_440)),
})

const agenda: Check<readonly Step[]> = (value, path, problems) => {
  const steps = uniqueList(FILE_LIMITS.steps, 'id', agendaStep)(value, path, problems)
  return steps.length > 0 ? steps : [agendaStep(undefined, `${path}.0`, problems)]
}

const writing = object<WritingCount>({ notes: count, writers: count, revealed: flag })

const vote: Check<SessionFacts['vote']> = (value, path, problems) => {
  const state = object<{ readonly state: 'closed' | 'counted' }>({ state: oneOf(['closed', 'counted'] as const) })(
    value,
    path,
    problems,
  ).state
  if (state === 'closed') return { state }
  const row = object<{ cluster: RawCluster['id']; votes: number }>({ cluster: id, votes: count })
  const counted = object({ voters: count, tally: list(FILE_LIMITS.clusters, row), reopened: count })
  return { state, ...counted(value, path, problems) }
}

const reactions = object<NoteReactions>({ note: id, ...every<Reaction, number>(REACTIONS, count) })

const facts = object<SessionFacts>({
  title: text(LIMITS.title),
  district: text(LIMITS.district),
  targetYear: whole(1900, 2999),
  questions: object({ current: text(LIMITS.question), ideal: text(LIMITS.question) }),
  naming: oneOf(['no_names', 'named'] as const),
  language: oneOf(LANGUAGES),
  norms: list(FILE_LIMITS.norms, short),
  agenda,
  step: id,
  writing: object({ current: writing, ideal: writing }),
  vote,
  homes: optional(list(FILE_LIMITS.clusters, object<ClusterHome>({ cluster: id, text: text(LIMITS.home) })), []),
  rehearsal: optional(whole(0, 1_000), 0),
})

const body = object<SessionFile>({
  format: oneOf([FILE_FORMAT]),
  version: oneOf([FILE_VERSION]),
  session: facts,
  people: uniqueList(FILE_LIMITS.people, 'id', person),
  notes: uniqueList(FILE_LIMITS.notes, 'id', note),
  clusters: uniqueList(FILE_LIMITS.clusters, 'id', cluster),
  ink: uniqueList(FILE_LIMITS.ink, 'id', ink),
  inkMeta: jsonObject(FILE_LIMITS.inkKeys),
  themes: uniqueList(FILE_LIMITS.themes, 'id', theme),
  plcs: uniqueList(FILE_LIMITS.plcs, 'id', plc),
  questionCards: uniqueList(FILE_LIMITS.questions, 'id', question),
  reactions: optional(uniqueList(FILE_LIMITS.notes, 'note', reactions), []),
})

const NOT_OURS: FileProblem = { path: 'format', message: 'is not a session file of Groundswell' }
const TOO_NEW: FileProblem = { path: 'version', message: `must be ${FILE_VERSION}: the file comes from another version` }

/** Authors and initials are dropped where no names were promised, whatever the file says. */
const keepPromise = (file: SessionFile): SessionFile =>
  file.session.naming === 'named'
    ? file
    : { ...file, notes: file.notes.map((entry) => ({ ...entry, author: null, initials: '' })) }

/**
 * Reads a session file from anywhere. Total: whatever the value is, the answer is a file within all limits, or at most
 * 20 problems with their paths (SPEC X3). Links to things that are not in the file are kept; selectors show them as gone.
 */
export function readSessionFile(value: unknown): Result<SessionFile, readonly FileProblem[]> {
  if (!isObject(value) || value['format'] !== FILE_FORMAT) return err([NOT_OURS])
  if (value['version'] !== FILE_VERSION) return err([TOO_NEW])
  const { value: file, problems } = checkAll(body, value)
  return problems.length > 0 ? err(problems) : ok(keepPromise(file))
}
