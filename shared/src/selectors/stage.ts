import type * as Y from 'yjs'
import { LANGUAGES, LIMITS, type FocusQuestions, type Language } from '../api.ts'
import { documentKey, type DocumentRef } from '../documents.ts'
import { isId, type ClusterId, type ItemId, type NoteId, type PersonId, type PlcId, type StepId, type ThemeId } from '../ids.ts'
import {
  FOCUS_TYPES,
  HORIZONS,
  JOB_ROLES,
  type AgreementStatus,
  type ClusterHome,
  type ClusterTally,
  type Horizon,
  type Naming,
  type Person,
  type Plc,
  type QuestionCard,
  type QuestionState,
  type Theme,
  type Timer,
  type VoteState,
} from '../records.ts'
import { isRecord, readBoolean, readId, readIds, readNumber, readOneOf, readString, readStrings, readWhole } from '../read.ts'
import type { Hand } from '../dealing.ts'
import { REACTIONS, type NoteReactions, type Reaction } from '../reactions.ts'
import type { Rehearsal } from '../rehearsal.ts'
import type { RoomState } from '../room.ts'
import { readRehearsal } from './rehearsal.ts'
import { readRoom } from './room.ts'
import { stageRoots } from '../schema.ts'
import { agendaFrom, STEP_KINDS, STEP_TOPICS, type Step } from '../steps.ts'

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
  /** One for each PLC that has been asked. */
  readonly agreements: readonly AgreementStatus[]
  /** Reactions to notes, counts alone; a note without any has no entry. */
  readonly reactions: ReadonlyMap<NoteId, NoteReactions>
  /** What becomes of clusters that are no themes. */
  readonly homes: readonly ClusterHome[]
  /** Hands of loose notes that are out, while they are dealt. */
  readonly hands: readonly Hand[]
  readonly codeLocked: boolean
  readonly room: RoomState
  /** Null in a session of real people. */
  readonly rehearsal: Rehearsal | null
  /** The epochs of documents that were rebuilt, by their keys; all others are in their first. */
  readonly epochs: Readonly<Record<string, number>>
  /** False until the first state has arrived: show a wait, not an empty session. */
  readonly ready: boolean
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2999

const FALLBACK_STEP: Step = {
  id: 's1' as StepId,
  kind: 'welcome',
  horizon: null,
  topic: null,
  title: null,
  instruction: null,
  minutes: null,
}

const DAY = 1_440
const readMinutes = (value: unknown): number | null => (typeof value === 'number' && value >= 0 && value <= DAY ? value : null)

const readStep = (value: unknown): Step | null => {
  if (!isRecord(value)) return null
  const kind = readOneOf(value['kind'], STEP_KINDS, null)
  const id = readId<StepId>(value['id'])
  if (kind === null || id === null) return null
  return {
    id,
    kind,
    horizon: readOneOf(value['horizon'], HORIZONS, null),
    topic: readOneOf(value['topic'], STEP_TOPICS, null),
    title: readString(value['title']) || null,
    instruction: readString(value['instruction']) || null,
    minutes: readMinutes(value['minutes']),
  }
}

/** A step whose id was there before is left out: going to "that step" must mean one step. */
const readAgenda = (value: unknown): readonly Step[] => {
  const steps = new Map<StepId, Step>()
  for (const step of Array.isArray(value) ? value.map(readStep) : [])
    if (step !== null && !steps.has(step.id)) steps.set(step.id, step)
  return steps.size > 0 ? [...steps.values()] : agendaFrom('cohort')
}

const readTime = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

const readTimer = (value: unknown): Timer | null =>
  isRecord(value)
    ? {
        endsAt: readTime(value['endsAt']),
        remaining: readTime(value['remaining']),
        length: readNumber(value['length'], 60_000),
      }
    : null

const MANY = 1_000_000
/** How many of something: a whole number, never negative. */
const readTotal = (value: unknown): number => readWhole(value, 0, 0, MANY)

const readCount = (value: unknown): WritingCount =>
  isRecord(value)
    ? { notes: readTotal(value['notes']), writers: readTotal(value['writers']), revealed: readBoolean(value['revealed']) }
    : { notes: 0, writers: 0, revealed: false }

const readTally = (value: unknown): readonly ClusterTally[] => {
  const tally: ClusterTally[] = []
  for (const row of Array.isArray(value) ? value.filter(isRecord) : []) {
    const cluster = readId<ClusterId>(row['cluster'])
    if (cluster !== null) tally.push({ cluster, votes: readTotal(row['votes']) })
  }
  return tally
}

const readHomes = (value: unknown): readonly ClusterHome[] =>
  (Array.isArray(value) ? value.filter(isRecord) : []).flatMap((row) => {
    const [cluster, text] = [readId<ClusterId>(row['cluster']), readString(row['text']).trim()]
    return cluster === null || text === '' ? [] : [{ cluster, text }]
  })

const readVote = (value: unknown): VoteState => {
  if (!isRecord(value)) return { state: 'closed' }
  const voters = readTotal(value['voters'])
  if (value['state'] === 'open') {
    return {
      state: 'open',
      budget: readWhole(value['budget'], LIMITS.votesPerHead, 0, MANY),
      turnout: readTotal(value['turnout']),
      voters,
    }
  }
  if (value['state'] === 'counted')
    return { state: 'counted', voters, tally: readTally(value['tally']), reopened: readTotal(value['reopened']) }
  return { state: 'closed' }
}

type Row = Readonly<Record<string, unknown>>
const rows = (root: Y.Map<unknown>): readonly (readonly [string, Row])[] =>
  [...root.entries()]
    .filter((entry): entry is [string, Row] => isId(entry[0]) && isRecord(entry[1]))
    .sort(([a], [b]) => (a < b ? -1 : 1))

const readPerson = ([id, row]: readonly [string, Row]): Person => ({
  id: id as PersonId,
  name: readString(row['name']),
  jobRole: readOneOf(row['jobRole'], JOB_ROLES, 'other'),
  role: readOneOf(row['role'], ['facilitator', 'participant', 'display'] as const, 'participant'),
  device: readOneOf(row['device'], ['person', 'table', 'display'] as const, 'person'),
  heads: readWhole(row['heads'], 1, 1, LIMITS.headsPerTable),
  removed: readBoolean(row['removed']),
})

/** Stands where a link is missing: nothing ever has this id. */
const NOBODY = 'none' as string as ClusterId & PersonId

const readTheme = ([id, row]: readonly [string, Row]): Theme => ({
  id: id as ThemeId,
  cluster: readId<ClusterId>(row['cluster']) ?? NOBODY,
  title: readString(row['title']),
  focus: readOneOf(row['focus'], FOCUS_TYPES, 'student_outcome'),
  studentOutcome: readString(row['studentOutcome']),
  teacherAction: readString(row['teacherAction']),
  order: readNumber(row['order']),
})

const readPlc = ([id, row]: readonly [string, Row]): Plc => ({
  id: id as PlcId,
  name: readString(row['name']),
  members: readIds<PersonId>(row['members']),
  theme: readId<ThemeId>(row['theme']),
  order: readNumber(row['order']),
})

const readSettled = (value: unknown): QuestionCard['settled'] => {
  const settled = new Map<PlcId, 'answered' | 'parked'>()
  for (const row of Array.isArray(value) ? value.filter(isRecord) : []) {
    const plc = readId<PlcId>(row['plc'])
    const state = readOneOf(row['state'], ['answered', 'parked'] as const, null)
    if (plc !== null && state !== null) settled.set(plc, state)
  }
  return [...settled].map(([plc, state]) => ({ plc, state }))
}

const readQuestion = ([id, row]: readonly [string, Row]): QuestionCard => ({
  id: id as ItemId,
  plcs: Array.isArray(row['plcs']) ? readIds<PlcId>(row['plcs']) : null,
  text: readString(row['text']),
  from: readId<PersonId>(row['from']) ?? NOBODY,
  at: readWhole(row['at'], 0, 0, Number.MAX_SAFE_INTEGER),
  settled: readSettled(row['settled']),
})

/** In the order of asking. */
const byAsking = (a: QuestionCard, b: QuestionCard): number => a.at - b.at || (a.id < b.id ? -1 : 1)

const readAgreementStatus = ([plc, row]: readonly [string, Row]): AgreementStatus => ({
  plc: plc as PlcId,
  round: readWhole(row['round'], 1, 1, MANY),
  shown: readBoolean(row['shown']),
  answered: readIds<PersonId>(row['answered']),
})

/** Counts stand in the order of the kinds, short because a board has hundreds of notes. */
function readReactions(root: Y.Map<unknown>): ReadonlyMap<NoteId, NoteReactions> {
  const found = new Map<NoteId, NoteReactions>()
  for (const [note, value] of [...root.entries()].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isId(note) || !Array.isArray(value)) continue
    const counts = REACTIONS.map((kind, index) => [kind, readTotal(value[index])] as const)
    if (counts.some(([, count]) => count > 0))
      found.set(note as NoteId, { note: note as NoteId, ...(Object.fromEntries(counts) as Record<Reaction, number>) })
  }
  return found
}

const readHands = (root: Y.Map<unknown>): readonly Hand[] =>
  [...root.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([person, notes]) => (isId(person) ? [{ person: person as PersonId, notes: readIds<NoteId>(notes) }] : []))

const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number => a.order - b.order

const readEpochs = (value: unknown): Readonly<Record<string, number>> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, epoch]) => [key, readWhole(epoch, 1, 1, MANY)])) : {}

/** Any stage document gives a valid view; an empty one reads as a session that is not ready. */
export function stageView(stage: Y.Doc): StageView {
  const roots = stageRoots(stage)
  const session = roots.session
  const agenda = readAgenda(session.get('agenda'))
  const stepIndex = Math.max(
    0,
    agenda.findIndex((step) => step.id === session.get('step')),
  )
  const questions = session.get('questions')
  const writing = session.get('writing')
  return {
    ready: session.has('title'),
    title: readString(session.get('title')),
    district: readString(session.get('district')),
    targetYear: readWhole(session.get('targetYear'), FIRST_YEAR, FIRST_YEAR, LAST_YEAR),
    questions: isRecord(questions)
      ? { current: readString(questions['current']), ideal: readString(questions['ideal']) }
      : { current: '', ideal: '' },
    naming: readOneOf(session.get('naming'), ['named', 'no_names'] as const, 'no_names'),
    language: readOneOf(session.get('language'), LANGUAGES, 'en'),
    norms: readStrings(session.get('norms')),
    agenda,
    step: agenda[stepIndex] ?? FALLBACK_STEP,
    stepIndex,
    timer: readTimer(session.get('timer')),
    done: readTotal(session.get('done')),
    writing: isRecord(writing)
      ? { current: readCount(writing['current']), ideal: readCount(writing['ideal']) }
      : { current: readCount(null), ideal: readCount(null) },
    vote: readVote(session.get('vote')),
    people: rows(roots.people).map(readPerson),
    themes: rows(roots.themes).map(readTheme).sort(byOrder),
    plcs: rows(roots.plcs).map(readPlc).sort(byOrder),
    questionCards: rows(roots.questions).map(readQuestion).sort(byAsking),
    agreements: rows(roots.agreements).map(readAgreementStatus),
    reactions: readReactions(roots.reactions),
    homes: readHomes(session.get('homes')),
    hands: readHands(roots.hands),
    codeLocked: readBoolean(session.get('codeLocked')),
    room: readRoom(session.get('room')),
    rehearsal: readRehearsal(session.get('rehearsal')),
    epochs: readEpochs(session.get('epochs')),
  }
}

/** The epoch that a document is in: what its name ends in. */
export const epochOf = (stage: Pick<StageView, 'epochs'>, ref: DocumentRef): number => stage.epochs[documentKey(ref)] ?? 1

/** People who take part: neither removed nor a display. */
export const participants = (stage: StageView): readonly Person[] =>
  stage.people.filter((person) => !person.removed && person.role !== 'display')

/** Where asking stands in a PLC; one that was never asked is in its first round. */
export const agreementOf = (stage: StageView, plc: PlcId): AgreementStatus =>
  stage.agreements.find((status) => status.plc === plc) ?? { plc, round: 1, shown: false, answered: [] }

/** Where a question stands in one PLC; null where it was not sent to. */
export function questionState(card: QuestionCard, plc: PlcId): QuestionState | null {
  if (card.plcs !== null && !card.plcs.includes(plc)) return null
  return card.settled.find((row) => row.plc === plc)?.state ?? 'asked'
}

export const plcOf = (stage: StageView, person: PersonId): Plc | null =>
  stage.plcs.find((plc) => plc.members.includes(person)) ?? null
