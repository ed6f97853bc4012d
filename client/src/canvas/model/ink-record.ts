import type { InkFields } from '../port.ts'

/** Drawings we share. Everything else that tldraw could store stays out: frames, groups, embeds, images, links. */
export const INK_TYPES: ReadonlySet<string> = new Set(['draw', 'highlight', 'arrow', 'line', 'geo', 'text'])

/** Bounds that keep one drawing from making the board unusable for everybody. */
const FAR = 1_000_000
const MOST_SEGMENTS = 200
const MOST_POINTS = 6_000
const MOST_CHARACTERS = 20_000

export interface InkRecord {
  readonly id: string
  readonly typeName: 'shape' | 'binding'
  readonly type: string
  readonly [field: string]: unknown
}

/** Fields that each device derives for itself; writing them would make every device write the same thing. */
const DERIVED = new Set(['id', 'parentId', 'meta', 'isLocked'])

/** A record as separate fields, `props.` before those of its props: two people's changes to one drawing merge. */
export function toFields(record: InkRecord): InkFields {
  const fields: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(record)) {
    if (DERIVED.has(key)) continue
    if (key === 'props') for (const [prop, inner] of Object.entries(value as object)) fields[`props.${prop}`] = inner as unknown
    else fields[key] = value
  }
  return fields
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const near = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= FAR

const SHAPE_ID = /^shape:[A-Za-z0-9_-]{1,60}$/
const BINDING_ID = /^binding:[A-Za-z0-9_-]{1,60}$/
/** Ids of notes, clusters and marks on the canvas: no stored drawing may take their place. */
const RESERVED = /^shape:(note|cluster|ghost)-/

/** True for ids that a drawing may have. Anything else under the drawings' root must never touch a record of that id. */
export const isInkId = (id: string): boolean => (SHAPE_ID.test(id) && !RESERVED.test(id)) || BINDING_ID.test(id)

function isSmall(props: Readonly<Record<string, unknown>>): boolean {
  const { segments } = props
  if (Array.isArray(segments)) {
    const points = segments.reduce<number>(
      (sum, segment) => sum + (isObject(segment) && Array.isArray(segment['points']) ? segment['points'].length : 0),
      0,
    )
    if (segments.length > MOST_SEGMENTS || points > MOST_POINTS) return false
    return true
  }
  return JSON.stringify(props).length <= MOST_CHARACTERS
}

/** The record that fields describe, or null where they cannot be one. The renderer's own validation comes after. */
export function fromFields(id: string, fields: InkFields): InkRecord | null {
  const record: Record<string, unknown> = {}
  const props: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith('props.')) props[key.slice('props.'.length)] = value
    else if (!DERIVED.has(key)) record[key] = value
  }
  const { typeName, type } = record
  if (typeof type !== 'string' || !isSmall(props)) return null
  if (typeName === 'shape') {
    if (!SHAPE_ID.test(id) || RESERVED.test(id) || !INK_TYPES.has(type) || !near(record['x']) || !near(record['y'])) return null
    return { ...record, id, typeName, type, props, meta: {}, isLocked: false }
  }
  if (typeName !== 'binding' || !BINDING_ID.test(id) || type !== 'arrow') return null
  return { ...record, id, typeName, type, props, meta: {} }
}

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The fields of `next` that differ from what is stored; a field that went is `undefined`. Null when nothing differs. */
export function changedFields(stored: InkFields | undefined, next: InkFields): InkFields | null {
  const changed: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(next)) if (!equal(stored?.[key], value)) changed[key] = value
  for (const key of Object.keys(stored ?? {})) if (!(key in next)) changed[key] = undefined
  return Object.keys(changed).length === 0 ? null : changed
}
