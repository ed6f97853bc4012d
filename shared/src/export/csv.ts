import type { Language } from '../api.ts'
import type { PersonId } from '../ids.ts'
import type { ActionStep, Note } from '../records.ts'
import { NO_REACTIONS } from '../reactions.ts'
import { authorLine } from '../selectors/author.ts'
import { noteFate, type PlcPlan } from '../selectors/thread.ts'
import type { SessionRecord } from './record.ts'
import type { ExportWords } from './words-shape.ts'
import { EXPORT_WORDS } from './words.ts'

/** Spreadsheets read a cell that begins like this as a formula, also after blanks, also in full width. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/

/** A quote before it makes it a text again: a note may not run in anybody's spreadsheet (SPEC X4). */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const cell = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Without this mark Excel reads UTF-8 as something else and spoils every accent. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A table as RFC 4180 has it: CRLF after each row, quotes where needed. */
export const csvTable = (rows: readonly (readonly (string | number)[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

const nameOf = (record: SessionRecord, id: PersonId | null): string =>
  record.stage.people.find((person) => person.id === id)?.name ?? ''

function noteRow(note: Note, record: SessionRecord, language: Language): readonly (string | number)[] {
  const { horizon, label } = EXPORT_WORDS[language]
  const reactions = record.stage.reactions.get(note.id) ?? NO_REACTIONS
  const fate = noteFate(note.id, record.stage, record.board)
  const row = [
    note.id,
    horizon[note.horizon],
    note.text,
    fate.cluster?.title ?? '',
    fate.themes.map((theme) => theme.title).join('; '),
    fate.plcs.map((plc) => plc.name).join('; '),
    note.round,
    note.late ? label.yes : '',
    note.aside ? label.yes : '',
    reactions.same,
    reactions.heart,
    reactions.question,
  ]
  return record.stage.naming === 'named' ? [...row, authorLine(record.stage, note)] : row
}

/** One row per note, set-aside ones too, with what became of it; the author's column only in a named session. */
export function notesCsv(record: SessionRecord, language: Language): string {
  const { label } = EXPORT_WORDS[language]
  const head = [
    label.note,
    label.horizonColumn,
    label.text,
    label.cluster,
    label.theme,
    label.plc,
    label.round,
    label.late,
    label.aside,
    label.reactionSame,
    label.reactionHeart,
    label.reactionQuestion,
  ]
  const named = record.stage.naming === 'named'
  return csvTable([
    named ? [...head, label.author] : head,
    ...[...record.board.notes.values()].map((note) => noteRow(note, record, language)),
  ])
}

/** How a step stood on each day: `2026-10-26 In progress: two teams; ...`. */
const historyOf = (step: ActionStep, { view }: PlcPlan, words: ExportWords): string =>
  view.marks
    .filter((mark) => mark.step === step.id)
    .map(({ date, status, word }) => `${date} ${words.status[status]}${word === '' ? '' : `: ${word}`}`.trim())
    .join('; ')

function stepRow(step: ActionStep, plan: PlcPlan, record: SessionRecord, language: Language): readonly string[] {
  const words = EXPORT_WORDS[language]
  const owner = plan.members.find((member) => member.person.id === step.owner)?.person
  return [
    plan.plc.name,
    owner?.name ?? '',
    owner === undefined ? '' : words.jobRole[owner.jobRole],
    step.text,
    plan.view.goal.indicators.find((indicator) => indicator.id === step.indicator)?.text ??
      (step.loose ? words.label.onPurpose : ''),
    step.start,
    step.due,
    step.evidence,
    step.ifThen,
    step.supportFrom.map((person) => nameOf(record, person)).join('; '),
    plan.view.steps
      .filter((other) => step.dependsOn.includes(other.id))
      .map((other) => other.text)
      .join('; '),
    words.status[step.status],
    step.word,
    historyOf(step, plan, words),
  ]
}

/** One row per action step of every PLC. Dates stay yyyy-mm-dd, which every spreadsheet sorts. */
export function stepsCsv(record: SessionRecord, language: Language): string {
  const { label } = EXPORT_WORDS[language]
  const head = [
    label.plc,
    label.person,
    label.role,
    label.step,
    label.feeds,
    label.start,
    label.due,
    label.evidence,
    label.ifThen,
    label.supportFrom,
    label.dependsOn,
    label.status,
    label.word,
    label.history,
  ]
  return csvTable([head, ...record.plans.flatMap((plan) => plan.view.steps.map((step) => stepRow(step, plan, record, language)))])
}
