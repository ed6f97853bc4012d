import * as Y from 'yjs'
import { GOAL_FIELDS, PLAN_FIELDS } from './records.ts'
import { readInitials, readNumber } from './read.ts'

/**
 * The only file that knows the keys inside the Yjs documents. One key per thing that changes together:
 * a note's position is one key, because halves of a move must never merge apart.
 */
export const SCHEMA_VERSION = 1

export type YRecord = Y.Map<unknown>
export type YRecords = Y.Map<YRecord>

export interface BoardRoots {
  readonly notes: YRecords
  readonly clusters: YRecords
  /** Drawings: one map per tldraw record, field by field, with the writer's schema version in `inkMeta`. */
  readonly ink: YRecords
  readonly inkMeta: Y.Map<unknown>
}

export const boardRoots = (doc: Y.Doc): BoardRoots => ({
  notes: doc.getMap('notes'),
  clusters: doc.getMap('clusters'),
  ink: doc.getMap('ink'),
  inkMeta: doc.getMap('inkMeta'),
})

/** The board's clusters in a document of any kind; undefined where there are none. */
export const clustersRoot = (doc: Y.Doc): unknown => doc.share.get('clusters')

export interface DeskRoots {
  readonly notes: YRecords
  /** Board note id -> that it is this person's, in the server's hand. Plain values, which the server alone can make. */
  readonly mine: Y.Map<unknown>
}

export const deskRoots = (doc: Y.Doc): DeskRoots => ({ notes: doc.getMap('notes'), mine: doc.getMap('mine') })

/** A root of its own for each PLC: two devices of one person that begin it at once write into the same text. */
export const deskDraft = (doc: Y.Doc, plc: string): Y.Text => doc.getText(`draft:${plc}`)

export interface PlcRoots {
  readonly goal: Y.Map<unknown>
  readonly indicators: YRecords
  readonly items: YRecords
  readonly quotes: Y.Map<unknown>
  readonly plans: YRecords
  readonly steps: YRecords
  readonly agreement: Y.Map<unknown>
  /** Plain values, written once: rounds of agreement that were shown, and the goal's versions. */
  readonly rounds: Y.Map<unknown>
  readonly versions: Y.Map<unknown>
  /** Answers to the coach's questions, by question. */
  readonly replies: YRecords
  readonly checkIns: YRecords
  readonly readings: YRecords
  readonly pdsa: YRecords
  /** How steps stood, one plain value for each step and day. */
  readonly marks: Y.Map<unknown>
  readonly breaks: YRecords
  /** By person: how far their own goal sentence has got, and the sentence once it is shared. Plain values. */
  readonly drafts: Y.Map<unknown>
  /** Where the PLC is in its hour: one plain value. It belongs to the moment, and no file holds it. */
  readonly hour: Y.Map<unknown>
}

export const plcRoots = (doc: Y.Doc): PlcRoots => ({
  goal: doc.getMap('goal'),
  indicators: doc.getMap('indicators'),
  items: doc.getMap('items'),
  quotes: doc.getMap('quotes'),
  plans: doc.getMap('plans'),
  steps: doc.getMap('steps'),
  agreement: doc.getMap('agreement'),
  rounds: doc.getMap('rounds'),
  versions: doc.getMap('versions'),
  replies: doc.getMap('replies'),
  checkIns: doc.getMap('checkIns'),
  readings: doc.getMap('readings'),
  pdsa: doc.getMap('pdsa'),
  marks: doc.getMap('marks'),
  breaks: doc.getMap('breaks'),
  drafts: doc.getMap('drafts'),
  hour: doc.getMap('hour'),
})

/** The stage holds plain JSON values only; the server alone writes them. */
export interface StageRoots {
  readonly session: Y.Map<unknown>
  readonly people: Y.Map<unknown>
  readonly themes: Y.Map<unknown>
  readonly plcs: Y.Map<unknown>
  readonly questions: Y.Map<unknown>
  readonly agreements: Y.Map<unknown>
  /** Note id -> how many reacted, in the order of `REACTIONS`. */
  readonly reactions: Y.Map<unknown>
  /** Person id -> the notes of their hand. */
  readonly hands: Y.Map<unknown>
}

export const stageRoots = (doc: Y.Doc): StageRoots => ({
  session: doc.getMap('session'),
  people: doc.getMap('people'),
  themes: doc.getMap('themes'),
  plcs: doc.getMap('plcs'),
  questions: doc.getMap('questions'),
  agreements: doc.getMap('agreements'),
  reactions: doc.getMap('reactions'),
  hands: doc.getMap('hands'),
})

export const coachRoots = (doc: Y.Doc): { readonly notes: YRecords } => ({ notes: doc.getMap('notes') })

/** The record under `id`, or null: a merge or an old client may have left anything there. */
export function recordAt(root: { readonly get: (id: string) => unknown }, id: string): YRecord | null {
  const found = root.get(id)
  return found instanceof Y.Map ? (found as YRecord) : null
}

/** The shared text `key` of the record `id` for an editor to bind to; null when either is not there. */
export function textAt(root: { readonly get: (id: string) => unknown }, id: string, key: string): Y.Text | null {
  const text = recordAt(root, id)?.get(key)
  return text instanceof Y.Text ? text : null
}

/** The text under `key`, made on first use. Two devices making it at once would each lose the other's first words. */
export function textField(record: YRecord, key: string): Y.Text {
  const found = record.get(key)
  if (found instanceof Y.Text) return found
  // What was a plain value in a document from before keeps its words.
  const text = new Y.Text(typeof found === 'string' ? found : '')
  record.set(key, text)
  return text
}

/** Which fields of each kind of record are shared texts, that several people may type in at once. All others are values. */
export const RECORD_TEXTS = {
  note: ['text'],
  cluster: ['title'],
  indicator: ['text', 'baselineSource'],
  item: ['text'],
  step: ['text', 'evidence', 'ifThen', 'word'],
  reply: ['text'],
  pdsa: ['predict', 'did', 'study', 'actDetail'],
  checkIn: ['focus'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** A value a record may hold: lists are copied, because Yjs keeps what it is given. */
const storable = (value: unknown): unknown => (Array.isArray(value) ? [...(value as unknown[])] : value)

/** A new record; the fields named in `texts` become shared texts, given or not. */
export function makeRecord(fields: Readonly<Record<string, unknown>>, texts: readonly string[]): YRecord {
  const record: YRecord = new Y.Map()
  for (const key of texts) record.set(key, new Y.Text(typeof fields[key] === 'string' ? fields[key] : ''))
  for (const [key, value] of Object.entries(fields)) if (!texts.includes(key)) record.set(key, storable(value))
  return record
}

/** The initials of a note on a desk or on the board, as part of its record; no key where there are none. */
export const initialsField = (initials: unknown): { readonly initials?: string } => {
  const kept = readInitials(initials)
  return kept === '' ? {} : { initials: kept }
}

/** The order of the next record under a root: after all that are there. */
export function nextOrder(records: YRecords): number {
  let most = 0
  for (const record of records.values() as Iterable<unknown>)
    most = Math.max(most, record instanceof Y.Map ? readNumber(record.get('order')) : 0)
  return most + 1
}

/**
 * Prepares a PLC document once, by the server that creates the PLC: every shared text exists before anyone types,
 * so two people who start the same field at the same time merge by character.
 */
export function seedPlc(doc: Y.Doc): void {
  const { goal } = plcRoots(doc)
  for (const field of GOAL_FIELDS) textField(goal, field)
}

/** Prepares a member's plan, by the server when the person joins the PLC. Running it twice changes nothing. */
export function seedPlan(doc: Y.Doc, person: string): void {
  const { plans } = plcRoots(doc)
  if (recordAt(plans, person) !== null) return
  plans.set(person, makeRecord({}, PLAN_FIELDS))
}

/** Prepares the answer to a question, by the server that sends it: two who begin it at once then merge. Again, it changes nothing. */
export function seedReply(doc: Y.Doc, question: string): void {
  const { replies } = plcRoots(doc)
  if (recordAt(replies, question) !== null) return
  replies.set(question, makeRecord({}, RECORD_TEXTS.reply))
}
