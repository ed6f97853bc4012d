import { addNote, stageView, type Command, type NoteId, type PersonId, type SessionId, type StepId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { createMemoryDocuments } from '../scribe/testing/memory-documents.ts'
import { createMemoryHistory } from '../scribe/testing/memory-history.ts'
import { personOf, sessionOf } from '../scribe/testing/sessions.ts'
import { createScribe } from '../scribe/index.ts'
import { openDatabase } from '../store/database.ts'
import { createSessionStore } from '../store/session-store.ts'
import { createCommandRunner } from './run.ts'

const SESSION = 'session' as SessionId
const id = <T>(text: string): T => text as T

/** A session of Ana, Ben and their coach, with a store and a scribe. */
function setUp() {
  const documents = createMemoryDocuments()
  const history = createMemoryHistory(documents)
  const sessions = createSessionStore(openDatabase(':memory:'))
  const scribe = createScribe({ documents, sessions, history, random: (bytes) => new Uint8Array(bytes), isHere: () => true })
  const run = createCommandRunner({
    sessions,
    documents,
    history,
    scribe,
    now: () => 0,
    recheck: () => {},
    watchHold: () => {},
    watchHands: () => {},
    watchReveal: () => {},
    rebuild: () => Promise.reject(new Error('not in this test')),
    steerRehearsal: () => {},
    showSoon: (session) => void scribe.show(session),
    endSession: async () => {},
  })
  sessions.create(sessionOf([personOf('ana'), personOf('ben')]), 0)
  let acts = 0
  const send = async (person: string, command: Command) => {
    const answer = await run({ session: SESSION, person: person as PersonId }, { id: `act-${++acts}`, command })
    return answer.ok ? answer.value : answer.error.code
  }
  const told = async (person: string, command: Command) => {
    const answer = await send(person, command)
    return typeof answer === 'string' ? answer : 'ok'
  }
  const go = (step: string) => told('coach', { type: 'step.go', to: id<StepId>(step) })
  return { documents, sessions, send, told, go, stage: () => stageView(documents.doc('stage')) }
}

describe('raised hands', () => {
  it('are seen in turn, kept by who has one up, lowered by their owner or who leads, and down in the next step', async () => {
    const { told, stage } = setUp()
    const hand = (person: string, up: boolean): Command => ({ type: 'hand.set', person: id(person), up })
    for (const person of ['ben', 'ana', 'ben']) await told(person, hand(person, true))
    expect(stage().room.raised).toEqual(['ben', 'ana'])
    expect([await told('ana', hand('ben', false)), await told('coach', hand('ana', false))]).toEqual(['forbidden', 'ok'])
    expect(await told('coach', hand('ana', true))).toBe('forbidden')
    expect(stage().room.raised).toEqual(['ben'])
    await told('coach', { type: 'step.go', to: id('s2') })
    expect(stage().room.raised).toEqual([])
  })
})

describe('reactions', () => {
  it('N7: one a person, note and kind, counted and never named', async () => {
    const { documents, told, go, stage, send } = setUp()
    const note = id<NoteId>('n1')
    addNote(documents.doc('board'), { id: note, horizon: 'current', text: 'Calm', place: [null, 0, 0], author: null })
    const react = (person: string, on = true) => told(person, { type: 'note.react', note, kind: 'same', on })
    expect(await react('ana')).toBe('not_now')
    await go('s3')
    expect([await react('ana'), await react('ana'), await react('ben')]).toEqual(['ok', 'ok', 'ok'])
    expect(stage().reactions.get(note)).toEqual({ note, same: 2, heart: 0, question: 0 })
    expect(JSON.stringify(documents.doc('stage').getMap('reactions').toJSON())).not.toMatch(/ana|ben/)
    await react('ben', false)
    expect(stage().reactions.get(note)?.same).toBe(1)
    expect(await send('ana', { type: 'note.react', note, kind: 'heart', on: true })).toMatchObject({
      mine: [
        { note, kind: 'heart' },
        { note, kind: 'same' },
      ],
    })
    expect(await told('ana', { type: 'note.react', note: id('gone'), kind: 'heart', on: true })).toBe('not_found')
  })
})

describe('the lobby', () => {
  it('R8: facilitators let in one, all, or nobody, and turning it off lets in who waits', async () => {
    const { sessions, told, stage } = setUp()
    const wait = (...names: string[]) => {
      const session = sessions.get(SESSION)
      if (session === null) throw new Error('no session')
      const { facts } = session
      const waiting = names.map(
        (name) => ({ id: id<PersonId>(name), name, jobRole: 'teacher', device: 'person', heads: 1 }) as const,
      )
      sessions.saveFacts(SESSION, { ...facts, room: { ...facts.room, lobby: true, waiting } })
    }
    const inside = () => stage().people.map((person) => person.id as string)
    wait('tess', 'marcus', 'priya', 'kim')
    expect(await told('ana', { type: 'lobby.admit', person: null })).toBe('forbidden')
    expect(await told('coach', { type: 'lobby.refuse', person: id('kim') })).toBe('ok')
    expect(await told('coach', { type: 'lobby.admit', person: id('tess') })).toBe('ok')
    expect(stage().room.waiting.map(({ name }) => name)).toEqual(['marcus', 'priya'])
    expect(inside()).toContain('tess')
    expect(await told('coach', { type: 'lobby.admit', person: id('nobody') })).toBe('not_found')
    expect(await told('coach', { type: 'lobby.set', on: false })).toBe('ok')
    expect(stage().room).toMatchObject({ lobby: false, waiting: [] })
    expect(inside()).toEqual(expect.arrayContaining(['marcus', 'priya']))
    expect(inside()).not.toContain('kim')
  })
})
