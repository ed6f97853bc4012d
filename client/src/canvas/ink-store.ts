import { boardRoots, LOCAL, type YRecord } from '@groundswell/shared'
import * as Y from 'yjs'
import type { InkChanges, InkFields, InkPort } from './port.ts'

const SCHEMA = 'schema'

const fieldsOf = (record: YRecord): InkFields => Object.fromEntries(record.entries())

type Events = readonly Y.YEvent<Y.AbstractType<unknown>>[]

function touched(events: Events): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    else for (const key of event.changes.keys.keys()) ids.add(key)
  }
  return ids
}

/** The drawings of a board document, field by field: two people's changes to one drawing merge. */
export function createInkStore(doc: Y.Doc): InkPort & { readonly stop: () => void } {
  const { ink, inkMeta } = boardRoots(doc)
  const records = new Map<string, InkFields>()
  const listeners = new Set<(ids: ReadonlySet<string>) => void>()
  const refresh = (id: string) => {
    const record: unknown = ink.get(id)
    if (record instanceof Y.Map) records.set(id, fieldsOf(record as YRecord))
    else records.delete(id)
  }
  const observer = (events: Events) => {
    const ids = touched(events)
    ids.forEach(refresh)
    for (const listener of listeners) listener(ids)
  }
  for (const id of ink.keys()) refresh(id)
  ink.observeDeep(observer as Parameters<typeof ink.observeDeep>[0])
  return {
    records: () => records,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    write: (changes) => doc.transact(() => write(ink, inkMeta, changes), LOCAL),
    schema: () => {
      const schema = inkMeta.get(SCHEMA)
      return typeof schema === 'string' ? schema : null
    },
    stop: () => ink.unobserveDeep(observer as Parameters<typeof ink.unobserveDeep>[0]),
  }
}

function write(ink: Y.Map<YRecord>, meta: Y.Map<unknown>, { put, remove, schema }: InkChanges): void {
  if (meta.get(SCHEMA) !== schema) meta.set(SCHEMA, schema)
  for (const [id, fields] of put) {
    const found: unknown = ink.get(id)
    const record = found instanceof Y.Map ? (found as YRecord) : new Y.Map<unknown>()
    for (const [key, value] of Object.entries(fields)) {
      if (value === undefined) record.delete(key)
      else record.set(key, value)
    }
    if (record !== found) ink.set(id, record)
  }
  for (const id of remove) ink.delete(id)
}
