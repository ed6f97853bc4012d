import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { NoteId } from './ids.ts'
import { boardRoots } from './schema.ts'
import { carryOver, rebuildState, type EpochSeam } from './rebuild.ts'
import { addNote, boardView, editNote, setAside } from './index.ts'

const BOARD = { kind: 'board' } as const
const id = (text: string) => text as NoteId

const docOf = (state: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
/** As pairs: in an object a key "__proto__" would stand for something else. */
const entriesOf = (map: Y.Map<unknown>): unknown =>
  [...map.keys()].sort().map((key) => {
    const value = map.get(key)
    if (value instanceof Y.Map) return [key, entriesOf(value)]
    return [key, value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value]
  })
const copyOf = (doc: Y.Doc): Y.Doc => docOf(Y.encodeStateAsUpdate(doc))

function boardWith(...texts: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  texts.forEach((text, index) =>
    addNote(doc, { id: id(`n${index}`), horizon: 'current', text, place: [null, index, 0], author: null }),
  )
  return doc
}

const seamOf = (doc: Y.Doc, epoch = 2): EpochSeam => {
  const before = Y.encodeStateAsUpdate(doc)
  return { before, after: rebuildState(before, BOARD, epoch) }
}
const textsIn = (doc: Y.Doc): readonly string[] => [...boardView(doc).notes.values()].map(({ text }) => text).sort()

describe('a rebuilt document', () => {
  it('reads like its source, without what was deleted there, and is the same wherever it is made', () => {
    const doc = boardWith('Laptops stay in carts', 'Every class has devices')
    const { ink } = boardRoots(doc)
    for (let index = 0; index < 200; index++) ink.set('line', new Y.Map([['points', 'x'.repeat(500)]]))
    ink.delete('line')
    const { before, after } = seamOf(doc)
    expect(boardView(docOf(after))).toEqual(boardView(doc))
    expect(after.length).toBeLessThan(before.length)
    expect(rebuildState(Y.encodeStateAsUpdate(copyOf(doc)), BOARD, 2)).toEqual(after)
  })

  it('takes anything a document may hold', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant(new Uint8Array([1, 2])))
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.dictionary(fc.string(), value)), (records) => {
        const written = new Y.Doc()
        for (const [key, fields] of Object.entries(records)) written.getMap('notes').set(key, new Y.Map(Object.entries(fields)))
        written.getMap('clusters').set('list', Y.Array.from([1, 'two']))
        // As it arrives anywhere: inside plain values a key "__proto__" does not survive Yjs's encoding.
        const doc = copyOf(written)
        const rebuilt = docOf(rebuildState(Y.encodeStateAsUpdate(doc), BOARD, 2))
        for (const root of ['notes', 'clusters']) expect(entriesOf(rebuilt.getMap(root))).toEqual(entriesOf(doc.getMap(root)))
      }),
    )
  })

  it('is refused for documents that never are', () => {
    expect(() => rebuildState(Y.encodeStateAsUpdate(new Y.Doc()), { kind: 'stage' }, 2)).toThrow('never rebuilt')
  })
})

describe('work of an epoch that has ended', () => {
  it('arrives in the next one: new records, words, moves; and others keep theirs', () => {
    const server = boardWith('Laptops in carts', 'Devices everywhere')
    const mine = copyOf(server)
    const seam = seamOf(server)
    editNote(mine, id('n0'), 'Laptops stay in carts')
    addNote(mine, { id: id('new'), horizon: 'ideal', text: 'Students choose tools', place: [null, 5, 5], author: null })
    setAside(mine, id('n1'), true)
    const now = docOf(seam.after)
    editNote(now, id('n0'), 'Laptops in old carts')
    Y.applyUpdate(now, carryOver(seam, Y.encodeStateAsUpdate(mine), BOARD) ?? new Uint8Array())
    const { notes, aside } = boardView(now)
    expect(notes.get(id('n0'))?.text).toBe('Laptops stay in old carts')
    expect(notes.get(id('new'))).toMatchObject({ text: 'Students choose tools', horizon: 'ideal' })
    expect(aside.map((note) => note.id)).toEqual(['n1'])
    expect(now.store.pendingStructs).toBeNull()
  })

  it('brought twice changes nothing more, and nothing at all when the server had it', () => {
    const server = boardWith('One')
    const mine = copyOf(server)
    editNote(mine, id('n0'), 'One and two')
    const seam = seamOf(server)
    const now = docOf(seam.after)
    for (let times = 0; times < 2; times++)
      Y.applyUpdate(now, carryOver(seam, Y.encodeStateAsUpdate(copyOf(mine)), BOARD) ?? new Uint8Array())
    expect(textsIn(now)).toEqual(['One and two'])
    expect(carryOver(seam, Y.encodeStateAsUpdate(server), BOARD)).toBeNull()
  })

  it('of several devices all arrives, whatever they did', () => {
    const someEdits = fc.array(fc.tuple(fc.nat(2), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(someEdits, { minLength: 2, maxLength: 4 }), (devices) => {
        const server = boardWith('abc', 'def', 'ghi')
        const copies = devices.map((edits, device) => {
          const doc = copyOf(server)
          addNote(doc, { id: id(`of${device}`), horizon: 'ideal', text: 'x', place: [null, 0, 0], author: null })
          for (const [note, text] of edits) editNote(doc, id(`n${note}`), text)
          return doc
        })
        const seam = seamOf(server)
        const updates = copies.map((doc) => carryOver(seam, Y.encodeStateAsUpdate(doc), BOARD) ?? new Uint8Array())
        const [forwards, backwards] = [docOf(seam.after), docOf(seam.after)]
        for (const update of updates) Y.applyUpdate(forwards, update)
        for (const update of updates.toReversed()) Y.applyUpdate(backwards, update)
        expect(boardView(backwards)).toEqual(boardView(forwards))
        for (const device of devices.keys()) expect(boardView(forwards).notes.has(id(`of${device}`))).toBe(true)
      }),
    )
  })
})
