import type { Editor, TLRecord, TLShapeId } from 'tldraw'
import { fromFields, isInkId, type InkRecord } from '../model/ink-record.ts'
import { inkKey } from '../model/order.ts'
import type { InkPort } from '../port.ts'

/** Drawings on their way from the document to the canvas. */
export interface InkDown {
  readonly isDirty: () => boolean
  /** What is to be merged now, or null; `leaving` are shapes that go in the same merge. */
  readonly take: (leaving: ReadonlySet<TLShapeId>) => InkMerge | null
  /** Drawings that cannot be shown: broken, foreign or of a newer version. They stay stored. */
  readonly quarantine: ReadonlySet<string>
  readonly stop: () => void
}

export interface InkMerge {
  readonly remove: readonly TLShapeId[]
  readonly apply: () => void
}

/** `hold` says which drawings this person is changing right now: they are not overwritten under the hand. */
export function createInkDown(editor: Editor, ink: InkPort, hold: (id: string) => boolean): InkDown {
  const dirty = new Set<string>(ink.records().keys())
  const quarantine = new Set<string>()
  /** Arrow ends whose other side is not on the canvas (yet). */
  const waiting = new Set<string>()
  const stop = ink.subscribe((ids) => ids.forEach((id) => dirty.add(id)))

  const read = (id: string): TLRecord | null => {
    const fields = ink.records().get(id)
    if (fields === undefined) return null
    const record = fromFields(id, fields)
    const valid = record && validate(editor, record, ink.schema())
    if (valid) quarantine.delete(id)
    else quarantine.add(id)
    return valid
  }

  const collect = () => {
    const put: TLRecord[] = []
    const remove: string[] = []
    for (const id of new Set([...dirty, ...waiting])) {
      if (hold(id)) continue
      dirty.delete(id)
      const record = read(id)
      if (record) put.push(record)
      else if (isInkId(id) && editor.store.has(id as TLShapeId)) remove.push(id)
    }
    return { put, remove }
  }

  return {
    quarantine,
    stop,
    isDirty: () => [...dirty].some((id) => !hold(id)),
    take: (leaving) => {
      if (dirty.size === 0 && waiting.size === 0) return null
      const { put, remove } = collect()
      const gone = remove as TLShapeId[]
      const shapes = put.filter((record) => record.typeName === 'shape')
      const bindings = put.filter((record) => record.typeName === 'binding')
      if (put.length + remove.length === 0) return null
      const apply = () => {
        if (gone.length > 0) editor.store.remove(gone)
        if (shapes.length > 0) editor.store.put(shapes)
        for (const binding of bindings) bind(binding)
      }
      const bind = (binding: (typeof bindings)[number]) => {
        const ends = [binding.fromId, binding.toId]
        const ready = ends.every((end) => editor.store.has(end) && !leaving.has(end))
        if (ready) waiting.delete(binding.id)
        else waiting.add(binding.id)
        if (ready) editor.store.put([binding])
      }
      return { remove: gone, apply }
    },
  }
}

/** The record as the renderer accepts it, or null: one bad record would make the whole merge fail and the canvas stop. */
function validate(editor: Editor, stored: InkRecord, schema: string | null): TLRecord | null {
  const record: Record<string, unknown> = { ...stored }
  if (stored.typeName === 'shape') {
    record['parentId'] = editor.getCurrentPageId()
    record['index'] = inkKey(stored['index'], stored.id)
  }
  try {
    const current = migrate(editor, record, schema)
    const { shape, binding } = editor.store.schema.types
    return current === null ? null : (stored.typeName === 'shape' ? shape : binding).validate(current)
  } catch {
    return null
  }
}

function migrate(editor: Editor, record: Record<string, unknown>, schema: string | null): unknown {
  const ours = JSON.stringify(editor.store.schema.serialize())
  if (schema === null || schema === ours) return record
  const result = editor.store.schema.migratePersistedRecord(record as never, JSON.parse(schema) as never)
  return result.type === 'success' ? result.value : null
}
