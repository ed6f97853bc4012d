import type { Language } from '../api.ts'
import type { Note } from '../records.ts'
import { REACTIONS } from '../reactions.ts'
import { authorLine } from '../selectors/author.ts'
import { clustersInOrder, type ClusterView } from '../selectors/board.ts'
import type { StageView } from '../selectors/stage.ts'
import type { PlcPlan } from '../selectors/thread.ts'
import { bullets, heading, join, labelled, plain, table } from './markdown-text.ts'
import { planPage, type PageMember, type PageStep, type PlanPage } from './page.ts'
import type { SessionRecord } from './record.ts'
import { threadLines } from './thread.ts'
import type { ExportWords } from './words-shape.ts'
import { EXPORT_WORDS } from './words.ts'

type Blocks = readonly string[]

/** A section with its heading, or nothing when it has no blocks. */
const section = (level: number, title: string, blocks: Blocks): Blocks =>
  blocks.length === 0 ? [] : [heading(level, title), ...blocks]

function pageHead(page: PlanPage, level: number): Blocks {
  const { label } = page.words
  const team = page.team.map(({ name, role }) => `${plain(name)} (${role})`).join(', ')
  return [
    heading(level, `${plain(page.plc)}: ${plain(page.theme) || label.plan}`),
    ...bullets([
      ...labelled(label.district, page.district),
      ...labelled(label.focus, page.focus),
      ...(team === '' ? [] : [`**${label.team}:** ${team}`]),
      ...labelled(label.coach, page.coaches.join(', ')),
      ...labelled(label.date, [page.start, page.end].filter((date) => date !== '').join(' – ')),
    ]),
  ]
}

const quote = (text: string, author: string | null): string => `> ${plain(text)}${author === null ? '' : ` — ${plain(author)}`}`

const picture = (page: PlanPage, level: number): Blocks =>
  section(
    level,
    page.words.label.picture,
    [plain(page.picture), ...page.voices.map((voice) => quote(voice.text, voice.author))].filter((block) => block !== ''),
  )

function goal(page: PlanPage, level: number): Blocks {
  const { label } = page.words
  return section(level, label.goal, [
    page.statement === '' ? `*${label.noGoal}*` : `**${plain(page.statement)}**`,
    ...labelled(label.why, page.why),
    ...labelled(label.students, page.studentOutcome),
    ...labelled(label.adults, page.teacherAction),
    ...labelled(label.reached, page.reached),
  ])
}

function theory({ theory: sentence, words: { label } }: PlanPage, level: number): Blocks {
  if (sentence === null) return []
  const text = `**${label.if}** ${plain(sentence.if) || '…'}, **${label.then}** ${plain(sentence.then) || '…'}, **${label.soThat}** ${plain(sentence.soThat) || '…'}.`
  return section(level, label.theory, [text])
}

function measures(page: PlanPage, level: number): Blocks {
  const { label } = page.words
  const rows = page.measures.map((row) => [
    String(row.number),
    ...[row.text, row.kind, row.about, row.today, row.source, row.target, row.by].map(plain),
  ])
  const readings = page.measures.flatMap((row) =>
    row.readings.map((reading) => `${row.number}: ${plain(reading.value)} (${reading.date})`),
  )
  return section(level, label.measures, [
    ...table(['', label.indicator, label.kind, label.focus, label.today, label.source, label.target, label.by], rows),
    ...section(level + 1, label.readings, bullets(readings)),
  ])
}

const list = (level: number, title: string, lines: readonly string[]): Blocks => section(level, title, bullets(lines.map(plain)))

const everyone = (page: PlanPage, level: number): Blocks =>
  section(level, page.words.label.everyone, [
    ...labelled(page.words.label.inclusive, page.inclusive),
    ...labelled(page.words.label.equitable, page.equitable),
  ])

const stepRow = (step: PageStep, { label }: ExportWords): Blocks => [
  `${plain(step.text)}${step.ifThen === '' ? '' : ` *${plain(step.ifThen)}*`}`,
  step.feeds === null ? step.feedsWords : String(step.feeds.number),
  step.due,
  plain(step.evidence),
  [
    ...step.supportFrom.map((name) => `→ ${plain(name)}`),
    ...step.dependsOn.map((text) => `${label.dependsOn}: ${plain(text)}`),
  ].join('; '),
  plain(step.status),
]

function member(person: PageMember, words: ExportWords, level: number): Blocks {
  const { label } = words
  const rows = person.steps.map((step) => stepRow(step, words))
  return [
    heading(level, `${plain(person.name) || '…'} (${person.role})`),
    ...bullets([
      ...labelled(label.contribution, person.contribution),
      ...labelled(label.growth, person.growthFocus),
      ...labelled(label.strength, person.strength),
      ...labelled(label.support, person.supportNeeded),
    ]),
    ...(rows.length === 0
      ? [`*${label.noSteps}*`]
      : table([label.step, label.feeds, label.due, label.evidence, label.handoff, label.status], rows)),
  ]
}

function reviews(page: PlanPage, level: number): Blocks {
  const { label } = page.words
  const tests = page.tests.flatMap((entry) => [
    `**${entry.date || label.tests}**`,
    ...bullets([
      ...labelled(label.predicted, entry.predicted),
      ...labelled(label.did, entry.did),
      ...labelled(label.learned, entry.learned),
      ...labelled(label.decided, entry.decided),
    ]),
  ])
  return [
    ...section(
      level,
      label.checkIns,
      bullets(page.checkIns.map(({ date, day, focus }) => `${date || '…'} (${label.day} ${day}): ${plain(focus)}`)),
    ),
    ...section(level, label.tests, tests),
  ]
}

const questions = (page: PlanPage, level: number): Blocks =>
  section(
    level,
    page.words.label.workedOn,
    bullets(
      page.questions.map(({ text, state, answer }) => `**${plain(text)}** (${state})${answer === '' ? '' : ` ${plain(answer)}`}`),
    ),
  )

const answerLine = (row: PlanPage['agreement'][number]): string =>
  `${plain(row.name) || '…'}: ${row.level}, ${row.words}${row.reservation === '' ? '' : ` (${plain(row.reservation)})`}`

const agreement = (page: PlanPage, level: number): Blocks =>
  section(level, page.words.label.agreement, [
    ...bullets(page.agreement.map(answerLine)),
    ...page.earlier.flatMap(({ round, date, answers }) =>
      section(level + 1, `${page.words.label.round} ${round}${date === '' ? '' : `, ${date}`}`, bullets(answers.map(answerLine))),
    ),
    `*${page.words.label.growthOnly}*`,
  ])

const thread = (page: PlanPage, level: number): Blocks =>
  section(
    level,
    page.words.label.thread,
    bullets(threadLines(page.thread, page.words).map(({ knot, text }) => `**${knot}:** ${plain(text)}`)),
  )

/** The page's blocks with headings from `level` on, so that a session's record can hold several pages. */
const pageBlocks = (page: PlanPage, level: number): Blocks => {
  const { label } = page.words
  const inner = level + 1
  return [
    ...pageHead(page, level),
    ...picture(page, inner),
    ...goal(page, inner),
    ...theory(page, inner),
    ...measures(page, inner),
    ...list(inner, label.success, page.success),
    ...everyone(page, inner),
    ...section(
      inner,
      label.steps,
      page.members.flatMap((person) => member(person, page.words, inner + 1)),
    ),
    ...list(inner, label.needs, page.needs),
    ...list(inner, label.risks, page.risks),
    ...list(inner, label.stop, page.stop === '' ? [] : [page.stop]),
    ...list(inner, label.evidence, page.evidence),
    ...questions(page, inner),
    ...reviews(page, inner),
    ...agreement(page, inner),
    ...thread(page, inner),
  ]
}

/** One PLC's plan as a Markdown file. */
export const planMarkdown = (plan: PlcPlan, stage: StageView, language: Language): string =>
  join(pageBlocks(planPage(plan, stage, language), 1))

/** "Same for me 3, Tell us more 1"; empty where nobody reacted. */
function reactionWords(note: Note, stage: StageView, { label }: ExportWords): string {
  const counts = stage.reactions.get(note.id)
  if (counts === undefined) return ''
  const words = { same: label.reactionSame, heart: label.reactionHeart, question: label.reactionQuestion }
  const told = REACTIONS.filter((kind) => counts[kind] > 0).map((kind) => `${words[kind]} ${counts[kind]}`)
  return ` *(${told.join(', ')})*`
}

const noteLine = (note: Note, stage: StageView, words: ExportWords): string => {
  const author = authorLine(stage, note)
  const text = author === '' ? plain(note.text) || '…' : `${plain(note.text) || '…'} — ${plain(author)}`
  return text + reactionWords(note, stage, words)
}

function notesByHorizon(notes: readonly Note[], record: SessionRecord, words: ExportWords): Blocks {
  return (['current', 'ideal'] as const).flatMap((horizon) => {
    const own = notes.filter((note) => note.horizon === horizon)
    return own.length === 0
      ? []
      : [`**${words.horizon[horizon]}**`, ...bullets(own.map((note) => noteLine(note, record.stage, words)))]
  })
}

/** The votes of people, those on the second question, and hands counted in the room: each apart. */
function votesFor(view: ClusterView, { stage: { vote, room } }: SessionRecord, { label }: ExportWords): Blocks {
  if (vote.state !== 'counted') return []
  const of = (name: string, rows: typeof vote.tally) =>
    rows.filter((row) => row.cluster === view.id).map(({ votes }) => `${name}: ${votes}`)
  const trace = vote.reopened === 0 ? [] : [`${label.reopened}: ${vote.reopened}`]
  return [...of(label.votes, vote.tally), ...of(label.second, room.second), ...of(label.hands, room.hands), ...trace]
}

function cluster(view: ClusterView, record: SessionRecord, words: ExportWords): Blocks {
  const facts = [view.focus === null ? '' : words.focus[view.focus], ...votesFor(view, record, words)].filter(
    (fact) => fact !== '',
  )
  const home = record.stage.homes.find((row) => (record.board.merged.get(row.cluster) ?? row.cluster) === view.id)?.text ?? ''
  return [
    heading(3, plain(view.title) || words.label.untitled),
    ...(facts.length === 0 ? [] : [`*${facts.join(', ')}*`]),
    ...labelled(words.label.home, home),
    ...notesByHorizon(view.notes, record, words),
  ]
}

function sessionHead({ stage }: SessionRecord, words: ExportWords): Blocks {
  const { label } = words
  const people = stage.people.filter((person) => !person.removed && person.role !== 'display')
  return [
    heading(1, plain(stage.title) || label.session),
    ...bullets([...labelled(label.district, stage.district), `**${words.horizon.ideal}:** ${stage.targetYear}`]),
    ...section(
      2,
      label.questions,
      bullets([
        ...labelled(words.horizon.current, stage.questions.current),
        ...labelled(words.horizon.ideal, stage.questions.ideal),
      ]),
    ),
    ...list(2, label.norms, stage.norms),
    ...section(2, label.people, bullets(people.map((person) => `${plain(person.name)} (${words.jobRole[person.jobRole]})`))),
  ]
}

const themes = ({ stage }: SessionRecord, words: ExportWords): Blocks =>
  section(
    2,
    words.label.themes,
    stage.themes.flatMap((theme) => [
      heading(3, plain(theme.title) || words.label.untitled),
      ...bullets([
        ...labelled(words.label.focus, words.focus[theme.focus]),
        ...labelled(words.label.students, theme.studentOutcome),
        ...labelled(words.label.adults, theme.teacherAction),
      ]),
    ]),
  )

/** The whole session as one Markdown file: every note as it was written, the themes, and each PLC's plan. */
export function sessionMarkdown(record: SessionRecord, language: Language): string {
  const words = EXPORT_WORDS[language]
  const { board, stage, plans } = record
  return join([
    ...sessionHead(record, words),
    ...themes(record, words),
    ...section(
      2,
      words.label.clusters,
      clustersInOrder(board).flatMap((view) => cluster(view, record, words)),
    ),
    ...section(2, words.label.loose, notesByHorizon(board.loose, record, words)),
    ...section(2, words.label.aside, notesByHorizon(board.aside, record, words)),
    ...plans.flatMap((plan) => pageBlocks(planPage(plan, stage, language), 2)),
  ])
}
