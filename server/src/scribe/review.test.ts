import { addDeskNote, deskNotes, editDeskNote, type NoteId, type PersonId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import type { Session } from '../session/facts.ts'
import { newRoom } from '../session/facts.ts'
import { publishedId } from './pen.ts'
import { reveal } from './reveal.ts'
import { createReviews, tellHeld } from './review.ts'
import { createMemoryDocuments } from './testing/memory-documents.ts'
import { personOf, sessionOf } from './testing/sessions.ts'

const PEOPLE = ['ana', 'ben', 'cy', 'dee', 'eva', 'fay', 'gus', 'hal', 'ivy', 'jo']
const noteOf = (person: string, n = 1) => `${person}-${n}` as NoteId

function setUp() {
  const documents = createMemoryDocuments()
  const session: Session = sessionOf(PEOPLE.map((name) => personOf(name)))
  const write = (person: string, text: string, n = 1) =>
    addDeskNote(documents.doc(`desk:${person}`), { id: noteOf(person, n), horizon: 'current', text })
  return { documents, session, write, reviews: createReviews(documents) }
}

const wordsOf = (review: Awaited<ReturnType<ReturnType<typeof createReviews>['look']>>) =>
  review.state === 'open' ? review.notes.map((note) => note.text).toSorted() : review.state

describe('the review before a reveal', () => {
  it('shows nothing before five people have written', async () => {
    const { session, write, reviews } = setUp()
    for (const person of PEOPLE.slice(0, 4)) {
      write(person, `${person} says`)
      write(person, `${person} adds`, 2)
    }
    expect(await reviews.look(session, 'current')).toEqual({ state: 'too_few' })
  })

  it('holds words and ids of the board alone: no person, no id of a desk', async () => {
    const { session, write, reviews } = setUp()
    for (const person of PEOPLE.slice(0, 5)) write(person, `A thought about ${PEOPLE.indexOf(person)}`)
    const text = JSON.stringify(await reviews.look(session, 'current'))
    for (const person of PEOPLE) expect(text).not.toContain(person)
    expect(text).toContain(publishedId(session, noteOf('ana')))
  })

  it('grows only by what five people wrote since, so that looking often does not tell whose note came', async () => {
    const { session, write, reviews, documents } = setUp()
    for (const person of PEOPLE.slice(0, 5)) write(person, 'first')
    expect(wordsOf(await reviews.look(session, 'current'))).toHaveLength(5)
    for (const person of PEOPLE.slice(5, 9)) write(person, 'second')
    editDeskNote(documents.doc('desk:fay'), noteOf('fay'), 'second, changed')
    const before = await reviews.look(session, 'current')
    expect(before).toMatchObject({ state: 'open', waiting: 4 })
    expect(wordsOf(before)).toEqual(['first', 'first', 'first', 'first', 'first'])
    write('jo', 'second')
    expect(wordsOf(await reviews.look(session, 'current'))).toHaveLength(10)
  })
})

describe('a note set aside', () => {
  it('stays on its desk with a word to its writer, and the rest is revealed', async () => {
    const { session, write, documents } = setUp()
    for (const person of PEOPLE.slice(0, 5)) write(person, `${person} says`)
    const held = publishedId(session, noteOf('ben'))
    expect((await tellHeld(documents, session, held, true)).ok).toBe(true)
    const room = { ...newRoom(), held: [held] }
    const { notes } = await reveal(
      documents,
      (bytes) => new Uint8Array(bytes),
      { ...session, facts: { ...session.facts, room } },
      'current',
    )
    expect(notes).toBe(4)
    expect(deskNotes(documents.doc('desk:ben'))).toMatchObject([{ text: 'ben says', held: true }])
    expect(deskNotes(documents.doc('desk:ana'))).toEqual([])
  })

  it('that is on no desk any more is refused', async () => {
    const { session, documents } = setUp()
    const answer = await tellHeld(documents, session, 'gone' as NoteId, true)
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(session.members.has('ana' as PersonId)).toBe(true)
  })
})
