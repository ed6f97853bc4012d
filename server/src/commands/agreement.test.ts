import {
  plcView,
  showRound,
  stageView,
  type AgreementLevel,
  type Command,
  type PersonId,
  type PlcId,
  type SessionId,
} from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { encodeStateAsUpdate } from 'yjs'
import { createScribe } from '../scribe/index.ts'
import { createMemoryDocuments } from '../scribe/testing/memory-documents.ts'
import { createMemoryHistory } from '../scribe/testing/memory-history.ts'
import { personOf, sessionOf } from '../scribe/testing/sessions.ts'
import { openDatabase } from '../store/database.ts'
import { createSessionStore } from '../store/session-store.ts'
import { createCommandRunner } from './run.ts'

const SESSION = 'session' as SessionId
const PLC = 'plc-a' as PlcId

/** A PLC of Ana and Ben, with Zoe outside and a coach who facilitates. */
function setUp() {
  const documents = createMemoryDocuments()
  const history = createMemoryHistory(documents)
  const sessions = createSessionStore(openDatabase(':memory:'))
  const clock = { now: 1_000 }
  const wake = () => createScribe({ documents, sessions, history, random: (bytes) => new Uint8Array(bytes), isHere: () => true })
  const scribe = wake()
  const run = createCommandRunner({
    sessions,
    documents,
    history,
    scribe,
    now: () => clock.now,
    recheck: () => {},
    watchHold: () => {},
    watchHands: () => {},
    showSoon: (session) => void scribe.show(session),
    watchReveal: () => {},
    rebuild: () => Promise.reject(new Error('not in this test')),
    steerRehearsal: () => {},
    endSession: async () => {},
  })
  const members = ['ana', 'ben'] as PersonId[]
  const plcs = [{ id: PLC, name: 'A', members, theme: null, order: 1 }]
  sessions.create(sessionOf([personOf('ana'), personOf('ben'), personOf('zoe')], { plcs }), 0)
  let acts = 0
  const told = async (person: string, command: Command) => {
    const answer = await run({ session: SESSION, person: person as PersonId }, { id: `act-${++acts}`, command })
    return answer.ok ? 'ok' : answer.error.code
  }
  const answer = (person: string, level: AgreementLevel, reservation = '') =>
    told(person, { type: 'agreement.set', plc: PLC, level, reservation })
  const show = (person: string) => told(person, { type: 'agreement.show', plc: PLC })
  const again = (person: string) => told(person, { type: 'agreement.again', plc: PLC })
  const plc = () => plcView(documents.doc(`plc:${PLC}`))
  const status = () => stageView(documents.doc('stage')).agreements[0]
  return { documents, sessions, told, answer, show, again, plc, status, clock, wake }
}

describe('G9: agreement in private, shown together', () => {
  it('is in no document until all have answered, but who has answered is', async () => {
    const rig = setUp()
    expect(await rig.answer('ana', 2, 'Too much at once')).toBe('ok')
    expect(rig.status()).toEqual({ plc: PLC, round: 1, shown: false, answered: ['ana'] })
    const everything = ['stage', `plc:${PLC}`, 'board'].map((key) =>
      Buffer.from(encodeStateAsUpdate(rig.documents.doc(key))).toString('latin1'),
    )
    expect(everything.join()).not.toContain('Too much')
    expect(rig.plc().agreement).toEqual([])
    expect(await rig.answer('ben', 5)).toBe('ok')
    expect(rig.status()).toMatchObject({ shown: true, answered: ['ana', 'ben'] })
    expect(rig.plc().agreement).toEqual([
      { person: 'ana', level: 2, reservation: 'Too much at once' },
      { person: 'ben', level: 5, reservation: '' },
    ])
  })

  it('can be changed and taken back while it is hidden, and no more once it is shown', async () => {
    const rig = setUp()
    await rig.answer('ana', 2)
    await rig.answer('ana', 3)
    expect(rig.sessions.agreements.mine(SESSION, 'ana' as PersonId)).toMatchObject([{ round: 1, level: 3 }])
    expect(await rig.told('ana', { type: 'agreement.clear', plc: PLC })).toBe('ok')
    expect([await rig.show('ana'), rig.status()?.answered]).toEqual(['conflict', []])
    await rig.answer('ana', 4)
    expect(await rig.show('ben')).toBe('ok')
    expect(await rig.answer('ana', 5)).toBe('conflict')
    expect(await rig.told('ana', { type: 'agreement.clear', plc: PLC })).toBe('conflict')
  })

  it('a round below three is followed by another, and both stay on record', async () => {
    const rig = setUp()
    await rig.answer('ana', 2, 'A smaller first step')
    await rig.answer('ben', 4)
    rig.clock.now = 2_000
    expect(await Promise.all([rig.again('ana'), rig.again('coach')])).toEqual(['ok', 'ok'])
    expect(rig.status()).toEqual({ plc: PLC, round: 2, shown: false, answered: [] })
    expect(rig.plc().agreement).toHaveLength(2)
    await rig.answer('ana', 4)
    await rig.answer('ben', 4)
    expect(rig.plc().agreement.map((entry) => entry.level)).toEqual([4, 4])
    expect(rig.plc().rounds.map(({ round, at, answers }) => [round, at, answers[0]?.reservation])).toEqual([
      [1, 1_000, 'A smaller first step'],
      [2, 2_000, ''],
    ])
    expect(rig.plc().versions.map((version) => version.round)).toEqual([1, 2])
  })

  it('who comes late answers in sight, and who left before it was shown is not in it', async () => {
    const rig = setUp()
    await rig.answer('ben', 1)
    await rig.told('coach', { type: 'plc.leave', plc: PLC, person: 'ben' as PersonId })
    await rig.told('coach', { type: 'plc.join', plc: PLC, person: 'zoe' as PersonId })
    await rig.answer('ana', 5)
    await rig.show('coach')
    expect(rig.plc().agreement.map((entry) => entry.person)).toEqual(['ana'])
    expect(await rig.answer('zoe', 3)).toBe('ok')
    expect(rig.plc().agreement.map((entry) => entry.person)).toEqual(['ana', 'zoe'])
  })

  it('belongs to the members: the coach may show and ask again, others nothing', async () => {
    const rig = setUp()
    expect([await rig.answer('coach', 5), await rig.answer('zoe', 5)]).toEqual(['forbidden', 'forbidden'])
    expect([await rig.show('zoe'), await rig.again('zoe'), await rig.show('ana')]).toEqual(['forbidden', 'forbidden', 'conflict'])
  })

  it('is brought into the document after a crash between the answer and its showing', async () => {
    const rig = setUp()
    await rig.answer('ana', 3)
    rig.documents.beforeWrite = () => {
      throw new Error('the process ends here')
    }
    await expect(rig.answer('ben', 4)).rejects.toThrow('the process ends here')
    rig.documents.beforeWrite = () => {}
    expect(rig.plc().agreement).toEqual([])
    await rig.wake().wake(SESSION)
    expect(rig.plc().agreement.map((entry) => entry.level)).toEqual([3, 4])
    const before = rig.plc()
    showRound(rig.documents.doc(`plc:${PLC}`), before.rounds[0]!)
    expect(rig.plc()).toEqual(before)
  })
})
