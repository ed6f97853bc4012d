import type { Editor, TLRecord, TLShapeId } from 'tldraw'
import { changedFields, INK_TYPES, toFields, type InkRecord } from '../model/ink-record.ts'
import type { InkFields, InkPort } from '../port.ts'
import type { Own } from './own.ts'
import { isBoardShape } from './records.ts'

/** What this person does to drawings, written when the hand comes to rest. */
export interface InkUp {
  readonly frame: (now: number) => void
  readonly isHeld: (id: string) => boolean
  readonly stop: () => void
}

/** In these states a drawing changes on every frame; writing each would grow the document without end. */
const BUSY = [
  'draw.drawing',
  'highlight.drawing',
  'select.translating',
  'select.resizing',
  'select.rotating',
  'select.dragging_handle',
  'arrow.pointing',
  'line.pointing',
  'text.pointing',
  'geo.pointing',
  'select.pointing_shape',
  'select.pointing_selection',
  'eraser.erasing',
  'eraser.pointing',
]
/** Typing in a drawn text is shared about this often. */
const TYPING_MS = 400

export function createInkUp(editor: Editor, ink: InkPort, own: Own, drop: (ids: readonly TLShapeId[]) => void): InkUp {
  const dirty = new Set<string>()
  let written = 0
  const note = (record: TLRecord) => {
    if (!own.now() && (record.typeName === 'binding' || (record.typeName === 'shape' && !isBoardShape(record))))
      dirty.add(record.id)
  }
  const { sideEffects } = editor
  const stops = [
    sideEffects.registerAfterCreateHandler('shape', note),
    sideEffects.registerAfterChangeHandler('shape', (_before, after) => note(after)),
    sideEffects.registerAfterDeleteHandler('shape', note),
    sideEffects.registerAfterCreateHandler('binding', note),
    sideEffects.registerAfterChangeHandler('binding', (_before, after) => note(after)),
    sideEffects.registerAfterDeleteHandler('binding', note),
  ]

  const write = () => {
    const put = new Map<string, InkFields>()
    const remove: string[] = []
    const foreign: TLShapeId[] = []
    for (const id of dirty) {
      const record = editor.store.get(id as TLShapeId) as TLRecord | undefined
      const stored = ink.records().get(id)
      if (record === undefined) {
        if (stored !== undefined) remove.push(id)
      } else if (record.typeName === 'shape' && !INK_TYPES.has(record.type)) foreign.push(record.id)
      else {
        const fields = changedFields(stored, stable(toFields(record as unknown as InkRecord), stored))
        if (fields !== null) put.set(id, fields)
      }
    }
    dirty.clear()
    if (foreign.length > 0) drop(foreign)
    if (put.size + remove.length > 0) ink.write({ put, remove, schema: JSON.stringify(editor.store.schema.serialize()) })
  }

  return {
    frame: (now) => {
      if (dirty.size === 0 || editor.isInAny(...BUSY)) return
      if (editor.isIn('select.editing_shape') && now - written < TYPING_MS) return
      written = now
      write()
      editor.clearHistory()
    },
    isHeld: (id) => dirty.has(id),
    stop: () => stops.forEach((stop) => stop()),
  }
}

/** The order of a drawing is fixed when it is made: arrows re-order themselves whenever what they point at moves. */
const stable = (fields: InkFields, stored: InkFields | undefined): InkFields =>
  stored?.['index'] === undefined ? fields : { ...fields, index: stored['index'] }
