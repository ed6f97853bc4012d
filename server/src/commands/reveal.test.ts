import {
  addDeskNote,
  boardView,
  REVEAL_COUNT_MS,
  stageView,
  type Command,
  type Horizon,
  type NoteId,
  type PersonId,
  type SessionId,
  type StepId,
} from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { createMemoryDocuments } from '../scribe/testing/memory-documents.ts'
import { createMemoryHistory } from '../scribe/testing/memory-history.ts'
import { personOf, sessionOf } from '../scribe/testing/sessions.ts'
import { createScribe } from '../scribe/index.ts'
import { openDatabase } from '../store/database.ts'
import { createSessionStore } from '../store/session-store.ts'
import { createCommandRunner, createRevealFinisher } from './index.ts'

const SESSION = 'session' as SessionId

/** Ana has a note about each side on her desk, and writing about today is under way. */
async function setUp() {
  const documents = createMemoryDocuments()
  const history = createMemoryHistory(documents)
  const sessions = createSessionStore(openDatabase(':memory:'))
  const clock = { now: 1_000_000 }
  const scribe = createScribe({ documents, sessions, history, random: (bytes) => new Uint8Array(bytes), isHere: () => true })
  const watched: string[] = []
  const common = { sessions, documents, scribe, now: () => clock.now, recheck: () => {} }
  const run = createCommandRunner({
    ...common,
    history,
    watchHold: () => {},
    watchHands: () => {},
    watchReveal: (session) => void watched.push(session),
    showSoon: () => {},
    rebuild: () => Promise.reject(new Error('not in this test')),
    steerRehearsal: () => {},
    endSession: async () => {},
  })
  const finish = createRevealFinisher(common)
  sessions.create(sessionOf([personOf('ana')]), 0)
  let acts = 0
  const told = async (person: string, command: Command) => {
    const answer = await run({ session: SESSION, person: person as PersonId }, { id: `act-${++acts}`, command })
    return answer.ok ? 'ok' : answer.error.code
  }
  const count = (notes: Partial<Record<Horizon, number>>) =>
    scribe.change(SESSION, (facts) => {
      const of = (horizon: Horizon) => ({ ...facts.writing[horizon], notes: notes[horizon] ?? 0, writers: 1 })
      return { ...facts, writing: { current: of('current'), ideal: of('ideal') } }
    })
  const desk = documents.doc('desk:ana')
  for (const horizon of ['current', 'ideal'] as const)
    addDeskNote(desk, { id: `ana-${horizon}` as NoteId, horizon, text: `Ana on ${horizon}` })
  await told('coach', { type: 'step.go', to: 's2' as StepId })
  await count({ current: 1, ideal: 1 })
  const start = (to: string, person = 'coach') => told(person, { type: 'reveal.start', to: to as StepId })
  const texts = () => [...boardView(documents.doc('board')).notes.values()].map((note) => note.text).sort()
  const stage = () => stageView(documents.doc('stage'))
  return { told, start, finish: () => finish(SESSION), texts, stage, clock, count, watched, sessions }
}

describe('a count before a reveal (SPEC A4)', () => {
  it('changes nothing but the stage until it is over; then all go on and read', async () => {
    const { start, finish, texts, stage, clock, watched } = await setUp()
    expect(await start('s3')).toBe('ok')
    expect(watched).toEqual([SESSION])
    expect(stage().room.reveal).toMatchObject({
      horizons: ['current'],
      endsAt: clock.now + REVEAL_COUNT_MS,
      to: 's3',
      done: false,
    })
    clock.now += REVEAL_COUNT_MS - 1
    await finish()
    expect([stage().step.id, texts()]).toEqual(['s2', []])
    clock.now += 1
    await finish()
    expect([stage().step.id, texts(), stage().writing.current.revealed]).toEqual(['s3', ['Ana on current'], true])
    expect(stage().room.reveal?.done).toBe(true)
  })

  it('runs once: a second press keeps the first count, a second end does nothing', async () => {
    const { start, finish, texts, stage, clock } = await setUp()
    await start('s3')
    const { endsAt } = stage().room.reveal ?? { endsAt: 0 }
    clock.now += 1_000
    expect(await start('s3')).toBe('ok')
    expect(stage().room.reveal?.endsAt).toBe(endsAt)
    clock.now += REVEAL_COUNT_MS
    await Promise.all([finish(), finish()])
    await finish()
    expect(texts()).toEqual(['Ana on current'])
  })

  it('can be called off while it counts, by facilitators alone', async () => {
    const { told, start, finish, texts, stage, clock } = await setUp()
    expect(await start('s3', 'ana')).toBe('forbidden')
    await start('s3')
    expect(await told('ana', { type: 'reveal.cancel' })).toBe('forbidden')
    expect(await told('coach', { type: 'reveal.cancel' })).toBe('ok')
    clock.now += REVEAL_COUNT_MS
    await finish()
    expect([stage().room.reveal, stage().step.id, texts()]).toEqual([null, 's2', []])
    await start('s3')
    clock.now += REVEAL_COUNT_MS
    expect(await told('coach', { type: 'reveal.cancel' })).toBe('not_now')
  })

  it('is called off by going somewhere else', async () => {
    const { told, start, finish, texts, stage, clock } = await setUp()
    await start('s3')
    await told('coach', { type: 'step.go', to: 's1' as StepId })
    clock.now += REVEAL_COUNT_MS
    await finish()
    expect([stage().step.id, texts()]).toEqual(['s1', []])
  })
})

describe('going on to group the notes (SPEC A3)', () => {
  it('leaves no desk behind, with a count and without', async () => {
    const counted = await setUp()
    await counted.start('s6')
    counted.clock.now += REVEAL_COUNT_MS
    await counted.finish()
    expect([counted.stage().step.id, counted.texts()]).toEqual(['s6', ['Ana on current', 'Ana on ideal']])
    const direct = await setUp()
    await direct.told('coach', { type: 'step.go', to: 's6' as StepId })
    expect(direct.texts()).toEqual(['Ana on current', 'Ana on ideal'])
  })

  it('reveals no side that nobody has written on, and nothing on the way back', async () => {
    const { told, start, count, stage, texts } = await setUp()
    await count({})
    expect(await start('s6')).toBe('not_now')
    await told('coach', { type: 'step.go', to: 's7' as StepId })
    await count({ current: 1 })
    await told('coach', { type: 'step.go', to: 's6' as StepId })
    expect([stage().step.id, texts(), stage().writing.current.revealed]).toEqual(['s6', [], false])
  })
})
