import { addDeskNote, boardRoots, boardView, deskNotes, deskText, type NoteId, type PersonId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import type { Session } from '../session/facts.ts'
import { addForPerson, publishLate } from './late-note.ts'
import { publishedId } from './pen.ts'
import { reveal } from './reveal.ts'
import { createMemoryDocuments, type MemoryDocuments } from './testing/memory-documents.ts'
import { personOf, sessionOf } from './testing/sessions.ts'

const WRITERS = ['ana', 'ben', 'cy']
const session = sessionOf(WRITERS.map((name) => personOf(name)))
const random = (bytes: number): Uint8Array => new Uint8Array(bytes).map((_, index) => (index * 37 + bytes * 11) % 256)

function written(): MemoryDocuments {
  const documents = createMemoryDocuments()
  for (const name of WRITERS) {
    for (const index of [1, 2, 3]) {
      const note = { id: `${name}-${index}` as NoteId, horizon: 'current', text: `${name} ${index}` } as const
      addDeskNote(documents.doc(`desk:${name}`), note)
    }
  }
  return documents
}

const textsOn = (documents: MemoryDocuments): readonly string[] =>
  [...boardView(documents.doc('board')).notes.values()].map((note) => note.text).sort((a, b) => a.localeCompare(b))

const leftOn = (documents: MemoryDocuments): number =>
  WRITERS.reduce((sum, name) => sum + deskNotes(documents.doc(`desk:${name}`)).length, 0)

const ALL = WRITERS.flatMap((name) => [1, 2, 3].map((index) => `${name} ${index}`))

const run = (documents: MemoryDocuments, of: Session = session) => reveal(documents, random, of, 'current')

describe('reveal', () => {
  it('puts every note in its own place of its zone', async () => {
    const documents = written()
    expect(await run(documents)).toEqual({ notes: 9, writers: 3 })
    const places = [...boardView(documents.doc('board')).at.values()].map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(9)
    expect([textsOn(documents), leftOn(documents)]).toEqual([ALL, 0])
  })

  it('stands in the order that chance gives, never in that of desks or of writing', async () => {
    const orderWith = async (seed: number) => {
      const documents = written()
      await reveal(documents, (bytes) => new Uint8Array(bytes).map((_, index) => (index + 1) * seed), session, 'current')
      const { notes, at } = boardView(documents.doc('board'))
      return [...notes.values()]
        .toSorted((a, b) => (at.get(a.id)?.y ?? 0) - (at.get(b.id)?.y ?? 0) || (at.get(a.id)?.x ?? 0) - (at.get(b.id)?.x ?? 0))
        .map(({ text }) => text)
    }
    const orders = [await orderWith(1), await orderWith(5), await orderWith(13)]
    expect(new Set([ALL, ...orders].map(String)).size).toBe(4)
    for (const order of orders) expect(order.toSorted((a, b) => a.localeCompare(b))).toEqual(ALL)
  })

  it('changes nothing the second time', async () => {
    const documents = written()
    await run(documents)
    const before = boardRoots(documents.doc('board')).notes.toJSON()
    expect(await run(documents)).toEqual({ notes: 9, writers: 0 })
    expect(boardRoots(documents.doc('board')).notes.toJSON()).toEqual(before)
  })

  it.each([1, 2, 3, 4])('is whole after a crash before its write %i and a second run', async (crash) => {
    const documents = written()
    documents.beforeWrite = (write) => {
      if (write === crash) throw new Error('the lights went out')
    }
    await expect(run(documents)).rejects.toThrow('the lights went out')
    expect(leftOn(documents) === 9 || textsOn(documents).length === 9).toBe(true)
    documents.beforeWrite = () => {}
    await run(documents)
    expect([textsOn(documents), leftOn(documents)]).toEqual([ALL, 0])
  })

  it('takes along what is typed while it runs', async () => {
    const documents = written()
    documents.beforeWrite = (write) => {
      if (write === 2) deskText(documents.doc('desk:ana'), 'ana-1' as NoteId)?.insert(5, ' and more')
    }
    await run(documents)
    expect(textsOn(documents)).toEqual(ALL.map((text) => (text === 'ana 1' ? 'ana 1 and more' : text)))
    expect(leftOn(documents)).toBe(0)
  })

  it('leaves words that come later on the desk, also when it runs again', async () => {
    const documents = written()
    await run(documents)
    deskText(documents.doc('desk:ana'), 'ana-1' as NoteId)?.insert(5, ' and more')
    expect(await run(documents)).toEqual({ notes: 9, writers: 0 })
    expect(textsOn(documents)).toEqual(ALL)
    expect(deskNotes(documents.doc('desk:ana')).map((note) => note.text)).toEqual(['ana 1 and more'])
  })

  it('leaves the desk of a removed person alone', async () => {
    const documents = written()
    const without = sessionOf(WRITERS.map((name) => personOf(name, { removed: name === 'ben' })))
    expect(await run(documents, without)).toEqual({ notes: 6, writers: 2 })
    expect(leftOn(documents)).toBe(3)
  })

  it.each([
    ['named', 'table', 'JD'],
    ['named', 'person', ''],
    ['no_names', 'table', ''],
  ] as const)('N8: with %s notes, a %s keeps the initials %j, revealed, late or added', async (naming, device, kept) => {
    const documents = createMemoryDocuments()
    const desk = documents.doc('desk:ana')
    const of = sessionOf([personOf('ana', { device })], { naming })
    const [note, late, added] = ['n1', 'n2', 'n3'].map((name) => name as NoteId)
    addDeskNote(desk, { id: note!, horizon: 'current', text: 'First', initials: 'JD' })
    await run(documents, of)
    addDeskNote(desk, { id: late!, horizon: 'current', text: 'Second', initials: 'JD' })
    const { writing } = of.facts
    const after = {
      ...of,
      facts: { ...of.facts, writing: { ...writing, current: { ...writing.current, reveal: 'done' } } },
    } as const
    await publishLate(documents, after, 'ana' as PersonId, late!)
    await addForPerson(documents, after, 'ana' as PersonId, { id: added!, horizon: 'ideal', text: 'Third', initials: 'JD' })
    const notes = [...boardView(documents.doc('board')).notes.values()]
    expect(notes.map(({ initials }) => initials)).toEqual([kept, kept, kept])
    expect(JSON.stringify(boardRoots(documents.doc('board')).notes.toJSON()).includes('JD')).toBe(kept !== '')
  })

  it('gives ids that only the session knows how to make', () => {
    const other = { ...session, secret: new Uint8Array(32).fill(8) }
    const note = 'ana-1' as NoteId
    expect(publishedId(session, note)).toBe(publishedId(session, note))
    expect(publishedId(session, note)).not.toBe(publishedId(other, note))
    expect(publishedId(session, note)).not.toContain(note)
    expect(publishedId(session, note, 'changed')).toBe(publishedId(session, note, 'changed'))
    expect(new Set([null, '', 'changed'].map((words) => publishedId(session, note, words))).size).toBe(3)
  })
})
