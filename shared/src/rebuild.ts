import * as Y from 'yjs'
import type { DocumentRef } from './documents.ts'
import { boardRoots, plcRoots } from './schema.ts'
import { setText } from './text-diff.ts'

/** Where one epoch of a document ended and the next began. Both are Yjs states and read the same. */
export interface EpochSeam {
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** The seam as it travels, in Base64. Answer of `GET /api/sessions/:id/epochs?document=&epoch=`. */
export interface EpochSeamText {
  readonly before: string
  readonly after: string
}

type Fields = Y.Map<unknown>

/** The shared maps of a document that can be rebuilt: the board, and a PLC's. Null for all others. */
function rootsOf(doc: Y.Doc, ref: DocumentRef): Readonly<Record<string, Fields>> | null {
  if (ref.kind === 'board') return { ...boardRoots(doc) } as Readonly<Record<string, Fields>>
  return ref.kind === 'plc' ? ({ ...plcRoots(doc) } as Readonly<Record<string, Fields>>) : null
}

const docOf = (state: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

/**
 * What a document reads like, as a document without a past: its state. The same state and epoch always give the
 * same bytes. Throws for documents that are never rebuilt.
 */
export function rebuildState(before: Uint8Array, ref: DocumentRef, epoch: number): Uint8Array {
  const [from, to] = [docOf(before), new Y.Doc()]
  to.clientID = epoch
  replay({ was: new Y.Doc(), is: from, onto: to }, ref)
  if (contentOf(from, ref) !== contentOf(to, ref)) throw new Error('a rebuilt document does not read like its source')
  return Y.encodeStateAsUpdate(to)
}

/**
 * What `mine`, an update for the epoch that ended, changed there, as an update for the epoch that began: records
 * and words, never history. Null when it changed nothing. The same work always gives the same update, so that bringing it
 * twice, from two tabs or after a crash, changes nothing more.
 */
export function carryOver({ before, after }: EpochSeam, mine: Uint8Array, ref: DocumentRef): Uint8Array | null {
  const [was, is, onto] = [docOf(before), docOf(before), docOf(after)]
  Y.applyUpdate(is, mine)
  const content = contentOf(is, ref)
  if (content === contentOf(was, ref)) return null
  const from = Y.encodeStateVector(onto)
  onto.clientID = numberFrom(content)
  replay({ was, is, onto }, ref)
  return Y.encodeStateAsUpdate(onto, from)
}

interface Replay {
  readonly was: Y.Doc
  readonly is: Y.Doc
  /** Reads like `was`, and afterwards like `is`. */
  readonly onto: Y.Doc
}

function replay({ was, is, onto }: Replay, ref: DocumentRef): void {
  const [past, now, next] = [rootsOf(was, ref), rootsOf(is, ref), rootsOf(onto, ref)]
  if (past === null || now === null || next === null) throw new Error(`${ref.kind} documents are never rebuilt`)
  onto.transact(() => {
    for (const [key, root] of Object.entries(next)) replayFields(past[key], now[key], root)
  })
}

function replayFields(was: Fields | undefined, is: Fields | undefined, onto: Fields): void {
  for (const key of keysOf(is)) replayField(was?.get(key), is?.get(key), onto, key)
  for (const key of keysOf(was)) if (is?.has(key) !== true) onto.delete(key)
}

function replayField(was: unknown, is: unknown, onto: Fields, key: string): void {
  const here = onto.get(key)
  if (is instanceof Y.Map && here instanceof Y.Map) replayFields(was instanceof Y.Map ? was : undefined, is, here)
  else if (is instanceof Y.Text && here instanceof Y.Text) setText(here, is.toString())
  else if (textOf(was) !== textOf(is) || !onto.has(key)) onto.set(key, copyOf(is))
}

/** Sorted: in which order keys were merged differs from device to device. */
const keysOf = (fields: Fields | undefined): readonly string[] => [...(fields?.keys() ?? [])].sort()

/** Maps and texts are all that records are made of; anything else comes as plain values. */
function copyOf(value: unknown): unknown {
  if (value instanceof Y.Text) return new Y.Text(value.toString())
  if (value instanceof Y.Map) {
    const copy = new Y.Map<unknown>()
    for (const key of keysOf(value)) copy.set(key, copyOf(value.get(key)))
    return copy
  }
  return value instanceof Y.AbstractType || value instanceof Y.Doc ? plainOf(value) : value
}

/** A value that compares by what it says, keys in order. */
function plainOf(value: unknown): unknown {
  if (value instanceof Y.Map) return keysOf(value).map((key) => [key, plainOf(value.get(key))])
  if (value instanceof Y.Text) return value.toString()
  return value instanceof Y.AbstractType || value instanceof Y.Doc ? (value.toJSON() as unknown) : value
}

const textOf = (value: unknown): string | undefined => JSON.stringify(plainOf(value))

const contentOf = (doc: Y.Doc, ref: DocumentRef): string =>
  JSON.stringify(Object.entries(rootsOf(doc, ref) ?? {}).map(([key, root]) => [key, plainOf(root)]))

const FNV_OFFSET = 0x81_1c_9d_c5
const FNV_PRIME = 0x01_00_01_93

/** 32 bits from a text (FNV-1a over UTF-16 units): the Yjs client id of work that is replayed. */
function numberFrom(text: string): number {
  let hash = FNV_OFFSET
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME)
  return hash >>> 0
}
