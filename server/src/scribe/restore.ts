import { boardRoots, ok, plcRoots, setText, type DocumentRef, type Result } from '@groundswell/shared'
import * as Y from 'yjs'
import { documentOf, type Documents } from '../session/documents.ts'
import type { Session } from '../session/facts.ts'
import { refuse, type Fault } from '../session/fault.ts'
import type { History } from '../session/history.ts'

const noSuchVersion = refuse('not_found', 'This version is not kept any more.')

/** Where documents and their versions come from. */
export interface RestoreDeps {
  readonly documents: Documents
  readonly history: History
}

/**
 * Brings a version back as a change like any other: one transaction with the difference, while people go on editing. What
 * was there is kept as a version first, so that bringing that one back undoes it.
 */
export async function restoreVersion(
  { documents, history }: RestoreDeps,
  session: Session,
  ref: DocumentRef,
  id: number,
): Promise<Result<null, Fault>> {
  const name = documentOf(session, ref)
  const state = await history.load(name, id)
  if (state === null) return noSuchVersion
  const then = new Y.Doc()
  Y.applyUpdate(then, state)
  const kept = await history.keep(name, 'before-restore')
  const before = await documents.write(name, (doc) => {
    // Of this very moment: what people changed since `kept` is in it too.
    const now = Y.encodeStateAsUpdate(doc)
    writeBack(doc, then, ref)
    return now
  })
  await history.keepState(name, before, 'before-restore')
  await history.drop(name, kept.id)
  return ok(null)
}

type Fields = Y.Map<unknown>
type Roots = Readonly<Record<string, Fields>>

/** The roots without what their types promise: a document holds what was merged into it. */
const asRoots = <K extends string>(roots: { readonly [R in K]: unknown }) => roots as { readonly [R in K]: Fields }

/** Makes the document read as `then` did. Texts change by their smallest difference, so typing meanwhile merges in. */
export function writeBack(doc: Y.Doc, then: Y.Doc, ref: DocumentRef): void {
  if (ref.kind === 'board') writeBackBoard(doc, then)
  else if (ref.kind === 'plc') writeBackPlc(doc, then)
}

/** Notes written since go to the tray and clusters made since are dissolved: words typed into them offline still arrive. */
function writeBackBoard(doc: Y.Doc, then: Y.Doc): void {
  const [now, past] = [asRoots({ ...boardRoots(doc) }), asRoots({ ...boardRoots(then) })]
  const withdrawn = [...now.notes.values()].filter(isWithdrawn)
  writeRecords(now.notes, past.notes, (note) => retireNote(note, past.clusters))
  withdrawn.forEach(takeBack)
  writeRecords(now.clusters, past.clusters, (cluster) => setField(cluster, 'gone', true))
  for (const key of past.notes.keys()) loosen(now.notes.get(key), (cluster) => !past.clusters.has(cluster))
  writeFields(now.ink, past.ink)
  writeFields(now.inkMeta, past.inkMeta)
}

const isWithdrawn = (note: unknown): note is Fields => note instanceof Y.Map && note.get('withdrawn') === true

/** What its writer took back stays with the writer: nobody else can bring it to the board again. */
function takeBack(note: Fields): void {
  setField(note, 'withdrawn', true)
  const text = note.get('text')
  if (text instanceof Y.Text) setText(text, '')
}

/** Out of a cluster that was dissolved then: it would move the notes that were stranded there. */
function retireNote(note: Fields, clusters: Fields): void {
  setField(note, 'aside', true)
  loosen(note, (id) => {
    const cluster = clusters.get(id)
    return cluster instanceof Y.Map && cluster.get('gone') === true
  })
}

/** Makes loose what lies in such a cluster. One that was unknown then may have been made since, and would hold the note. */
function loosen(note: unknown, isSuch: (cluster: string) => boolean): void {
  const place: unknown = note instanceof Y.Map ? note.get('place') : null
  if (!(note instanceof Y.Map) || !Array.isArray(place)) return
  const [cluster, ...at] = place as readonly unknown[]
  if (typeof cluster === 'string' && isSuch(cluster)) note.set('place', [null, ...at])
}

/** Rounds that were shown, versions of a goal and how steps stood are a record of what happened; nothing unwrites them. */
const ON_RECORD: ReadonlySet<string> = new Set(['agreement', 'rounds', 'versions', 'marks'])

function writeBackPlc(doc: Y.Doc, then: Y.Doc): void {
  const past: Roots = asRoots({ ...plcRoots(then) })
  for (const [key, root] of Object.entries(asRoots({ ...plcRoots(doc) }))) {
    const source = past[key]
    if (source === undefined || ON_RECORD.has(key)) continue
    // What was asked since keeps its answer: the question still stands.
    if (key === 'replies') writeRecords(root, source, () => {})
    else writeFields(root, source)
  }
}

/** Like `writeFields` for records; one that was not there is left to `retire`. */
function writeRecords(now: Fields, then: Fields, retire: (record: Fields) => void): void {
  for (const key of then.keys()) writeField(now, key, then.get(key))
  for (const [key, record] of now) {
    if (then.has(key)) continue
    if (record instanceof Y.Map) retire(record)
    else now.delete(key)
  }
}

function writeFields(now: Fields, then: Fields): void {
  for (const key of then.keys()) writeField(now, key, then.get(key))
  for (const key of now.keys()) if (!then.has(key)) now.delete(key)
}

function writeField(now: Fields, key: string, then: unknown): void {
  const here = now.get(key)
  if (here instanceof Y.Map && then instanceof Y.Map) writeFields(here, then)
  else if (here instanceof Y.Text && then instanceof Y.Text) setText(here, then.toString())
  else if (then instanceof Y.AbstractType) now.set(key, copyOf(then))
  else setField(now, key, then)
}

/** Writes only what differs: a key that is written again is history again. */
function setField(record: Fields, key: string, value: unknown): void {
  if (!record.has(key) || JSON.stringify(record.get(key)) !== JSON.stringify(value)) record.set(key, value)
}

/** A copy for another document. Maps and texts are all that records are made of; anything else comes as plain values. */
function copyOf(type: Y.AbstractType<unknown>): unknown {
  if (type instanceof Y.Text) return new Y.Text(type.toString())
  if (!(type instanceof Y.Map)) return type.toJSON()
  const copy = new Y.Map<unknown>()
  for (const [key, value] of type) copy.set(key, value instanceof Y.AbstractType ? copyOf(value) : value)
  return copy
}
