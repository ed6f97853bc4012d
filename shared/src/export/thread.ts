import type { Language } from '../api.ts'
import type { ActionStep, Indicator, Note, StepStatus } from '../records.ts'
import type { StageView } from '../selectors/stage.ts'
import type { PlcPlan } from '../selectors/thread.ts'
import type { ThemeNews } from '../selectors/theme-news.ts'
import { withUnit } from '../measure.ts'
import type { ExportWords } from './words-shape.ts'
import { EXPORT_WORDS, formatDate } from './words.ts'

/** How a step stood on a day; the day is empty for "before". All words are ready to be read. */
export interface ThreadMark {
  readonly date: string
  readonly status: string
  readonly state: StepStatus
  readonly word: string
}

export interface ThreadStep {
  readonly id: ActionStep['id']
  readonly text: string
  readonly owner: string
  /** Oldest first; the last is how it stands now. */
  readonly marks: readonly ThreadMark[]
}

export interface ThreadPoint {
  readonly kind: 'baseline' | 'reading' | 'target'
  readonly date: string
  readonly value: string
}

export interface ThreadMeasure {
  readonly id: Indicator['id']
  readonly number: number
  readonly text: string
  /** From the baseline over every reading to the target. */
  readonly points: readonly ThreadPoint[]
  readonly steps: readonly ThreadStep[]
}

/** The line from the notes to the last reading, in the reader's language (SPEC G15). Every text is as it was written. */
export interface PageThread {
  /** The theme's notes, those quoted in the goal first. */
  readonly notes: readonly (Pick<Note, 'id' | 'text' | 'horizon'> & { readonly quoted: boolean })[]
  readonly cluster: string
  /** What happened to the theme since, in sentences. */
  readonly news: readonly string[]
  readonly theme: string
  /** The goal's sentences one after the other; the last is today's. */
  readonly goals: readonly { readonly date: string; readonly statement: string }[]
  readonly measures: readonly ThreadMeasure[]
  /** Steps that feed no measure. */
  readonly loose: readonly ThreadStep[]
}

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')

/** What happened to a theme, as one sentence. */
export function newsSentence(news: ThemeNews, words: ExportWords): string {
  const sentence = words.news[news.kind]
  if (news.kind === 'merged') return fill(sentence, { into: news.into || words.label.untitled })
  return news.kind === 'replaced' ? fill(sentence, { from: news.from, to: news.to.title }) : sentence
}

/** The same for a screen, in the reader's language. */
export const newsIn = (news: ThemeNews, language: Language): string => newsSentence(news, EXPORT_WORDS[language])

function notesOf({ quotes, source }: PlcPlan): PageThread['notes'] {
  const quoted = new Set(quotes)
  const theirs = source === null ? [] : [...source.current, ...source.ideal]
  return [...new Set([...quotes, ...theirs])].map((note) => ({
    id: note.id,
    text: note.text,
    horizon: note.horizon,
    quoted: quoted.has(note),
  }))
}

const dayOf = (at: number): string => (at === 0 ? '' : new Date(at).toISOString().slice(0, 10))

/** Kept versions whose sentence is not the one before, then the sentence of today. */
function goalsOf({ view }: PlcPlan, language: Language): PageThread['goals'] {
  const kept = view.versions.map(({ at, fields }) => ({
    date: formatDate(dayOf(at), language),
    statement: fields.statement.trim(),
  }))
  const all = [...kept, { date: '', statement: view.goal.statement.trim() }]
  return all.filter(({ statement }, index) => statement !== '' && statement !== all[index - 1]?.statement)
}

function marksOf(step: ActionStep, { view }: PlcPlan, language: Language): readonly ThreadMark[] {
  const { status: words } = EXPORT_WORDS[language]
  const marks = view.marks
    .filter((mark) => mark.step === step.id)
    .map(({ date, status, word }) => ({ date: formatDate(date, language), status: words[status], state: status, word }))
  const last = marks.at(-1)
  const now = { date: '', status: words[step.status], state: step.status, word: step.word }
  return last?.state === now.state && last.word === now.word ? marks : [...marks, now]
}

export function threadOf(plan: PlcPlan, stage: StageView, language: Language): PageThread {
  const { view } = plan
  const words = EXPORT_WORDS[language]
  const line = (step: ActionStep): ThreadStep => ({
    id: step.id,
    text: step.text,
    owner: stage.people.find((person) => person.id === step.owner)?.name ?? '',
    marks: marksOf(step, plan, language),
  })
  const points = (indicator: Indicator): readonly ThreadPoint[] => [
    { kind: 'baseline', date: formatDate(indicator.baselineDate, language), value: withUnit(indicator.baseline, indicator.unit) },
    ...view.readings
      .filter((reading) => reading.indicator === indicator.id)
      .map(({ date, value }) => ({
        kind: 'reading' as const,
        date: formatDate(date, language),
        value: withUnit(value, indicator.unit),
      })),
    { kind: 'target', date: formatDate(indicator.targetDate, language), value: withUnit(indicator.target, indicator.unit) },
  ]
  return {
    notes: notesOf(plan),
    cluster: plan.source?.cluster?.title ?? '',
    news: plan.news.map((news) => newsSentence(news, words)),
    theme: plan.source?.theme.title ?? '',
    goals: goalsOf(plan, language),
    measures: plan.indicators.map(({ indicator, steps }, index) => ({
      id: indicator.id,
      number: index + 1,
      text: indicator.text,
      points: points(indicator).filter((point) => point.value.trim() !== ''),
      steps: steps.map(line),
    })),
    loose: view.steps.filter((step) => step.indicator === null).map(line),
  }
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join(' ')
const inBrackets = (text: string): string => (text === '' ? '' : `(${text})`)

const markWords = ({ date, status, word }: ThreadMark): string =>
  `${joined(status, inBrackets(date))}${word.trim() === '' ? '' : `: ${word}`}`

const stepWords = ({ text, owner, marks }: ThreadStep): string =>
  `${joined(text || '…', inBrackets(owner))}: ${marks.map(markWords).join(' → ')}`

const pointWords = ({ kind, date, value }: ThreadPoint, { label }: ExportWords): string =>
  joined(kind === 'baseline' ? label.today : kind === 'target' ? label.target : '', value, inBrackets(date))

export interface ThreadLine {
  /** What kind of knot it is: notes, theme, goal, ... */
  readonly knot: string
  readonly text: string
}

/** The thread in lines of text, for files: one knot each, in the order from the notes on. */
export function threadLines(thread: PageThread, words: ExportWords): readonly ThreadLine[] {
  const { label, horizon } = words
  const count = (side: 'current' | 'ideal'): string =>
    `${horizon[side]}: ${thread.notes.filter((note) => note.horizon === side).length}`
  const steps = (list: readonly ThreadStep[]): readonly ThreadLine[] =>
    list.map((step) => ({ knot: label.step, text: stepWords(step) }))
  return [
    { knot: label.notes, text: thread.notes.length === 0 ? '' : `${count('current')}, ${count('ideal')}` },
    { knot: label.cluster, text: thread.cluster },
    { knot: label.theme, text: joined(thread.theme, ...thread.news) },
    ...thread.goals.map(({ date, statement }) => ({ knot: label.goal, text: joined(inBrackets(date), statement) })),
    ...thread.measures.flatMap(({ number, text, points, steps: fed }) => [
      {
        knot: `${label.indicator} ${number}`,
        text: `${text || '…'}: ${points.map((point) => pointWords(point, words)).join(' → ') || '–'}`,
      },
      ...steps(fed),
    ]),
    ...steps(thread.loose),
  ].filter(({ text }) => text.trim() !== '')
}
