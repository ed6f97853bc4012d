import type { PersonId, RehearsalSize, SessionId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { createLinks } from '../auth/links.ts'
import { createSeats } from '../auth/seats.ts'
import { createTokens } from '../auth/tokens.ts'
import { silentLog } from '../lib/log.ts'
import { VirtualClock } from '../relay/testing/virtual-clock.ts'
import { createScribe } from '../scribe/index.ts'
import { createMemoryDocuments } from '../scribe/testing/memory-documents.ts'
import { createMemoryHistory } from '../scribe/testing/memory-history.ts'
import { personOf, sessionOf } from '../scribe/testing/sessions.ts'
import type { Session } from '../session/facts.ts'
import { openDatabase } from '../store/database.ts'
import { createSessionStore } from '../store/session-store.ts'
import { ALONE_MS, createRehearsals, MOST_REHEARSALS } from './rehearsals.ts'
import type { CrowdSteering } from './crowd-thread.ts'
import type { CrowdOrders } from './door.ts'

const KEY = new Uint8Array(32).fill(3)

function setUp({ enabled = true } = {}) {
  const clock = new VirtualClock()
  const sessions = createSessionStore(openDatabase(':memory:'))
  const documents = createMemoryDocuments()
  let drawn = 0
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, () => (drawn = (drawn * 31 + 17) % 251))
  const scribe = createScribe({ documents, sessions, history: createMemoryHistory(documents), random, isHere: () => true })
  const links = createLinks(KEY, sessions.devices)
  const seats = createSeats({ sessions, tokens: createTokens(KEY), links, random, now: () => clock.now() })
  const crowds: { orders: CrowdOrders; steered: CrowdSteering[]; stopped: boolean; die: () => void }[] = []
  const here = { coach: true }
  const rehearsals = createRehearsals({
    enabled,
    clock,
    log: silentLog,
    random,
    sessions,
    seats,
    scribe,
    isHere: () => here.coach,
    endSession: async (id) => {
      sessions.transaction(() => sessions.remove(id))
      rehearsals.forget(id)
    },
    base: () => 'http://127.0.0.1:1',
    startCrowd: (orders, onDeath) => {
      const crowd = { orders, steered: [] as CrowdSteering[], stopped: false, die: onDeath }
      crowds.push(crowd)
      return {
        steer: (steering) => void crowd.steered.push(steering),
        stop: async () => void (crowd.stopped = true),
      }
    },
  })
  const real = (n = 0): Session => {
    const session = { ...sessionOf([personOf('ana')]), id: `real${n}` as SessionId, code: `K7M4T${n}` }
    sessions.create(session, 0)
    return session
  }
  const start = async (of: Session, people: RehearsalSize = 20) => {
    const started = await rehearsals.start(of, personOf('coach', { role: 'facilitator' }), people)
    return started.ok ? started.value.seat.session : started.error.code
  }
  return { clock, sessions, rehearsals, crowds, here, real, start }
}

describe('a rehearsal', () => {
  it('H1: is another session, with the same agenda and without what was written, marked for everyone', async () => {
    const rig = setUp()
    const of = rig.real()
    const id = (await rig.start(of, 60)) as SessionId
    const facts = rig.sessions.get(id)?.facts
    expect(id).not.toBe(of.id)
    expect(facts?.agenda).toEqual(of.facts.agenda)
    expect(facts?.rehearsal).toMatchObject({ of: of.id, people: 60, state: 'running', pace: 'human' })
    expect([...(rig.sessions.get(id)?.members.values() ?? [])].map(({ role }) => role)).toEqual(['facilitator'])
    expect(rig.crowds[0]?.orders).toMatchObject({ session: id, people: 60, code: rig.sessions.get(id)?.code })
    expect(rig.sessions.get(of.id)).toEqual(of)
  })

  it('is one for each session, never one of a rehearsal, and three on a server', async () => {
    const rig = setUp()
    const first = rig.real()
    const id = (await rig.start(first)) as SessionId
    expect(await rig.start(first)).toBe('rehearsal_running')
    expect(await rig.start(rig.sessions.get(id)!)).toBe('rehearsal_running')
    for (let n = 1; n < MOST_REHEARSALS; n++) await rig.start(rig.real(n))
    expect(await rig.start(rig.real(MOST_REHEARSALS))).toBe('rehearsals_full')
    expect(rig.crowds).toHaveLength(MOST_REHEARSALS)
  })

  it('is refused where the server does not offer it', async () => {
    const rig = setUp({ enabled: false })
    expect(await rig.start(rig.real())).toBe('rehearsal_off')
  })

  it('H2: is deleted ten minutes after its facilitator has gone, not sooner, and its people end', async () => {
    const rig = setUp()
    const id = (await rig.start(rig.real())) as SessionId
    await rig.clock.advance(ALONE_MS * 2)
    rig.here.coach = false
    await rig.clock.advance(ALONE_MS - 6_000)
    expect(rig.sessions.get(id)).not.toBeNull()
    await rig.clock.advance(12_000)
    expect(rig.sessions.get(id)).toBeNull()
    expect(rig.crowds[0]?.stopped).toBe(true)
  })

  it('H2: is deleted after two hours, and with the session it was made from', async () => {
    const rig = setUp()
    const long = (await rig.start(rig.real(0))) as SessionId
    await rig.clock.advance(2 * 3_600_000 + 6_000)
    expect(rig.sessions.get(long)).toBeNull()
    const id = (await rig.start(rig.real(1))) as SessionId
    rig.rehearsals.forget('real1' as SessionId)
    expect(rig.sessions.get(id)).toBeNull()
  })

  it('tells the people what its facts say, and says so when they died', async () => {
    const rig = setUp()
    const id = (await rig.start(rig.real())) as SessionId
    const { facts } = rig.sessions.get(id)!
    rig.sessions.saveFacts(id, { ...facts, rehearsal: { ...facts.rehearsal!, state: 'paused', pace: 'fast' } })
    rig.rehearsals.steer(id)
    expect(rig.crowds[0]?.steered).toEqual([{ state: 'paused', pace: 'fast' }])
    rig.crowds[0]?.die()
    expect(rig.sessions.get(id)?.facts.rehearsal?.state).toBe('stopped')
  })

  it('leaves nothing behind when the server stopped in the middle of it', async () => {
    const rig = setUp()
    const of = rig.real()
    const id = (await rig.start(of)) as SessionId
    await rig.rehearsals.stop()
    await rig.rehearsals.sweep()
    expect(rig.sessions.get(id)).toBeNull()
    expect(rig.sessions.get(of.id)).toEqual(of)
    expect(await rig.start(of)).not.toBe('rehearsal_running')
  })
})

describe('its facilitator', () => {
  it('is a person of their own there', async () => {
    const rig = setUp()
    const id = (await rig.start(rig.real())) as SessionId
    const [coach] = [...(rig.sessions.get(id)?.members.keys() ?? [])]
    expect(coach).not.toBe('coach' as PersonId)
  })
})
