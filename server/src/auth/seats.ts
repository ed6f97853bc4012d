import {
  CODE_ALPHABET,
  CODE_LENGTH,
  FILE_LIMITS,
  ID_BYTES,
  makeId,
  ok,
  type CreateSession,
  type FacilitatorSeat,
  type JoinSession,
  type Knock,
  type LobbyAnswer,
  type PersonId,
  type PlcId,
  type Result,
  type Seat,
  type SessionId,
} from '@groundswell/shared'
import { refuse, type Fault } from '../session/fault.ts'
import { initialFacts, type Member, type Session, type SessionFacts } from '../session/facts.ts'
import type { SessionStore } from '../session/store.ts'
import { mayCheckIn, readCheckIn } from './check-in.ts'
import type { Links } from './links.ts'
import { hashSecret, newSecret, type Randomness } from './secrets.ts'
import type { Tokens } from './tokens.ts'

/** Gives devices their seats: who they are, a long-lived key, a short-lived token. */
export interface Seats {
  /** A new session with its first facilitator. */
  found(wish: CreateSession): Result<FacilitatorSeat, Fault>
  newSession(facts: SessionFacts, members: readonly Member[]): Session
  /** Stores a session made by `newSession` and seats its first facilitator on this device. */
  open(session: Session): FacilitatorSeat
  join(session: Session, body: JoinSession): Result<Seat, Fault>
  /** While facilitators let people in by hand, somebody new gets a key and no seat; null where one may just join. */
  knock(session: Session, body: JoinSession): Result<Knock, Fault> | null
  /** How it stands with somebody who has knocked. */
  lobby(session: Session, key: string): LobbyAnswer
  recover(secret: string): Result<FacilitatorSeat, Fault>
  display(secret: string): Result<Seat, Fault>
  /** A seat in one PLC's room alone, for whoever has its check-in link and says which member they are. */
  checkIn(secret: string, person: PersonId): Result<Seat, Fault>
  /** A new token for a device that has its key. */
  refresh(session: Session, key: string): Result<Seat, Fault>
}

export interface SeatDeps {
  readonly sessions: SessionStore
  readonly tokens: Tokens
  readonly links: Links
  readonly random: Randomness
  readonly now: () => number
}

const MOST_DISPLAYS = 50

const linkUnknown = refuse('not_found', 'This link does not belong to any session.')
const notOfPlc = refuse('not_found', 'This person is not in the PLC any more.')
const gone = refuse('session_gone', 'The earlier session has been deleted.')
const keyUnknown = refuse('unauthorized', 'This device has no seat in the session.')
const removed = refuse('forbidden', 'A facilitator has removed this device from the session.')
const codeLocked = refuse('code_locked', 'The session takes nobody new at the moment.')
const full = refuse('session_full', 'The session is full.')

export function createSeats(deps: SeatDeps): Seats {
  const { sessions, tokens, links, random, now } = deps
  const newId = <T extends PersonId | SessionId>(): T => makeId<T>(random(ID_BYTES))

  const seatOf = (session: SessionId, member: Member, key: string): Seat => {
    const plc = sessions.devices.limitOf(session, hashSecret(key))
    const issued = tokens.issue({ session, person: member.id, role: member.role, ...(plc === null ? {} : { plc }) }, now())
    return { session, person: member.id, role: member.role, key, ...issued, now: now() }
  }
  const giveSeat = (session: SessionId, member: Member, plc?: PlcId): Seat => {
    const key = newSecret(random)
    sessions.devices.add(session, member.id, hashSecret(key), plc)
    return seatOf(session, member, key)
  }
  const facilitate = (session: Session): FacilitatorSeat => {
    const founder = firstFacilitator(session)
    return { seat: giveSeat(session.id, founder), links: links.of(session) }
  }
  const newSession = (facts: SessionFacts, members: readonly Member[]): Session => ({
    id: newId(),
    code: freeCode(random, (code) => sessions.byCode(code) === null),
    epoch: 1,
    secret: random(32),
    facts,
    members: new Map(members.map((member) => [member.id, member])),
  })
  const open = (session: Session): FacilitatorSeat =>
    sessions.transaction(() => {
      sessions.create(session, now())
      return facilitate(session)
    })
  const known = (session: Session, key: string): Member | null => {
    const person = sessions.devices.personOf(session.id, hashSecret(key))
    return person === null ? null : (session.members.get(person) ?? null)
  }
  const isLimited = (session: Session, key: string): boolean => sessions.devices.limitOf(session.id, hashSecret(key)) !== null
  const rejoin = (session: Session, member: Member, body: JoinSession, key: string): Result<Seat, Fault> => {
    if (member.removed) return removed
    sessions.saveMember(session.id, { ...member, ...described(body) })
    return ok(seatOf(session.id, member, key))
  }
  const add = (session: Session, member: Member): Seat => {
    sessions.saveMember(session.id, member)
    return giveSeat(session.id, member)
  }
  return {
    newSession,
    open,
    found: ({ facilitator, like, ...wish }) => {
      const first = [newFacilitator(newId(), facilitator)]
      const facts = initialFacts(wish)
      if (like === undefined) return ok(open(newSession(facts, first)))
      const earlier = sessions.get(like.session)
      if (earlier === null) return gone
      const led = known(earlier, like.key)
      if (led === null || led.removed || led.role !== 'facilitator') return keyUnknown
      return ok(open(newSession(withCourseOf(earlier.facts, facts), first)))
    },
    join: (session, body) =>
      sessions.transaction(() => {
        const { key } = body
        const before = key === undefined || isLimited(session, key) ? null : known(session, key)
        if (before !== null && key !== undefined) return rejoin(session, before, body, key)
        if (session.facts.codeLocked) return codeLocked
        if (countOf(session, false) >= FILE_LIMITS.people) return full
        return ok(add(session, { id: newId(), role: 'participant', removed: false, ...described(body) }))
      }),
    knock: (session, body) =>
      sessions.transaction(() => {
        const { facts } = session
        const person = body.key === undefined ? null : sessions.devices.personOf(session.id, hashSecret(body.key))
        if (!facts.room.lobby || facts.codeLocked || (person !== null && session.members.has(person))) return null
        const others = facts.room.waiting.filter(({ id }) => id !== person)
        if (countOf(session, false) + others.length >= FILE_LIMITS.people) return full
        const isBack = person !== null && body.key !== undefined && others.length < facts.room.waiting.length
        const id = isBack ? person : newId<PersonId>()
        const key = isBack ? (body.key ?? '') : newSecret(random)
        if (!isBack) sessions.devices.add(session.id, id, hashSecret(key))
        sessions.saveFacts(session.id, { ...facts, room: { ...facts.room, waiting: [...others, { id, ...described(body) }] } })
        return ok({ waiting: true, key })
      }),
    lobby(session, key) {
      const person = sessions.devices.personOf(session.id, hashSecret(key))
      const member = person === null ? undefined : session.members.get(person)
      if (member !== undefined && !member.removed) return { state: 'in', seat: seatOf(session.id, member, key) }
      if (!session.facts.room.waiting.some(({ id }) => id === person)) return { state: 'refused' }
      const { norms, questions, targetYear, naming } = session.facts
      return { state: 'waiting', norms, questions, targetYear, naming }
    },
    recover: (secret) =>
      sessions.transaction(() => {
        const session = sessionBehind(sessions, 'recovery', secret)
        return session === null ? linkUnknown : ok(facilitate(session))
      }),
    display: (secret) =>
      sessions.transaction(() => {
        const session = sessionBehind(sessions, 'display', secret)
        if (session === null) return linkUnknown
        if (countOf(session, true) >= MOST_DISPLAYS) return full
        return ok(add(session, newDisplay(newId())))
      }),
    checkIn: (secret, person) =>
      sessions.transaction(() => {
        const room = readCheckIn(sessions, secret)
        if (room === null) return linkUnknown
        const member = mayCheckIn(room).find(({ id }) => id === person)
        return member === undefined ? notOfPlc : ok(giveSeat(room.session.id, member, room.plc.id))
      }),
    refresh(session, key) {
      const member = known(session, key)
      if (member === null) return keyUnknown
      return member.removed ? removed : ok(seatOf(session.id, member, key))
    },
  }
}

/** New facts with the course of an earlier session: its steps in their words, its norms, its way of voting; nothing that was written. */
function withCourseOf({ agenda, norms, room }: SessionFacts, facts: SessionFacts): SessionFacts {
  const { ballot, skipped, cursors } = room
  return { ...facts, agenda, norms, step: agenda[0]?.id ?? facts.step, room: { ...facts.room, ballot, skipped, cursors } }
}

function sessionBehind(sessions: SessionStore, kind: 'recovery' | 'display', secret: string): Session | null {
  const id = sessions.devices.sessionOf(kind, hashSecret(secret))
  return id === null ? null : sessions.get(id)
}

/** What a device says of itself. One person has one head. */
const described = ({ name, jobRole, device, heads }: JoinSession): Omit<Member, 'id' | 'role' | 'removed'> => ({
  name,
  jobRole,
  device,
  heads: device === 'person' ? 1 : heads,
})

const newFacilitator = (id: PersonId, { name, jobRole }: CreateSession['facilitator']): Member => ({
  id,
  name,
  jobRole,
  role: 'facilitator',
  device: 'person',
  heads: 1,
  removed: false,
})

const newDisplay = (id: PersonId): Member => ({
  id,
  name: 'Display',
  jobRole: 'other',
  role: 'display',
  device: 'display',
  heads: 1,
  removed: false,
})

const countOf = ({ members }: Session, displays: boolean): number =>
  [...members.values()].filter((member) => (member.role === 'display') === displays).length

/** The recovery link brings back the session's first facilitator who is still in it; there always is one. */
function firstFacilitator(session: Session): Member {
  for (const member of session.members.values()) if (member.role === 'facilitator' && !member.removed) return member
  throw new Error('a session without a facilitator')
}

/** Largest multiple of the alphabet's length below 256: bytes from here on would make some letters likelier. */
const FAIR = 256 - (256 % CODE_ALPHABET.length)

function newCode(random: Randomness): string {
  let code = ''
  while (code.length < CODE_LENGTH) {
    for (const byte of random(CODE_LENGTH)) {
      if (byte < FAIR && code.length < CODE_LENGTH) code += CODE_ALPHABET[byte % CODE_ALPHABET.length]
    }
  }
  return code
}

function freeCode(random: Randomness, isFree: (code: string) => boolean): string {
  for (;;) {
    const code = newCode(random)
    if (isFree(code)) return code
  }
}
