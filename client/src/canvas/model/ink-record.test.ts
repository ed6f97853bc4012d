import { describe, expect, it } from 'vitest'
import { changedFields, fromFields, toFields, type InkRecord } from './ink-record.ts'

const stroke: InkRecord = {
  id: 'shape:s1',
  typeName: 'shape',
  type: 'draw',
  x: 1,
  y: 2,
  rotation: 0,
  index: 'a4',
  opacity: 1,
  parentId: 'page:page',
  isLocked: false,
  meta: {},
  props: { color: 'black', segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }] },
}

describe('a drawing as fields', () => {
  it('comes back as it was, without what each device derives', () => {
    const fields = toFields(stroke)
    expect(Object.keys(fields)).not.toContain('parentId')
    const { parentId: _, ...expected } = stroke
    expect(fromFields('shape:s1', fields)).toEqual(expected)
  })

  it('writes only what changed, so that two people can change one drawing', () => {
    const fields = toFields(stroke)
    expect(changedFields(fields, toFields({ ...stroke, x: 9 }))).toEqual({ x: 9 })
    expect(changedFields(fields, fields)).toBeNull()
    expect(changedFields({ ...fields, 'props.old': 1 }, fields)).toEqual({ 'props.old': undefined })
  })

  it.each<[string, string, Record<string, unknown>]>([
    ['a type we do not share', 'shape:s1', { type: 'frame' }],
    ['an embed', 'shape:s1', { type: 'embed' }],
    ['a place nobody can scroll to', 'shape:s1', { x: 1e9 }],
    ['a place that is no number', 'shape:s1', { y: Number.NaN }],
    ['the id of a note', 'shape:note-abc', {}],
    ['an id of another kind', 'page:page', {}],
    ['no record at all', 'shape:s1', { typeName: 'document' }],
    ['too many points', 'shape:s1', { 'props.segments': [{ points: Array.from({ length: 9_000 }, () => ({ x: 0, y: 0 })) }] }],
    ['a text without end', 'shape:s1', { type: 'text', 'props.segments': undefined, 'props.richText': 'x'.repeat(30_000) }],
    ['a binding of an unknown type', 'binding:b', { typeName: 'binding', type: 'glue' }],
  ])('refuses %s', (_name, id, bad) => {
    expect(fromFields(id, { ...toFields(stroke), ...bad })).toBeNull()
  })
})
