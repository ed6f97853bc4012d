import {
  addDeskNote,
  deskNotes,
  editDeskNote,
  markPublished,
  type NoteId,
  type PersonId,
  type SessionId,
} from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import type { SessionFacts } from '../session/facts.ts'
import { createMemoryDocuments } from './testing/memory-documents.ts'
import { personOf, sessionOf } from './testing/sessions.ts'
import { createWritingCounter } from './writing-counter.ts'

/** A clock on which the test decides when time has come. */
function setUp() {
  const documents = createMemoryDocuments()
  const session = sessionOf([personOf('ana'), personOf('ben')])
  const due: (() => void)[] = []
  const published: SessionFacts[] = []
  let facts = session.facts
  const counter = createWritingCounter({
    documents,
    clock: { now: () => 0, soon: () => () => {}, after: (_ms, task) => (due.push(task), () => {}) },
    find: () => ({ ...session, facts }),
    publish: async (_id, count) => void published.push((facts = count(facts))),
    onFailure: (error) => {
      throw error
    },
  })
  const write = (person: string, id: string, text: string) => {
    addDeskNote(documents.doc(`desk:${person}`), { id: id as NoteId, horizon: 'current', text })
    counter.changed({ session: 'session' as SessionId, epoch: 1, ref: { kind: 'desk', person: person as PersonId } })
  }
  /** Lets the waiting counts run, and waits until they are published. */
  const pass = async () => {
    const before = published.length
    for (const task of due.splice(0)) task()
    while (published.length === before) await Promise.resolve()
    return published.at(-1)?.writing.current
  }
  return {
    documents,
    counter,
    write,
    pass,
    due,
    published,
    setFacts: (next: Partial<SessionFacts>) => (facts = { ...facts, ...next }),
  }
}

describe('the count of private notes', () => {
  it('counts notes with words and those who wrote them', async () => {
    const { write, pass } = setUp()
    write('ana', 'a', 'One')
    write('ana', 'b', 'Two')
    write('ben', 'c', '  ')
    expect(await pass()).toEqual({ notes: 2, writers: 1, reveal: 'not_yet' })
    write('ben', 'd', 'Three')
    expect(await pass()).toEqual({ notes: 3, writers: 2, reveal: 'not_yet' })
  })

  it('counts once, however many changes come within its pace', async () => {
    const { write, due } = setUp()
    for (let index = 0; index < 20; index++) write('ana', `n${index}`, 'Words')
    expect(due).toHaveLength(1)
  })

  it('does not count what was published, nor its later words', async () => {
    const { write, pass, documents } = setUp()
    write('ana', 'a', 'One')
    write('ana', 'b', 'Two')
    markPublished(documents.doc('desk:ana'), deskNotes(documents.doc('desk:ana')))
    editDeskNote(documents.doc('desk:ana'), 'b' as NoteId, 'Two, later')
    write('ben', 'c', 'Three')
    expect(await pass()).toEqual({ notes: 1, writers: 1, reveal: 'not_yet' })
  })

  it('leaves a revealed horizon as the reveal counted it', async () => {
    const { write, pass, setFacts } = setUp()
    const done = { notes: 9, writers: 3, reveal: 'done' } as const
    setFacts({ writing: { current: done, ideal: { notes: 0, writers: 0, reveal: 'not_yet' } } })
    write('ana', 'late', 'Too late')
    expect(await pass()).toEqual(done)
  })

  it('counts no other documents', () => {
    const { counter, due } = setUp()
    counter.changed({ session: 'session' as SessionId, epoch: 1, ref: { kind: 'board' } })
    expect(due).toEqual([])
  })
})
