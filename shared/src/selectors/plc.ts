import type * as Y from 'yjs'
import { isId, type ActionStepId, type IndicatorId, type ItemId, type NoteId, type PersonId, type ThemeId } from '../ids.ts'
import {
  FOCUS_TYPES,
  GOAL_FIELDS,
  GOAL_LISTS,
  PLAN_FIELDS,
  STEP_STATUSES,
  type ActionStep,
  type Agreement,
  type AgreementLevel,
  type AgreementRound,
  type CheckIn,
  type Goal,
  type GoalDraft,
  type GoalField,
  type GoalList,
  type GoalVersion,
  type Indicator,
  type ListItem,
  type MyPlan,
  type PdsaEntry,
  type PlanField,
  type Reading,
  type Reply,
  type SchoolBreak,
  type StepMark,
} from '../records.ts'
import {
  isRecord,
  readBoolean,
  readDate,
  readId,
  readIds,
  readNumber,
  readOneOf,
  readString,
  readStrings,
  readWhole,
  recordsOf,
} from '../read.ts'
import { plcRoots, type YRecord } from '../schema.ts'
import { readFollowUp } from './plc-follow-up.ts'

/** Everything a PLC has made, as every screen shows it. */
export interface PlcView {
  readonly goal: Goal
  readonly plans: readonly MyPlan[]
  readonly steps: readonly ActionStep[]
  /** The answers of the last round that was shown. */
  readonly agreement: readonly Agreement[]
  /** Every round that was shown, in order. */
  readonly rounds: readonly AgreementRound[]
  /** The goal's kept versions, oldest first. */
  readonly versions: readonly GoalVersion[]
  /** Answers to the coach's questions that have words, by question. */
  readonly replies: readonly Reply[]
  readonly checkIns: readonly CheckIn[]
  readonly readings: readonly Reading[]
  readonly pdsa: readonly PdsaEntry[]
  /** How each step stood over time, by date. */
  readonly marks: readonly StepMark[]
  readonly breaks: readonly SchoolBreak[]
  readonly drafts: readonly GoalDraft[]
}

const text = (record: YRecord | undefined, key: string): string => readString(record?.get(key))
const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number => a.order - b.order
const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0

const byPerson = (a: { readonly person: string }, b: { readonly person: string }): number => (a.person < b.person ? -1 : 1)

/** Stands where a link is missing: nothing ever has this id. */
const NOBODY = 'none' as string as PersonId & IndicatorId

/** Days a check-in may lie ahead. */
const TEN_YEARS = 3_650

const readIndicator = ([id, record]: readonly [string, YRecord]): Indicator => ({
  id: id as IndicatorId,
  kind: readOneOf(record.get('kind'), ['leading', 'lagging'] as const, 'leading'),
  measures: readOneOf(record.get('measures'), FOCUS_TYPES, 'student_outcome'),
  text: text(record, 'text'),
  unit: text(record, 'unit'),
  baseline: text(record, 'baseline'),
  baselineStatus: readOneOf(record.get('baselineStatus'), ['known', 'to_collect'] as const, 'known'),
  baselineSource: text(record, 'baselineSource'),
  baselineDate: readDate(record.get('baselineDate')),
  target: text(record, 'target'),
  targetDate: readDate(record.get('targetDate')),
  order: readNumber(record.get('order')),
})

const readStep = ([id, record]: readonly [string, YRecord]): ActionStep => ({
  id: id as ActionStepId,
  owner: readId<PersonId>(record.get('owner')) ?? NOBODY,
  text: text(record, 'text'),
  indicator: readId<IndicatorId>(record.get('indicator')),
  loose: readBoolean(record.get('loose')),
  start: readDate(record.get('start')),
  due: readDate(record.get('due')),
  evidence: text(record, 'evidence'),
  ifThen: text(record, 'ifThen'),
  supportFrom: readIds<PersonId>(record.get('supportFrom')),
  dependsOn: readIds<ActionStepId>(record.get('dependsOn')),
  status: readOneOf(record.get('status'), STEP_STATUSES, 'not_started'),
  word: text(record, 'word'),
  order: readNumber(record.get('order')),
})

const readLists = (items: readonly (readonly [string, YRecord])[]): Readonly<Record<GoalList, readonly ListItem[]>> => {
  const of = (list: GoalList): readonly ListItem[] =>
    items
      .filter(([, record]) => record.get('list') === list)
      .map(([id, record]) => ({ id: id as ItemId, text: text(record, 'text'), order: readNumber(record.get('order')) }))
      .sort(byOrder)
  return Object.fromEntries(GOAL_LISTS.map((list) => [list, of(list)])) as Record<GoalList, readonly ListItem[]>
}

function readGoal(doc: Y.Doc): Goal {
  const { goal, indicators, items, quotes } = plcRoots(doc)
  const fields = Object.fromEntries(GOAL_FIELDS.map((field) => [field, text(goal, field)])) as Record<GoalField, string>
  return {
    ...fields,
    theme: readId<ThemeId>(goal.get('theme')),
    start: readDate(goal.get('start')),
    end: readDate(goal.get('end')),
    indicators: recordsOf(indicators).map(readIndicator).sort(byOrder),
    lists: readLists(recordsOf(items)),
    quotes: [...quotes.keys()].filter((id) => isId(id)).sort() as NoteId[],
  }
}

const readPlan = ([person, record]: readonly [string, YRecord]): MyPlan => ({
  person: person as PersonId,
  ...(Object.fromEntries(PLAN_FIELDS.map((field) => [field, text(record, field)])) as Record<PlanField, string>),
})

const readAgreement = ([person, value]: readonly [string, unknown]): Agreement | null => {
  if (!isRecord(value) || !isId(person)) return null
  const level = readOneOf(String(value['level']), ['1', '2', '3', '4', '5'] as const, null)
  return level === null
    ? null
    : { person: person as PersonId, level: Number(level) as AgreementLevel, reservation: readString(value['reservation']) }
}

/** Milliseconds of the year 9999: later is nobody's time. */
const LAST_TIME = 253_402_300_799_999
const readTime = (value: unknown): number => readWhole(value, 0, 0, LAST_TIME)
const MOST_ROUNDS = 1_000
const readRound = (value: unknown): number => readWhole(value, 0, 0, MOST_ROUNDS)

const readShown = ([id, value]: readonly [string, unknown]): AgreementRound | null => {
  if (!isRecord(value) || !isId(id)) return null
  const answers = Array.isArray(value['answers']) ? (value['answers'] as readonly unknown[]) : []
  const said = answers.map((row) => (isRecord(row) ? readAgreement([readString(row['person']), row]) : null))
  const each = new Map(said.filter((entry) => entry !== null).map((entry) => [entry.person, entry]))
  return {
    id: id as ItemId,
    round: readRound(value['round']),
    at: readTime(value['at']),
    answers: [...each.values()].sort(byPerson),
  }
}

const readVersion = ([id, value]: readonly [string, unknown]): GoalVersion | null => {
  if (!isRecord(value) || !isId(id)) return null
  const given = isRecord(value['fields']) ? value['fields'] : {}
  const field = (key: GoalField): string => readString(Object.hasOwn(given, key) ? given[key] : '')
  return {
    id: id as ItemId,
    at: readTime(value['at']),
    by: readId<PersonId>(value['by']),
    round: readRound(value['round']) || null,
    fields: Object.fromEntries(GOAL_FIELDS.map((key) => [key, field(key)])) as Record<GoalField, string>,
    measures: readStrings(value['measures']),
  }
}

const present = <T>(entries: Iterable<readonly [string, unknown]>, read: (entry: readonly [string, unknown]) => T | null) =>
  [...entries].map(read).filter((entry) => entry !== null)

const inTime = (a: { readonly at: number; readonly id: string }, b: { readonly at: number; readonly id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1)

const readReply = ([question, record]: readonly [string, YRecord]): Reply => ({
  question: question as ItemId,
  text: text(record, 'text'),
})

const readCheckIn = ([id, record]: readonly [string, YRecord]): CheckIn => ({
  id: id as ItemId,
  day: readWhole(record.get('day'), 0, 0, TEN_YEARS),
  date: readDate(record.get('date')),
  focus: text(record, 'focus'),
})

const readReading = ([id, record]: readonly [string, YRecord]): Reading => ({
  id: id as ItemId,
  indicator: readId<IndicatorId>(record.get('indicator')) ?? NOBODY,
  date: readDate(record.get('date')),
  value: text(record, 'value'),
})

const readPdsa = ([id, record]: readonly [string, YRecord]): PdsaEntry => ({
  id: id as ItemId,
  date: readDate(record.get('date')),
  predict: text(record, 'predict'),
  did: text(record, 'did'),
  study: text(record, 'study'),
  act: readOneOf(record.get('act'), ['adopt', 'adapt', 'abandon'] as const, null),
  actDetail: text(record, 'actDetail'),
})

/** Any PLC document gives a valid view: links to what is gone are dropped, never shown broken (SPEC S1). */
export function plcView(doc: Y.Doc): PlcView {
  const roots = plcRoots(doc)
  const goal = readGoal(doc)
  const known = new Set<string>(goal.indicators.map((indicator) => indicator.id))
  const steps = recordsOf(roots.steps).map(readStep).sort(byOrder)
  const ids = new Set<string>(steps.map((step) => step.id))
  return {
    goal,
    plans: recordsOf(roots.plans).map(readPlan),
    steps: steps.map((step) => ({
      ...step,
      indicator: step.indicator !== null && known.has(step.indicator) ? step.indicator : null,
      dependsOn: step.dependsOn.filter((id) => ids.has(id) && id !== step.id),
    })),
    agreement: [...roots.agreement.entries()]
      .map(readAgreement)
      .filter((entry) => entry !== null)
      .sort(byPerson),
    rounds: present(roots.rounds.entries(), readShown).sort((a, b) => a.round - b.round || inTime(a, b)),
    versions: present(roots.versions.entries(), readVersion).sort(inTime),
    replies: recordsOf(roots.replies)
      .map(readReply)
      .filter((reply) => reply.text.trim() !== '')
      .sort((a, b) => (a.question < b.question ? -1 : 1)),
    checkIns: recordsOf(roots.checkIns).map(readCheckIn).sort(byDate),
    readings: recordsOf(roots.readings)
      .map(readReading)
      .filter((reading) => known.has(reading.indicator))
      .sort(byDate),
    pdsa: recordsOf(roots.pdsa).map(readPdsa).sort(byDate),
    ...readFollowUp(roots, ids),
  }
}
