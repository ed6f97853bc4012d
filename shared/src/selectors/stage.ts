import type * as Y from 'yjs'
import type { FocusQuestions, Language } from '../api.ts'
import type { ClusterId, ItemId, PersonId, PlcId, StepId, ThemeId } from '../ids.ts'
import {
  FOCUS_TYPES, HORIZONS, JOB_ROLES, type ClusterTally, type Horizon, type Naming, type Person, type Plc,
  type QuestionCard, type Theme, type Timer, type VoteState,
} from '../records.ts'
import { isRecord, readBoolean, readNumber, readOneOf, readString, readStrings } from '../read.ts'
import { stageRoots } from '../schema.ts'
import { agendaFrom, STEP_KINDS, type Step } from '../steps.ts'

/** How far writing has come on one side: counts alone, never words or names. */
export interface WritingCount {
  readonly notes: number
  readonly writers: number
  readonly revealed: boolean
}

/** The session as every device may know it. */
export interface StageView {
  readonly title: string
  readonly district: string
  readonly targetYear: number
  readonly questions: FocusQuestions
  readonly naming: Naming
  readonly language: Language
  readonly norms: readonly string[]
  readonly agenda: readonly Step[]
  readonly step: Step
  readonly stepIndex: number
  readonly timer: Timer | null
  readonly done: number
  readonly writing: Readonly<Record<Horizon, WritingCount>>
  readonly vote: VoteState
  readonly people: readonly Person[]
  readonly themes: readonly Theme[]
  readonly plcs: readonly Plc[]
  readonly questionCards: readonly QuestionCard[]
  readonly codeLocked: boolean
  /** False until the first state has arrived: show a wait, not an empty session. */
  readonly ready: boolean
}

const FALLBACK_STEP: Step = { id: 's1' as StepId, kind: 'welcome', horizon: null, title: null, instruction: null, minutes: null }

const readStep = (value: unknown): Step | null => {
  if (!isRecord(value)) return null
  const kind = readOneOf(value['kind'], STEP_KINDS, null)
  if (kind === null || typeof value['id'] !== 'string') return null
  return {
    id: value['id'] as StepId,
    kind,
    horizon: readOneOf(value['horizon'], HORIZONS, null),
    title: readString(value['title']) || null,
    instruction: readString(value['instruction']) || null,
    minutes: typeof value['minutes'] === 'number' ? readNumber(value['minutes']) : null,
  }
}

const readAgenda = (value: unknown): readonly Step[] => {
  const steps = Array.isArray(value) ? value.map(readStep).filter((step) => step !== null) : []
  return steps.length > 0 ? steps : agendaFrom('cohort')
}

const readTimer = (value: unknown): Timer | null =>
  isRecord(value)
    ? {
        endsAt: typeof value['endsAt'] === 'number' ? value['endsAt'] : null,
        remaining: typeof value['remaining'] === 'number' ? value['remaining'] : null,
        length: readNumber(value['length'], 60_000),
      }
    : null

const readCount = (value: unknown): WritingCount =>
  isRecord(value)
    ? { notes: readNumber(value['notes']), writers: readNumber(value['writers']), revealed: readBoolean(value['revealed']) }
    : { notes: 0, writers: 0, revealed: false }

const readTally = (value: unknown): readonly ClusterTally[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map((row) => ({ cluster: readString(row['cluster']) as ClusterId, votes: readNumber(row['votes']) }))
    : []

const readVote = (value: unknown): VoteState => {
  if (!isRecord(value)) return { state: 'closed' }
  const voters = readNumber(value['voters'])
  if (value['state'] === 'open') return { state: 'open', budget: readNumber(value['budget'], 3), turnout: readNumber(value['turnout']), voters }
  if (value['state'] === 'counted') return { state: 'counted', voters, tally: readTally(value['tally']), reopened: readNumber(value['reopened']) }
  return { state: 'closed' }
}

type Row = Readonly<Record<string, unknown>>
const rows = (root: Y.Map<unknown>): readonly (readonly [string, Row])[] =>
  [...root.entries()].filter((entry): entry is [string, Row] => isRecord(entry[1])).sort(([a], [b]) => (a < b ? -1 : 1))

const readPerson = ([id, row]: readonly [string, Row]): Person => ({
  id: id as PersonId,
  name: readString(row['name']),
  jobRole: readOneOf(row['jobRole'], JOB_ROLES, 'other'),
  role: readOneOf(row['role'], ['facilitator', 'participant', 'display'] as const, 'participant'),
  device: readOneOf(row['device'], ['person', 'table', 'display'] as const, 'person'),
  heads: readNumber(row['heads'], 1),
  removed: readBoolean(row['removed']),
})

const readTheme = ([id, row]: readonly [string, Row]): Theme => ({
  id: id as ThemeId,
  cluster: readString(row['cluster']) as ClusterId,
  title: readString(row['title']),
  focus: readOneOf(row['focus'], FOCUS_TYPES, 'student_outcome'),
  studentOutcome: readString(row['studentOutcome']),
  teacherAction: readString(row['teacherAction']),
  order: readNumber(row['order']),
})

const readPlc = ([id, row]: readonly [string, Row]): Plc => ({
  id: id as PlcId,
  name: readString(row['name']),
  members: readStrings<PersonId>(row['members']),
  theme: (readString(row['theme']) || null) as ThemeId | null,
  order: readNumber(row['order']),
})

const readQuestion = ([id, row]: readonly [string, Row]): QuestionCard => ({
  id: id as ItemId,
  plc: (readString(row['plc']) || null) as PlcId | null,
  text: readString(row['text']),
  from: readString(row['from']) as PersonId,
  state: readOneOf(row['state'], ['asked', 'answered', 'parked'] as const, 'asked'),
})

const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number => a.order - b.order

/** Any stage document gives a valid view; an empty one reads as a session that is not ready. */
export function stageView(stage: Y.Doc): StageView {
  const roots = stageRoots(stage)
  const session = roots.session
  const agenda = readAgenda(session.get('agenda'))
  const stepIndex = Math.max(0, agenda.findIndex((step) => step.id === session.get('step')))
  const questions = session.get('questions')
  const writing = session.get('writing')
  return {
    ready: session.has('title'),
    title: readString(session.get('title')),
    district: readString(session.get('district')),
    targetYear: readNumber(session.get('targetYear')),
    questions: isRecord(questions) ? { current: readString(questions['current']), ideal: readString(questions['ideal']) } : { current: '', ideal: '' },
    naming: readOneOf(session.get('naming'), ['named', 'no_names'] as const, 'no_names'),
    language: readOneOf(session.get('language'), ['en', 'es'] as const, 'en'),
    norms: readStrings(session.get('norms')),
    agenda,
    step: agenda[stepIndex] ?? FALLBACK_STEP,
    stepIndex,
    timer: readTimer(session.get('timer')),
    done: readNumber(session.get('done')),
    writing: isRecord(writing) ? { current: readCount(writing['current']), ideal: readCount(writing['ideal']) } : { current: readCount(null), ideal: readCount(null) },
    vote: readVote(session.get('vote')),
    people: rows(roots.people).map(readPerson),
    themes: rows(roots.themes).map(readTheme).sort(byOrder),
    plcs: rows(roots.plcs).map(readPlc).sort(byOrder),
    questionCards: rows(roots.questions).map(readQuestion),
    codeLocked: readBoolean(session.get('codeLocked')),
  }
}

/** People who take part: neither removed nor a display. */
export const participants = (stage: StageView): readonly Person[] => stage.people.filter((person) => !person.removed && person.role !== 'display')

export const plcOf = (stage: StageView, person: PersonId): Plc | null => stage.plcs.find((plc) => plc.members.includes(person)) ?? null
