import type { PageMember, PageStep, PlanPage } from './page.ts'
import { threadLines } from './thread.ts'

/** A piece of a document on paper, whatever the format. Texts are plain; a format escapes them as it needs. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `lead` stands before the text, set off from it; empty for none. `big` is the one sentence of the page. */
  | { readonly kind: 'text'; readonly lead: string; readonly text: string; readonly big: boolean }
  | { readonly kind: 'quote'; readonly text: string; readonly by: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The first cell of each row names it. */
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

type Blocks = readonly Block[]

const text = (lead: string, words: string, big = false): Blocks =>
  words.trim() === '' ? [] : [{ kind: 'text', lead, text: words, big }]

const section = (level: 2 | 3, title: string, blocks: Blocks): Blocks =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level, text: title }, ...blocks]

const list = (title: string, items: readonly string[]): Blocks =>
  items.length === 0 ? [] : section(2, title, [{ kind: 'list', items }])

const table = (caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Blocks =>
  rows.length === 0 ? [] : [{ kind: 'table', caption, head: columns, rows }]

function head(page: PlanPage): Blocks {
  const { label } = page.words
  return [
    { kind: 'heading', level: 1, text: `${page.plc}: ${page.theme || label.plan}` },
    ...text(label.district, page.district),
    ...text(label.session, page.session),
    ...text(label.focus, page.focus),
    ...text(label.team, page.team.map(({ name, role }) => `${name} (${role})`).join(', ')),
    ...text(label.coach, page.coaches.join(', ')),
    ...text(label.date, [page.start, page.end].filter((date) => date !== '').join(' – ')),
    ...text(label.goal, page.version),
  ]
}

const picture = ({ picture: words, voices, words: { label, horizon } }: PlanPage): Blocks =>
  section(2, label.picture, [
    ...text('', words),
    ...voices.map((voice): Block => ({
      kind: 'quote',
      text: voice.text,
      by: [horizon[voice.horizon], voice.author ?? ''].filter((part) => part !== '').join(' · '),
    })),
  ])

function goal(page: PlanPage): Blocks {
  const { label } = page.words
  return section(2, label.goal, [
    ...text('', page.statement || label.noGoal, page.statement !== ''),
    ...text(label.why, page.why),
    ...text(label.students, page.studentOutcome),
    ...text(label.adults, page.teacherAction),
    ...text(label.reached, page.reached),
  ])
}

function theory({ theory: sentence, words: { label } }: PlanPage): Blocks {
  if (sentence === null) return []
  const words = `${label.if} ${sentence.if || '…'}, ${label.then} ${sentence.then || '…'}, ${label.soThat} ${sentence.soThat || '…'}.`
  return section(2, label.theory, text('', words))
}

function measures({ measures: rows, words: { label } }: PlanPage): Blocks {
  const readings = rows.flatMap((row) => row.readings.map(({ date, value }) => [`${row.number}. ${row.text}`, date, value]))
  return section(2, label.measures, [
    ...table(
      label.measures,
      [label.indicator, label.kind, label.focus, label.today, label.source, label.target, label.by],
      rows.map((row) => [`${row.number}. ${row.text}`, row.kind, row.about, row.today, row.source, row.target, row.by]),
    ),
    ...table(label.readings, [label.indicator, label.date, label.readings], readings),
  ])
}

const everyone = ({ words: { label }, inclusive, equitable }: PlanPage): Blocks =>
  section(2, label.everyone, [...text(label.inclusive, inclusive), ...text(label.equitable, equitable)])

const handsOf = (step: PageStep, { words: { label } }: PlanPage): string =>
  [
    ...(step.supportFrom.length === 0 ? [] : [`${label.supportFrom} ${step.supportFrom.join(', ')}`]),
    ...step.dependsOn.map((before) => `${label.dependsOn}: ${before}`),
  ].join('; ')

const stepRow = (step: PageStep, page: PlanPage): readonly string[] => [
  [step.text, step.ifThen].filter((part) => part !== '').join(' — '),
  step.feeds === null ? step.feedsWords : `${step.feeds.number}. ${step.feeds.text}`,
  step.due,
  step.evidence,
  handsOf(step, page),
  step.status,
]

function member(person: PageMember, page: PlanPage): Blocks {
  const { label } = page.words
  return section(3, `${person.name || '…'} (${person.role})`, [
    ...text(label.contribution, person.contribution),
    ...text(label.growth, person.growthFocus),
    ...text(label.strength, person.strength),
    ...text(label.support, person.supportNeeded),
    ...(person.steps.length === 0 ? text('', label.noSteps) : []),
    ...table(
      `${label.steps}: ${person.name || '…'}`,
      [label.step, label.feeds, label.due, label.evidence, label.handoff, label.status],
      person.steps.map((step) => stepRow(step, page)),
    ),
  ])
}

const questionLine = ({ text: asked, state, answer }: PlanPage['questions'][number]): string =>
  `${asked} (${state})${answer === '' ? '' : ` ${answer}`}`

const answerLine = ({ name, level, words, reservation }: PlanPage['agreement'][number]): string =>
  `${name || '…'}: ${level}, ${words}${reservation === '' ? '' : ` (“${reservation}”)`}`

function reviews(page: PlanPage): Blocks {
  const { label } = page.words
  const dates = page.checkIns.map(({ date, day, focus }) => `${date || '…'} (${label.day} ${day}): ${focus}`)
  const rows = page.tests.map((test) => [test.date, test.predicted, test.did, test.learned, test.decided])
  const columns = [label.date, label.predicted, label.did, label.learned, label.decided]
  return [...list(label.checkIns, dates), ...section(2, label.tests, table(label.tests, columns, rows))]
}

function agreement(page: PlanPage): Blocks {
  const { label } = page.words
  const earlier = page.earlier.flatMap(({ round, date, answers }) =>
    section(3, `${label.round} ${round}${date === '' ? '' : `, ${date}`}`, [{ kind: 'list', items: answers.map(answerLine) }]),
  )
  return [...list(label.agreement, page.agreement.map(answerLine)), ...earlier, ...text('', label.growthOnly)]
}

/** A plan's page piece by piece, for every format that is a document: they all say the same (SPEC X7). */
export function planBlocks(page: PlanPage): Blocks {
  const { label } = page.words
  return [
    ...head(page),
    ...picture(page),
    ...goal(page),
    ...theory(page),
    ...measures(page),
    ...list(label.success, page.success),
    ...everyone(page),
    ...section(
      2,
      label.steps,
      page.members.flatMap((person) => member(person, page)),
    ),
    ...list(label.needs, page.needs),
    ...list(label.risks, page.risks),
    ...list(label.stop, page.stop === '' ? [] : [page.stop]),
    ...list(label.evidence, page.evidence),
    ...list(label.workedOn, page.questions.map(questionLine)),
    ...reviews(page),
    ...agreement(page),
    ...list(
      label.thread,
      threadLines(page.thread, page.words).map(({ knot, text: words }) => `${knot}: ${words}`),
    ),
  ]
}
