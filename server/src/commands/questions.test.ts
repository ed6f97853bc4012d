import {
  plcView,
  questionState,
  replyText,
  stageView,
  type Command,
  type PersonId,
  type PlcId,
  type QuestionState,
  type SessionId,
} from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { createScribe } from '../scribe/index.ts'
import { createMemoryDocuments } from '../scribe/testing/memory-documents.ts'
import { createMemoryHistory } from '../scribe/testing/memory-history.ts'
import { personOf, sessionOf } from '../scribe/testing/sessions.ts'
import { openDatabase } from '../store/database.ts'
import { createSessionStore } from '../store/session-store.ts'
import { createCommandRunner } from './run.ts'

const SESSION = 'session' as SessionId
const id = <T>(text: string): T => text as T

/** A session of Ana and Ben with a coach, without any PLC yet. */
function setUp() {
  const documents = createMemoryDocuments()
  const history = createMemoryHistory(documents)
  const sessions = createSessionStore(openDatabase(':memory:'))
  const scribe = createScribe({ documents, sessions, history, random: (bytes) => new Uint8Array(bytes), isHere: () => true })
  let acts = 0
  const run = createCommandRunner({
    sessions,
    documents,
    history,
    scribe,
    now: () => 1_000 + acts,
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
  const told = async (person: string, command: Command) => {
    const answer = await run({ session: SESSION, person: person as PersonId }, { id: `act-${++acts}`, command })
    return answer.ok ? 'ok' : answer.error.code
  }
  return { documents, told, stage: () => stageView(documents.doc('stage')) }
}

describe('K2: question cards', () => {
  const withPlcs = async () => {
    const rig = setUp()
    for (const [plc, person] of [
      ['p1', 'ana'],
      ['p2', 'ben'],
    ] as const) {
      await rig.told('coach', { type: 'plc.create', plc: id(plc), name: plc })
      await rig.told('coach', { type: 'plc.join', plc: id(plc), person: id(person) })
    }
    const ask = (question: string, plcs: readonly string[] | null) =>
      rig.told('coach', { type: 'question.send', question: id(question), plcs: plcs as PlcId[] | null, text: 'Who gains?' })
    const settle = (person: string, question: string, plc: string, state: QuestionState = 'answered') =>
      rig.told(person, { type: 'question.settle', question: id(question), plc: id(plc), state })
    const write = (plc: string, question: string, words: string) =>
      replyText(rig.documents.doc(`plc:${plc}`), id(question))?.insert(0, words)
    return { ...rig, ask, settle, write, cards: () => rig.stage().questionCards }
  }

  it('goes to one PLC, to several or to all, and finds a place for the answer in each', async () => {
    const { ask, write, cards, documents } = await withPlcs()
    expect([await ask('q1', ['p1']), await ask('q2', ['p1', 'p2']), await ask('q3', null)]).toEqual(['ok', 'ok', 'ok'])
    expect(await ask('q4', ['p1', 'nowhere'])).toBe('not_found')
    expect(cards().map((card) => card.plcs)).toEqual([['p1'], ['p1', 'p2'], null])
    for (const plc of ['p1', 'p2']) write(plc, 'q1', 'We do')
    expect(['p1', 'p2'].map((plc) => plcView(documents.doc(`plc:${plc}`)).replies.length)).toEqual([1, 0])
  })

  it('is settled by each PLC for itself, and can be taken up again', async () => {
    const { ask, settle, cards } = await withPlcs()
    await ask('q1', ['p1'])
    await ask('q2', null)
    expect(await settle('ben', 'q1', 'p1')).toBe('forbidden')
    expect(await settle('ben', 'q1', 'p2')).toBe('not_found')
    expect([await settle('ana', 'q1', 'p1'), await settle('ben', 'q2', 'p2', 'parked')]).toEqual(['ok', 'ok'])
    const states = () => cards().map((card) => ['p1', 'p2'].map((plc) => questionState(card, id(plc))))
    expect(states()).toEqual([
      ['answered', null],
      ['asked', 'parked'],
    ])
    await settle('ben', 'q2', 'p2', 'asked')
    expect(states()[1]).toEqual(['asked', 'asked'])
  })

  it('is withdrawn from PLCs that have written nothing, and from no other', async () => {
    const { ask, settle, write, cards, told } = await withPlcs()
    const withdraw = (question: string) => told('coach', { type: 'question.withdraw', question: id(question) })
    for (const question of ['q1', 'q2', 'q3']) await ask(question, null)
    expect(await told('ana', { type: 'question.withdraw', question: id('q1') })).toBe('forbidden')
    write('p2', 'q2', 'Half a sen')
    for (const [person, plc] of [
      ['ana', 'p1'],
      ['ben', 'p2'],
    ] as const)
      await settle(person, 'q3', plc)
    expect([await withdraw('q1'), await withdraw('q2'), await withdraw('q3')]).toEqual(['ok', 'ok', 'conflict'])
    expect(cards().map((card) => [card.id, card.plcs])).toEqual([
      ['q2', ['p2']],
      ['q3', null],
    ])
  })

  it('to all reaches a PLC that forms later, with a place for its answer', async () => {
    const { ask, write, told, documents } = await withPlcs()
    await ask('q1', null)
    await told('coach', { type: 'plc.create', plc: id('p3'), name: 'Three' })
    write('p3', 'q1', 'Late')
    expect(plcView(documents.doc('plc:p3')).replies).toEqual([{ question: 'q1', text: 'Late' }])
  })
})

describe('K3: a PLC that asks for the coach', () => {
  it('is called for by its members, and let go by them or by the coach', async () => {
    const { told, stage } = setUp()
    const call = (person: string, plc: string, calling = true) => told(person, { type: 'plc.call', plc: id(plc), calling })
    for (const plc of ['p1', 'p2']) await told('coach', { type: 'plc.create', plc: id(plc), name: plc })
    await told('coach', { type: 'plc.join', plc: id('p2'), person: id('ana') })
    await told('coach', { type: 'plc.join', plc: id('p1'), person: id('ben') })
    expect([await call('ana', 'p1'), await call('ana', 'p2'), await call('ben', 'p1'), await call('ana', 'p2')]).toEqual([
      'forbidden',
      'ok',
      'ok',
      'ok',
    ])
    expect(stage().room.calling).toEqual(['p2', 'p1'])
    await call('coach', 'p2', false)
    expect(stage().room.calling).toEqual(['p1'])
  })
})
