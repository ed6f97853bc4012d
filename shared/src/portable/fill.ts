import * as Y from 'yjs'
import type { PlcId } from '../ids.ts'
import { GOAL_FIELDS, GOAL_LISTS, PLAN_FIELDS, type AgreementStatus, type Person } from '../records.ts'
import type { PlcRanking } from '../picks.ts'
import { REACTIONS } from '../reactions.ts'
import { keptRehearsal } from '../rehearsal.ts'
import {
  boardRoots,
  initialsField,
  makeRecord,
  plcRoots,
  RECORD_TEXTS,
  seedPlan,
  seedPlc,
  stageRoots,
  type YRecords,
} from '../schema.ts'
import type { PlcFile, SessionFacts, SessionFile } from './session-file.ts'

/** Fills a new, empty board with the file's notes, clusters and drawings; texts are shared texts that merge again. */
export function fillBoard(board: Y.Doc, file: SessionFile): void {
  const roots = boardRoots(board)
  board.transact(() => {
    for (const { id, author, initials, ...note } of file.notes) {
      const signed = { ...(author === null ? {} : { author }), ...initialsField(initials) }
      roots.notes.set(id, makeRecord({ ...note, ...signed }, RECORD_TEXTS.note))
    }
    for (const { id, x, y, ...cluster } of file.clusters) {
      roots.clusters.set(id, makeRecord({ ...cluster, at: [x, y] }, RECORD_TEXTS.cluster))
    }
    for (const { id, fields } of file.ink) roots.ink.set(id, makeRecord(fields, []))
    for (const [key, value] of Object.entries(file.inkMeta)) roots.inkMeta.set(key, value)
  })
}

/** What differs in the new session: people to add (or to replace, by id), and facts to put over the file's. */
export interface StageOverrides {
  readonly people?: readonly Person[]
  readonly facts?: Partial<SessionFacts>
}

const setRows = (root: Y.Map<unknown>, rows: readonly { readonly id: string }[]): void => {
  for (const { id, ...row } of rows) root.set(id, row)
}

/** Fills a new, empty stage. The timer is off, nobody is done, the code is open. */
export function fillStage(stage: Y.Doc, file: SessionFile, overrides: StageOverrides = {}): void {
  const roots = stageRoots(stage)
  stage.transact(() => {
    const { rehearsal, ...facts } = { ...file.session, ...overrides.facts }
    for (const [key, value] of Object.entries(facts)) roots.session.set(key, value)
    roots.session.set('rehearsal', keptRehearsal(rehearsal))
    roots.session.set('room', { rankings: fileRankings(file) })
    setRows(roots.people, [...file.people, ...(overrides.people ?? [])])
    setRows(roots.themes, file.themes)
    setRows(
      roots.plcs,
      file.plcs.map(({ id, name, members, theme, order }) => ({ id, name, members, theme, order })),
    )
    setRows(roots.questions, file.questionCards)
    for (const counts of file.reactions)
      roots.reactions.set(
        counts.note,
        REACTIONS.map((kind) => counts[kind]),
      )
    setRows(
      roots.agreements,
      file.plcs.map((plc) => ({ id: plc.id, ...fileAgreement(plc) })),
    )
  })
}

/** How the PLCs of a file rank the themes; those that have not are left out. */
export const fileRankings = ({ plcs }: Pick<SessionFile, 'plcs'>): readonly PlcRanking[] =>
  plcs.flatMap(({ id, ranking }) => (ranking.length === 0 ? [] : [{ plc: id, order: ranking }]))

/** Where asking stands in a PLC of a file: what was answered was shown, or it would not be in a file. */
export const fileAgreement = ({ agreement, rounds }: PlcFile): Omit<AgreementStatus, 'plc'> => ({
  round: Math.max(1, ...rounds.map(({ round }) => round)),
  shown: agreement.length > 0,
  answered: agreement.map(({ person }) => person),
})

const setRecords = (root: YRecords, records: readonly { readonly id: string }[], texts: readonly string[]): void => {
  for (const { id, ...fields } of records) root.set(id, makeRecord(fields, texts))
}

function fillGoal(doc: Y.Doc, { goal }: PlcFile): void {
  const roots = plcRoots(doc)
  for (const field of GOAL_FIELDS) roots.goal.set(field, new Y.Text(goal[field]))
  for (const key of ['theme', 'start', 'end'] as const) roots.goal.set(key, goal[key])
  setRecords(roots.indicators, goal.indicators, RECORD_TEXTS.indicator)
  for (const list of GOAL_LISTS)
    setRecords(
      roots.items,
      goal.lists[list].map((item) => ({ ...item, list })),
      RECORD_TEXTS.item,
    )
  for (const note of goal.quotes) roots.quotes.set(note, true)
}

function fillWork(doc: Y.Doc, plc: PlcFile): void {
  const roots = plcRoots(doc)
  for (const { person, ...plan } of plc.plans) roots.plans.set(person, makeRecord(plan, PLAN_FIELDS))
  for (const member of plc.members) seedPlan(doc, member)
  setRecords(roots.steps, plc.steps, RECORD_TEXTS.step)
  for (const { person, ...agreement } of plc.agreement) roots.agreement.set(person, agreement)
  for (const { id, ...round } of plc.rounds) roots.rounds.set(id, round)
  for (const { id, ...version } of plc.versions) roots.versions.set(id, version)
  for (const { question, ...reply } of plc.replies) roots.replies.set(question, makeRecord(reply, RECORD_TEXTS.reply))
  setRecords(roots.checkIns, plc.checkIns, RECORD_TEXTS.checkIn)
  setRecords(roots.readings, plc.readings, [])
  setRecords(roots.pdsa, plc.pdsa, RECORD_TEXTS.pdsa)
  for (const { id, ...mark } of plc.marks) roots.marks.set(id, mark)
  setRecords(roots.breaks, plc.breaks, [])
  for (const { person, ...draft } of plc.drafts) roots.drafts.set(person, draft)
}

/** Fills a new, empty PLC document; one that the file does not know is only seeded. */
export function fillPlc(doc: Y.Doc, file: SessionFile, id: PlcId): void {
  const plc = file.plcs.find((candidate) => candidate.id === id)
  doc.transact(() => {
    if (plc === undefined) return seedPlc(doc)
    fillGoal(doc, plc)
    fillWork(doc, plc)
  })
}
