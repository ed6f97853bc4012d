import {
  addDeskNote,
  boardView,
  createCluster,
  deskRoots,
  editDeskNote,
  editNote,
  LIMITS,
  ownNotes,
  type ClusterId,
  type NoteId,
  type PersonId,
  type Result,
} from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Session, SessionFacts } from '../session/facts.ts'
import type { Fault } from '../session/fault.ts'
import { addForPerson, publishLate } from './late-note.ts'
import { bringBackOwn, mendOwn, withdrawOwn } from './own-note.ts'
import { reveal } from './reveal.ts'
import { createMemoryDocuments, type MemoryDocuments } from './testing/memory-documents.ts'
import { personOf, sessionOf } from './testing/sessions.ts'

const REVEALED = { notes: 0, writers: 0, reveal: 'done' } as const
const facts: Partial<SessionFacts> = { writing: { current: REVEALED, ideal: REVEALED } }
const session = sessionOf([personOf('ana'), personOf('ben')], facts)
const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const random = (bytes: number): Uint8Array => new Uint8Array(bytes)
const told = (result: Result<null, Fault>): string => (result.ok ? 'ok' : result.error.code)

/** Ana and Ben wrote a note each, and both were revealed. */
async function setUp() {
  const documents = createMemoryDocuments()
  for (const person of [ana, ben])
    addDeskNote(documents.doc(`desk:${person}`), { id: `desk-${person}` as NoteId, horizon: 'current', text: `${person} says` })
  await reveal(documents, random, session, 'current')
  return { documents, ...handOf(documents) }
}

function handOf(documents: MemoryDocuments) {
  const own = (person: PersonId) => ownNotes(documents.doc(`desk:${person}`))
  const first = (person: PersonId): NoteId => own(person)[0]!.note
  const texts = () => [...boardView(documents.doc('board')).notes.values()].map(({ text }) => text).toSorted()
  const mend = async (person: PersonId, id: NoteId, from: string, text: string) =>
    told(await mendOwn(documents, session, person, { id, from, text }))
  const withdraw = async (person: PersonId, id: NoteId, now: Session = session) =>
    told(await withdrawOwn(documents, () => now, person, id))
  const bringBack = async (person: PersonId, id: NoteId) => told(await bringBackOwn(documents, session, person, id))
  return { own, first, texts, mend, withdraw, bringBack }
}

const stateOf = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')

describe('whose a note is', () => {
  it('D6: every way to the board tells the writer’s desk, once for each note, and no other desk', async () => {
    const { documents, own } = await setUp()
    const desk = documents.doc('desk:ana')
    addDeskNote(desk, { id: 'late' as NoteId, horizon: 'current', text: 'too late' })
    expect(told(await publishLate(documents, session, ana, 'late' as NoteId))).toBe('ok')
    editDeskNote(desk, 'late' as NoteId, 'too late, and more')
    expect(told(await publishLate(documents, session, ana, 'late' as NoteId))).toBe('ok')
    await addForPerson(documents, session, ana, { id: 'added' as NoteId, horizon: 'ideal', text: 'heard', initials: '' })
    await reveal(documents, random, session, 'current')
    const { notes } = boardView(documents.doc('board'))
    expect(own(ana).map(({ note }) => notes.get(note)?.text)).toEqual(['ana says', 'too late', 'too late, and more', 'heard'])
    expect(own(ben).map(({ note }) => notes.get(note)?.text)).toEqual(['ben says'])
  })

  it('D6: adding a note whose id is somebody else’s gives nothing', async () => {
    const { documents, own, first } = await setUp()
    await addForPerson(documents, session, ana, { id: first(ben), horizon: 'ideal', text: 'mine now', initials: '' })
    expect(own(ana).map(({ note }) => note)).not.toContain(first(ben))
  })

  it('R9: a seal that was copied, made up or taken from a note’s own id opens nothing', async () => {
    const { documents, own, first, mend, withdraw, texts } = await setUp()
    const { mine } = deskRoots(documents.doc('desk:ben'))
    const target = first(ana)
    // A desk note named like a seal, published again under words that look like one.
    const forger = `:mine` as NoteId
    addDeskNote(documents.doc('desk:ben'), { id: forger, horizon: 'current', text: 'x' })
    const seals = [own(ana)[0]!.seal, own(ben)[0]!.seal, target, '', 7]
    for (const seal of seals) {
      mine.set(target, { seal, order: 1, withdrawn: 'mine now' })
      expect(await mend(ben, target, 'ana says', 'ben says')).toBe('not_found')
      expect(await withdraw(ben, target)).toBe('not_found')
      expect(told(await bringBackOwn(documents, session, ben, target))).toBe('not_found')
    }
    expect(told(await publishLate(documents, session, ben, forger))).toBe('not_found')
    expect(texts()).toEqual(['ana says', 'ben says'])
  })

  it('R9: somebody else’s note and one that is not there get the same answer', async () => {
    const { documents, first } = await setUp()
    const mending = (id: NoteId) => mendOwn(documents, session, ben, { id, from: 'ana says', text: 'x' })
    expect(await mending(first(ana))).toEqual(await mending('nowhere' as NoteId))
  })
})

describe('mending', () => {
  it('N9: writes on the board alone: a desk that changed would count as someone typing', async () => {
    const { documents, first, mend, texts } = await setUp()
    const desks = [ana, ben].map((person) => stateOf(documents.doc(`desk:${person}`)))
    expect(await mend(ana, first(ana), 'ana says', 'ana says so')).toBe('ok')
    expect(await mend(ana, first(ana), 'ana says', 'ana says so')).toBe('ok')
    expect(texts()).toEqual(['ana says so', 'ben says'])
    expect([ana, ben].map((person) => stateOf(documents.doc(`desk:${person}`)))).toEqual(desks)
  })

  it('N9: keeps what others typed elsewhere, and asks where both changed the same place', async () => {
    const { documents, first, mend, texts } = await setUp()
    editNote(documents.doc('board'), first(ana), 'so ana says')
    expect(await mend(ana, first(ana), 'ana says', 'ana says it')).toBe('ok')
    expect(texts()).toContain('so ana says it')
    expect(await mend(ana, first(ana), 'ana says', 'ana says that')).toBe('conflict')
    expect(texts()).toContain('so ana says it')
  })
})

describe('withdrawing', () => {
  it('N10: the words go from the board to the writer’s desk and back', async () => {
    const { documents, own, first, withdraw, bringBack, mend, texts } = await setUp()
    const id = first(ana)
    expect([await withdraw(ana, id), await withdraw(ana, id)]).toEqual(['ok', 'ok'])
    expect([texts(), own(ana)[0]?.withdrawn]).toEqual([['ben says'], 'ana says'])
    expect(await mend(ana, id, 'ana says', 'x')).toBe('not_found')
    expect([await bringBack(ana, id), await bringBack(ana, id)]).toEqual(['ok', 'ok'])
    expect([texts(), own(ana)[0]?.withdrawn]).toEqual([['ana says', 'ben says'], null])
    // Of its own accord a desk may claim any words; only what was withdrawn takes them, and no more than a note may hold.
    deskRoots(documents.doc('desk:ana')).mine.set(id, { ...own(ana)[0], withdrawn: 'other' })
    expect([await bringBack(ana, id), texts()]).toEqual(['ok', ['ana says', 'ben says']])
    await withdraw(ana, id)
    deskRoots(documents.doc('desk:ana')).mine.set(id, { ...own(ana)[0], withdrawn: 'x'.repeat(LIMITS.note + 1) })
    await bringBack(ana, id)
    expect(texts()).toEqual(['ben says', 'x'.repeat(LIMITS.note)])
  })

  it('N10: not once its cluster is voted on; the note then stays as it is', async () => {
    const { documents, own, first, withdraw, texts } = await setUp()
    createCluster(documents.doc('board'), { id: 'c1' as ClusterId, at: { x: 0, y: 0 }, title: 'Time' }, [first(ana)])
    const voted: Session = { ...session, facts: { ...session.facts, vote: { state: 'open', reopened: 0 } } }
    expect(await withdraw(ana, first(ana), voted)).toBe('not_now')
    expect([texts(), own(ana)[0]?.withdrawn]).toEqual([['ana says', 'ben says'], null])
  })

  it.each([0, 1, 2])(
    'N10: loses no word when the process ends before its write %i, and is whole the second time',
    async (crash) => {
      const { documents, own, first, withdraw, bringBack, texts } = await setUp()
      const id = first(ana)
      const dieAt = (last: number) => {
        let left = last
        documents.beforeWrite = () => {
          if (left-- === 0) throw new Error('the lights went out')
        }
      }
      dieAt(crash)
      await withdraw(ana, id).catch(() => 'died')
      expect([...texts(), own(ana)[0]?.withdrawn]).toContain('ana says')
      documents.beforeWrite = () => {}
      expect([await withdraw(ana, id), texts()]).toEqual(['ok', ['ben says']])
      dieAt(crash)
      await bringBack(ana, id).catch(() => 'died')
      expect([...texts(), own(ana)[0]?.withdrawn]).toContain('ana says')
      documents.beforeWrite = () => {}
      expect([await bringBack(ana, id), texts(), own(ana)[0]?.withdrawn]).toEqual(['ok', ['ana says', 'ben says'], null])
    },
  )
})
