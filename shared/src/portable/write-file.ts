import * as Y from 'yjs'
import { LIMITS } from '../api.ts'
import type { PlcId } from '../ids.ts'
import type { Person, Plc, Theme } from '../records.ts'
import { boardRoots } from '../schema.ts'
import { plcView } from '../selectors/plc.ts'
import { stageView, type StageView } from '../selectors/stage.ts'
import type { Step } from '../steps.ts'
import { storedBoard } from '../stored-board.ts'
import { isJson, type Json } from './check.ts'
import {
  FILE_FORMAT,
  FILE_LIMITS,
  FILE_VERSION,
  type InkRecord,
  type PlcFile,
  type SessionFacts,
  type SessionFile,
} from './session-file.ts'

/** The documents a file is made of: never a desk, never a coach's notes. A PLC without a document has made nothing yet. */
export interface SessionDocuments {
  readonly stage: Y.Doc
  readonly board: Y.Doc
  readonly plcs: ReadonlyMap<PlcId, Y.Doc>
}

/** Cuts at `max` units and never through a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const last = text.charCodeAt(max - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max)
}

/** Every text within the file's limit; all that stands in a view is plain values. */
const clipAll = <T>(value: T, max: number): T => {
  if (typeof value === 'string') return clip(value, max) as T
  if (Array.isArray(value)) return value.map((entry: unknown) => clipAll(entry, max)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, clipAll(entry as unknown, max)])) as T
}

const clipStep = (step: Step): Step => ({
  ...step,
  title: step.title === null ? null : clip(step.title, LIMITS.title),
  instruction: step.instruction === null ? null : clip(step.instruction, LIMITS.instruction),
})

const clipPerson = (person: Person): Person => ({ ...person, name: clip(person.name, LIMITS.name) })
const clipTheme = (theme: Theme): Theme => ({ ...clipAll(theme, FILE_LIMITS.text), title: clip(theme.title, LIMITS.title) })

const factsOf = (stage: StageView): SessionFacts => ({
  title: clip(stage.title, LIMITS.title),
  district: clip(stage.district, LIMITS.district),
  targetYear: stage.targetYear,
  questions: clipAll(stage.questions, LIMITS.question),
  naming: stage.naming,
  language: stage.language,
  norms: clipAll(stage.norms, FILE_LIMITS.short),
  agenda: stage.agenda.map(clipStep),
  step: stage.step.id,
  writing: stage.writing,
  vote: stage.vote.state === 'open' ? { state: 'closed' } : stage.vote,
  homes: clipAll(stage.homes, LIMITS.home).slice(0, FILE_LIMITS.clusters),
  rehearsal: stage.rehearsal?.people ?? 0,
})

/** Values that JSON can carry; a drawing's other fields would be lost on paper anyway and are left out. */
const plainFields = (record: Y.Map<unknown>): Readonly<Record<string, Json>> => {
  const plain = [...record.entries()].filter((entry): entry is [string, Json] => entry[0] !== '__proto__' && isJson(entry[1]))
  return Object.fromEntries(plain.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, FILE_LIMITS.inkKeys))
}

/** Drawings as stored; one that no reader could take, with a name or a number of fields beyond all use, is left out. */
function inkOf(board: Y.Doc): readonly InkRecord[] {
  const found: InkRecord[] = []
  for (const [id, record] of boardRoots(board).ink.entries() as Iterable<[string, unknown]>) {
    if (record instanceof Y.Map && id.length <= FILE_LIMITS.inkId) found.push({ id, fields: plainFields(record) })
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const SHORT_OF_INDICATOR = ['unit', 'baseline', 'target'] as const

function plcFile(plc: Plc, { room }: StageView, doc: Y.Doc | undefined): PlcFile {
  const view = clipAll(plcView(doc ?? new Y.Doc()), FILE_LIMITS.text)
  const indicators = view.goal.indicators.map((indicator) => ({
    ...indicator,
    ...Object.fromEntries(SHORT_OF_INDICATOR.map((key) => [key, clip(indicator[key], FILE_LIMITS.short)])),
  }))
  const readings = view.readings.map((reading) => ({ ...reading, value: clip(reading.value, FILE_LIMITS.short) }))
  const breaks = view.breaks.map((days) => ({ ...days, name: clip(days.name, FILE_LIMITS.short) }))
  const ranking = (room.rankings.find((each) => each.plc === plc.id)?.order ?? []).slice(0, FILE_LIMITS.themes)
  return { ...plc, name: clip(plc.name, LIMITS.plcName), ranking, ...view, goal: { ...view.goal, indicators }, readings, breaks }
}

/** Writes a session as one value: the same documents give the same file, key by key (SPEC X1, X2). */
export function sessionFile(docs: SessionDocuments): SessionFile {
  const stage = stageView(docs.stage)
  const stored = storedBoard(docs.board)
  const named = stage.naming === 'named'
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    session: factsOf(stage),
    people: stage.people.map(clipPerson),
    notes: clipAll([...stored.notes.values()], FILE_LIMITS.text).map((note) =>
      named ? note : { ...note, author: null, initials: '' },
    ),
    clusters: clipAll([...stored.clusters.values()], FILE_LIMITS.text),
    ink: inkOf(docs.board),
    inkMeta: plainFields(boardRoots(docs.board).inkMeta),
    themes: stage.themes.map(clipTheme),
    plcs: stage.plcs.map((plc) => plcFile(plc, stage, docs.plcs.get(plc.id))),
    questionCards: clipAll(stage.questionCards, FILE_LIMITS.text),
    reactions: [...stage.reactions.values()].slice(0, FILE_LIMITS.notes),
  }
}
