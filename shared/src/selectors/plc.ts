import type * as Y from 'yjs'
import type { ActionStepId, IndicatorId, ItemId, NoteId, PersonId, ThemeId } from '../ids.ts'
import {
  FOCUS_TYPES, GOAL_FIELDS, GOAL_LISTS, PLAN_FIELDS, STEP_STATUSES, type ActionStep, type Agreement, type AgreementLevel,
  type CheckIn, type Goal, type GoalField, type GoalList, type Indicator, type ListItem, type MyPlan, type PdsaEntry,
  type PlanField, type Reading,
} from '../records.ts'
import { isRecord, readNumber, readOneOf, readString, readStrings, recordsOf } from '../read.ts'
import { plcRoots, type YRecord } from '../schema.ts'

/** Everything a PLC has made, as every screen shows it. */
export interface PlcView {
  readonly goal: Goal
  readonly plans: readonly MyPlan[]
  readonly steps: readonly ActionStep[]
  readonly agreement: readonly Agreement[]
  readonly checkIns: readonly CheckIn[]
  readonly readings: readonly Reading[]
  readonly pdsa: readonly PdsaEntry[]
}

const text = (record: YRecord | undefined, key: string): string => readString(record?.get(key))
const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number => a.order - b.order
const byDate = (a: { readonly date: string }, b: { readonly date: string }): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)

const readIndicator = ([id, record]: readonly [string, YRecord]): Indicator => ({
  id: id as IndicatorId,
  kind: readOneOf(record.get('kind'), ['leading', 'lagging'] as const, 'leading'),
  measures: readOneOf(record.get('measures'), FOCUS_TYPES, 'student_outcome'),
  text: text(record, 'text'),
  unit: text(record, 'unit'),
  baseline: text(record, 'baseline'),
  baselineStatus: readOneOf(record.get('baselineStatus'), ['known', 'to_collect'] as const, 'known'),
  baselineSource: text(record, 'baselineSource'),
  baselineDate: text(record, 'baselineDate'),
  target: text(record, 'target'),
  targetDate: text(record, 'targetDate'),
  order: readNumber(record.get('order')),
})

const readStep = ([id, record]: readonly [string, YRecord]): ActionStep => ({
  id: id as ActionStepId,
  owner: text(record, 'owner') as PersonId,
  text: text(record, 'text'),
  indicator: (text(record, 'indicator') || null) as IndicatorId | null,
  start: text(record, 'start'),
  due: text(record, 'due'),
  evidence: text(record, 'evidence'),
  ifThen: text(record, 'ifThen'),
  supportFrom: readStrings<PersonId>(record.get('supportFrom')),
  dependsOn: readStrings<ActionStepId>(record.get('dependsOn')),
  status: readOneOf(record.get('status'), STEP_STATUSES, 'not_started'),
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
    theme: (text(goal, 'theme') || null) as ThemeId | null,
    start: text(goal, 'start'),
    end: text(goal, 'end'),
    indicators: recordsOf(indicators).map(readIndicator).sort(byOrder),
    lists: readLists(recordsOf(items)),
    quotes: [...quotes.keys()].sort() as NoteId[],
  }
}

const readPlan = ([person, record]: readonly [string, YRecord]): MyPlan => ({
  person: person as PersonId,
  ...(Object.fromEntries(PLAN_FIELDS.map((field) => [field, text(record, field)])) as Record<PlanField, string>),
})

const readAgreement = ([person, value]: readonly [string, unknown]): Agreement | null => {
  if (!isRecord(value)) return null
  const level = readOneOf(String(value['level']), ['1', '2', '3', '4', '5'] as const, null)
  return level === null ? null : { person: person as PersonId, level: Number(level) as AgreementLevel, reservation: readString(value['reservation']) }
}

const readCheckIn = ([id, record]: readonly [string, YRecord]): CheckIn => ({
  id: id as ItemId, day: readNumber(record.get('day')), date: text(record, 'date'), focus: text(record, 'focus'),
})

const readReading = ([id, record]: readonly [string, YRecord]): Reading => ({
  id: id as ItemId, indicator: text(record, 'indicator') as IndicatorId, date: text(record, 'date'), value: text(record, 'value'),
})

const readPdsa = ([id, record]: readonly [string, YRecord]): PdsaEntry => ({
  id: id as ItemId,
  date: text(record, 'date'),
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
    agreement: [...roots.agreement.entries()].map(readAgreement).filter((entry) => entry !== null),
    checkIns: recordsOf(roots.checkIns).map(readCheckIn).sort(byDate),
    readings: recordsOf(roots.readings).map(readReading).filter((reading) => known.has(reading.indicator)).sort(byDate),
    pdsa: recordsOf(roots.pdsa).map(readPdsa).sort(byDate),
  }
}
