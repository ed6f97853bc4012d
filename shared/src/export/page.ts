import type { Language } from '../api.ts'
import type { ActionStepId, IndicatorId, ItemId, NoteId, PersonId } from '../ids.ts'
import {
  GOAL_FIELDS,
  type ActionStep,
  type Agreement,
  type AgreementLevel,
  type Horizon,
  type Indicator,
  type Note,
  type StepStatus,
} from '../records.ts'
import { authorLine } from '../selectors/author.ts'
import type { StageView } from '../selectors/stage.ts'
import { questionsTo, type MemberPart, type PlcPlan } from '../selectors/thread.ts'
import { withUnit } from '../measure.ts'
import { threadOf, type PageThread } from './thread.ts'
import type { ExportWords } from './words-shape.ts'
import { EXPORT_WORDS, formatDate } from './words.ts'

export interface PageVoice {
  readonly id: NoteId
  readonly text: string
  readonly horizon: Horizon
  /** The author's name in a named session, with a table's initials; else null. */
  readonly author: string | null
}

export interface PagePerson {
  readonly id: PersonId
  readonly name: string
  readonly role: string
}

/** One row of the measures table; every cell is ready to be read. */
export interface PageMeasure {
  readonly id: IndicatorId
  /** 1, 2, 3, ...: steps name the measure they feed by it. */
  readonly number: number
  readonly text: string
  readonly kind: string
  readonly about: string
  readonly today: string
  readonly source: string
  readonly target: string
  readonly by: string
  readonly readings: readonly { readonly date: string; readonly value: string }[]
}

export interface PageStep {
  readonly id: ActionStepId
  readonly text: string
  /** Number and text of the measure it feeds; null where it feeds none, and `feedsWords` says whether on purpose. */
  readonly feeds: { readonly number: number; readonly text: string } | null
  readonly feedsWords: string
  readonly due: string
  readonly evidence: string
  readonly ifThen: string
  readonly supportFrom: readonly string[]
  readonly dependsOn: readonly string[]
  /** Someone else's hands are in it: support, or another person's step before it. */
  readonly handoff: boolean
  readonly status: string
  readonly state: StepStatus
}

export interface PageMember extends PagePerson {
  readonly growthFocus: string
  readonly contribution: string
  readonly strength: string
  readonly supportNeeded: string
  readonly steps: readonly PageStep[]
}

/** A coach's question that the PLC worked on, with what it answered; `answer` may be empty. */
export interface PageQuestion {
  readonly id: ItemId
  readonly text: string
  readonly state: string
  readonly answer: string
}

export interface PageAgreement {
  readonly name: string
  readonly level: AgreementLevel
  readonly words: string
  readonly reservation: string
}

/**
 * What a PLC takes home, in the order of the page: plain texts and lists, labels included. The screen and the Markdown
 * file are both made of this and so say the same (SPEC X5). Empty texts and lists are parts that need not be shown.
 */
export interface PlanPage {
  readonly language: Language
  readonly words: ExportWords
  readonly plc: string
  readonly session: string
  readonly district: string
  readonly targetYear: number
  readonly theme: string
  readonly focus: string
  readonly team: readonly PagePerson[]
  readonly coaches: readonly string[]
  readonly picture: string
  /** Two or three original notes; nothing in them is rewritten. */
  readonly voices: readonly PageVoice[]
  readonly statement: string
  readonly studentOutcome: string
  readonly teacherAction: string
  readonly why: string
  readonly reached: string
  readonly theory: { readonly if: string; readonly then: string; readonly soThat: string } | null
  readonly measures: readonly PageMeasure[]
  readonly success: readonly string[]
  readonly evidence: readonly string[]
  readonly inclusive: string
  readonly equitable: string
  readonly members: readonly PageMember[]
  readonly needs: readonly string[]
  readonly risks: readonly string[]
  readonly stop: string
  /** Those that were answered, begun or parked; a question that nobody touched is no part of the plan. */
  readonly questions: readonly PageQuestion[]
  readonly start: string
  readonly end: string
  readonly checkIns: readonly { readonly day: number; readonly date: string; readonly focus: string }[]
  readonly tests: readonly {
    readonly date: string
    readonly predicted: string
    readonly did: string
    readonly learned: string
    readonly decided: string
  }[]
  readonly agreement: readonly PageAgreement[]
  /** Rounds of agreement before the one that holds; what was said in them stays on record. */
  /** The whole line, from the notes to the last reading. */
  readonly thread: PageThread
  /** Which kept version of the goal this is, of which day, and whether it was changed since; empty before the first. */
  readonly version: string
  readonly earlier: readonly { readonly round: number; readonly date: string; readonly answers: readonly PageAgreement[] }[]
}

const MOST_VOICES = 3

const nameOf = (stage: StageView, id: PersonId | null): string => stage.people.find((person) => person.id === id)?.name ?? ''

/** Notes quoted into the goal speak first, then the theme's own; the ideal before today. */
function voicesOf(plan: PlcPlan, stage: StageView): readonly PageVoice[] {
  const { quotes, source } = plan
  const quoted = (['ideal', 'current'] as const).flatMap((horizon) => quotes.filter((note) => note.horizon === horizon))
  const theirs = source === null ? [] : [...source.ideal, ...source.current]
  const notes = [...new Map([...quoted, ...theirs].map((note): [NoteId, Note] => [note.id, note])).values()]
  return notes
    .filter((note) => note.text.trim() !== '')
    .slice(0, MOST_VOICES)
    .map((note) => ({ id: note.id, text: note.text, horizon: note.horizon, author: authorLine(stage, note) || null }))
}

const baselineOf = (indicator: Indicator, language: Language): string => {
  const date = formatDate(indicator.baselineDate, language)
  if (indicator.baselineStatus === 'to_collect') return `${EXPORT_WORDS[language].label.toCollect} ${date || '…'}`
  return [withUnit(indicator.baseline, indicator.unit), date === '' ? '' : `(${date})`].filter((part) => part !== '').join(' ')
}

function measuresOf({ view }: PlcPlan, language: Language): readonly PageMeasure[] {
  const words = EXPORT_WORDS[language]
  return view.goal.indicators.map((indicator, index) => ({
    id: indicator.id,
    number: index + 1,
    text: indicator.text,
    kind: words.kind[indicator.kind],
    about: words.focus[indicator.measures],
    today: baselineOf(indicator, language),
    source: indicator.baselineSource,
    target: withUnit(indicator.target, indicator.unit),
    by: formatDate(indicator.targetDate, language),
    readings: view.readings
      .filter((reading) => reading.indicator === indicator.id)
      .map(({ date, value }) => ({ date: formatDate(date, language), value: withUnit(value, indicator.unit) })),
  }))
}

function stepOf(step: ActionStep, plan: PlcPlan, stage: StageView, language: Language): PageStep {
  const words = EXPORT_WORDS[language]
  const number = plan.view.goal.indicators.findIndex((indicator) => indicator.id === step.indicator)
  const feeds = plan.view.goal.indicators[number]
  const before = plan.view.steps.filter((other) => step.dependsOn.includes(other.id))
  const helpers = step.supportFrom.filter((person) => person !== step.owner)
  return {
    id: step.id,
    text: step.text,
    feeds: feeds === undefined ? null : { number: number + 1, text: feeds.text },
    feedsWords: feeds?.text ?? words.label[step.loose ? 'onPurpose' : 'feedsNothing'],
    due: formatDate(step.due, language),
    evidence: step.evidence,
    ifThen: step.ifThen,
    supportFrom: helpers.map((person) => nameOf(stage, person)).filter((name) => name !== ''),
    dependsOn: before.map((other) => other.text),
    handoff: helpers.length > 0 || before.some((other) => other.owner !== step.owner),
    status: [words.status[step.status], step.word].filter((part) => part.trim() !== '').join(': '),
    state: step.status,
  }
}

function memberOf({ person, steps }: MemberPart, plan: PlcPlan, stage: StageView, language: Language): PageMember {
  const own = plan.view.plans.find((candidate) => candidate.person === person.id)
  return {
    id: person.id,
    name: person.name,
    role: EXPORT_WORDS[language].jobRole[person.jobRole],
    growthFocus: own?.growthFocus ?? '',
    contribution: own?.contribution ?? '',
    strength: own?.strength ?? '',
    supportNeeded: own?.supportNeeded ?? '',
    steps: steps.map((step) => stepOf(step, plan, stage, language)),
  }
}

const theoryOf = ({ view: { goal } }: PlcPlan): PlanPage['theory'] =>
  goal.theoryIf === '' && goal.theoryThen === '' && goal.theorySoThat === ''
    ? null
    : { if: goal.theoryIf, then: goal.theoryThen, soThat: goal.theorySoThat }

const linesOf = (items: readonly { readonly text: string }[]): readonly string[] =>
  items.map((item) => item.text).filter((line) => line.trim() !== '')

const testsOf = ({ view }: PlcPlan, language: Language): PlanPage['tests'] =>
  view.pdsa.map((entry) => ({
    date: formatDate(entry.date, language),
    predicted: entry.predict,
    did: entry.did,
    learned: entry.study,
    decided: [entry.act === null ? '' : EXPORT_WORDS[language].act[entry.act], entry.actDetail]
      .filter((part) => part !== '')
      .join(': '),
  }))

type Head = Pick<
  PlanPage,
  'plc' | 'session' | 'district' | 'targetYear' | 'theme' | 'focus' | 'team' | 'coaches' | 'picture' | 'voices'
>

function headOf(plan: PlcPlan, stage: StageView, words: ExportWords): Head {
  const theme = plan.source?.theme
  const inTeam = plan.members.filter(({ person }) => plan.plc.members.includes(person.id))
  return {
    plc: plan.plc.name,
    session: stage.title,
    district: stage.district,
    targetYear: stage.targetYear,
    theme: theme?.title ?? '',
    focus: theme === undefined ? '' : words.focus[theme.focus],
    team: inTeam.map(({ person }) => ({ id: person.id, name: person.name, role: words.jobRole[person.jobRole] })),
    coaches: stage.people.filter((person) => person.role === 'facilitator' && !person.removed).map((person) => person.name),
    picture: theme?.studentOutcome ?? '',
    voices: voicesOf(plan, stage),
  }
}

/** Lowest first, because the lowest is heard first. */
const answersOf = (answers: readonly Agreement[], stage: StageView, words: ExportWords): readonly PageAgreement[] =>
  [...answers]
    .sort((a, b) => a.level - b.level)
    .map(({ person, level, reservation }) => ({
      name: nameOf(stage, person),
      level,
      words: words.agreementLevel[level],
      reservation,
    }))

const dayOf = (at: number): string => (at === 0 ? '' : new Date(at).toISOString().slice(0, 10))

const earlierOf = ({ view }: PlcPlan, stage: StageView, language: Language): PlanPage['earlier'] =>
  view.rounds.slice(0, -1).map(({ round, at, answers }) => ({
    round,
    date: formatDate(dayOf(at), language),
    answers: answersOf(answers, stage, EXPORT_WORDS[language]),
  }))

const questionsOf = ({ plc, view }: PlcPlan, stage: StageView, words: ExportWords): readonly PageQuestion[] =>
  questionsTo(plc.id, stage, view)
    .filter(({ state, answer }) => state !== 'asked' || answer.trim() !== '')
    .map(({ card, state, answer }) => ({
      id: card.id,
      text: card.text,
      state: words.questionState[state],
      answer: answer.trim(),
    }))

function versionOf({ view }: PlcPlan, language: Language): string {
  const { label } = EXPORT_WORDS[language]
  const last = view.versions.at(-1)
  if (last === undefined) return ''
  const changed = GOAL_FIELDS.some((field) => last.fields[field] !== view.goal[field])
  return [`${label.version} ${view.versions.length}`, formatDate(dayOf(last.at), language), changed ? label.changedSince : '']
    .filter((part) => part !== '')
    .join(', ')
}

/** The plan of one PLC as a page, in the reader's language; what people wrote stays as they wrote it. */
export function planPage(plan: PlcPlan, stage: StageView, language: Language): PlanPage {
  const words = EXPORT_WORDS[language]
  const { goal } = plan.view
  return {
    language,
    words,
    ...headOf(plan, stage, words),
    statement: goal.statement,
    studentOutcome: goal.studentOutcome,
    teacherAction: goal.teacherAction,
    why: goal.whyItMatters,
    reached: goal.studentsReached,
    theory: theoryOf(plan),
    measures: measuresOf(plan, language),
    success: linesOf(goal.lists.successCriteria),
    evidence: linesOf(goal.lists.evidence),
    inclusive: goal.inclusive,
    equitable: goal.equitable,
    members: plan.members.map((member) => memberOf(member, plan, stage, language)),
    needs: linesOf(goal.lists.resources),
    risks: linesOf(goal.lists.risks),
    stop: goal.stopDoing,
    questions: questionsOf(plan, stage, words),
    start: formatDate(goal.start, language),
    end: formatDate(goal.end, language),
    checkIns: plan.view.checkIns.map(({ day, date, focus }) => ({ day, date: formatDate(date, language), focus })),
    tests: testsOf(plan, language),
    agreement: answersOf(plan.view.agreement, stage, words),
    earlier: earlierOf(plan, stage, language),
    thread: threadOf(plan, stage, language),
    version: versionOf(plan, language),
  }
}
