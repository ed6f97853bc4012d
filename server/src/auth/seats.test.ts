import { randomBytes } from 'node:crypto'
import { FILE_LIMITS, normaliseCode, type JoinSession } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { createSessionStore } from '../store/session-store.ts'
import { createLinks } from './links.ts'
import { createSeats } from './seats.ts'
import { createTokens } from './tokens.ts'

function setUp(key = randomBytes(32)) {
  const db = openDatabase(':memory:')
  const sessions = createSessionStore(db)
  const links = createLinks(key, sessions.devices)
  const seats = createSeats({ sessions, tokens: createTokens(key), links, random: (bytes) => randomBytes(bytes), now: () => 0 })
  const wish = {
    title: 'Visioning',
    district: '',
    targetYear: 2029,
    questions: { current: '', ideal: '' },
    naming: 'named',
    template: 'short',
    language: 'es',
    facilitator: { name: 'Avery', jobRole: 'other' },
  } as const
  const answer = seats.found(wish)
  if (!answer.ok) throw new Error('no session')
  const founded = answer.value
  const session = () => {
    const found = sessions.get(founded.seat.session)
    if (found === null) throw new Error('no session')
    return found
  }
  const join = (changes: Partial<JoinSession> = {}) =>
    seats.join(session(), { code: '', name: 'Ana', jobRole: 'teacher', device: 'person', heads: 1, ...changes })
  const knock = (changes: Partial<JoinSession> = {}) =>
    seats.knock(session(), { code: '', name: 'Ana', jobRole: 'teacher', device: 'person', heads: 1, ...changes })
  /** The lobby on or off, with nobody in it any more who is a member by now. */
  const openDoor = (lobby: boolean) => {
    const { facts, members } = session()
    const waiting = facts.room.waiting.filter(({ id }) => !members.has(id))
    sessions.saveFacts(session().id, { ...facts, room: { ...facts.room, lobby, waiting } })
  }
  return { db, sessions, seats, wish, founded, session, join, knock, openDoor }
}

describe('seats', () => {
  it('a device that comes back with its key is the same person, under the name it gives now', () => {
    const { join, session } = setUp()
    const first = join()
    const again = first.ok ? join({ key: first.value.key, name: 'Ana B.' }) : first
    expect(first.ok && again.ok && again.value.person === first.value.person).toBe(true)
    expect([...session().members.values()].map((member) => member.name)).toEqual(['Avery', 'Ana B.'])
  })

  it('a session can begin with the course of an earlier one, for whoever led it, and holds nothing else of it', () => {
    const { seats, sessions, session, wish, founded, join } = setUp()
    const { facts } = session()
    const [first, ...steps] = facts.agenda
    const agenda = [...steps.slice(0, 3), { ...first!, title: 'Our own welcome' }]
    const room = { ...facts.room, ballot: { questions: 2, perCluster: 'budget' }, lobby: true } as const
    sessions.saveFacts(session().id, { ...facts, agenda, norms: ['Listen'], codeLocked: true, room })
    const like = { session: founded.seat.session, key: founded.seat.key }
    const made = seats.found({ ...wish, title: 'Next year', like })
    const next = made.ok ? sessions.get(made.value.seat.session)?.facts : undefined
    expect(next).toMatchObject({ title: 'Next year', agenda, norms: ['Listen'], step: agenda[0]?.id, codeLocked: false })
    expect(next?.room).toMatchObject({ ballot: room.ballot, lobby: false })
    const ana = join()
    const guessed = ana.ok ? seats.found({ ...wish, like: { ...like, key: ana.value.key } }) : ana
    expect([guessed.ok, seats.found({ ...wish, like: { ...like, key: 'x' } }).ok]).toEqual([false, false])
  })

  it('a key of another session is a new person', () => {
    const [here, there] = [setUp(), setUp()]
    const seat = there.join()
    const joined = here.join(seat.ok ? { key: seat.value.key } : {})
    expect(joined.ok && seat.ok && joined.value.person !== seat.value.person).toBe(true)
  })

  it('a locked code takes nobody new, and those who are in come back', () => {
    const { sessions, session, join } = setUp()
    const inside = join()
    sessions.saveFacts(session().id, { ...session().facts, codeLocked: true })
    expect(join()).toMatchObject({ ok: false, error: { code: 'code_locked' } })
    expect(inside.ok && join({ key: inside.value.key }).ok).toBe(true)
  })

  it('one person has one head, a table as many as it says', () => {
    const { join, session } = setUp()
    join({ heads: 5 })
    join({ device: 'table', heads: 5 })
    expect([...session().members.values()].map((member) => member.heads)).toEqual([1, 1, 5])
  })

  it('R8: while people are let in by hand, somebody new gets a key and no seat, until a facilitator opens', () => {
    const { seats, sessions, session, knock, openDoor } = setUp()
    expect(knock()).toBeNull()
    openDoor(true)
    const first = knock()
    const key = first?.ok ? first.value.key : ''
    expect(seats.lobby(session(), key).state).toBe('waiting')
    expect(seats.refresh(session(), key).ok).toBe(false)
    expect([...session().members.values()].map((member) => member.name)).toEqual(['Avery'])
    const waiting = session().facts.room.waiting
    expect(waiting).toMatchObject([{ name: 'Ana', heads: 1 }])
    const [person] = waiting
    if (person) sessions.saveMember(session().id, { ...person, role: 'participant', removed: false })
    openDoor(true)
    const seated = seats.lobby(session(), key)
    expect(seated).toMatchObject({ state: 'in', seat: { person: person?.id, role: 'participant' } })
    expect(seats.lobby(session(), 'another').state).toBe('refused')
  })

  it('R8: who knocks again is the one who waits already, and who is in comes back past the door', () => {
    const { session, join, knock, openDoor } = setUp()
    const inside = join()
    openDoor(true)
    const first = knock()
    knock({ name: 'Ana B.', ...(first?.ok ? { key: first.value.key } : {}) })
    expect(session().facts.room.waiting.map(({ name }) => name)).toEqual(['Ana B.'])
    expect(knock(inside.ok ? { key: inside.value.key } : {})).toBeNull()
  })

  it('a full session says so', () => {
    const { join } = setUp()
    for (let taken = 1; taken < FILE_LIMITS.people; taken++) join()
    expect(join()).toMatchObject({ ok: false, error: { code: 'session_full' } })
  })

  it('the recovery link brings the facilitator back on another device', () => {
    const { seats, founded } = setUp()
    const secret = founded.links.recovery.split('#')[1] ?? ''
    const back = seats.recover(secret)
    expect(back.ok && back.value.seat).toMatchObject({ person: founded.seat.person, role: 'facilitator' })
    expect(back.ok && back.value.seat.key !== founded.seat.key && back.value.links).toEqual(founded.links)
    expect(seats.display(secret).ok).toBe(false)
  })

  it('nothing that opens a session is stored as it is', () => {
    const { db, founded, join } = setUp()
    const joined = join()
    const stored = ['devices', 'links', 'members', 'sessions'].flatMap((table) => db.prepare(`SELECT * FROM ${table}`).all())
    const text = JSON.stringify(stored)
    const secrets = [founded.links.recovery, founded.links.display].map((link) => link.split('#')[1] ?? '')
    for (const secret of [...secrets, founded.seat.key, joined.ok ? joined.value.key : '']) expect(text).not.toContain(secret)
  })

  it('codes have six letters that cannot be mistaken', () => {
    const { founded } = setUp()
    expect(normaliseCode(founded.links.code)).toBe(founded.links.code)
  })
})
