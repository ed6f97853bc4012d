import { timingSafeEqual } from 'node:crypto'
import {
  exampleSession,
  ID_BYTES,
  LIMITS,
  makeId,
  normaliseCode,
  readSessionFile,
  type FacilitatorSeat,
  type Knock,
  type PersonId,
  type Seat,
  type SessionCard,
  type SessionFile,
  type SessionId,
} from '@groundswell/shared'
import express, { type Request, type Router } from 'express'
import { checkInCard, readCheckIn } from '../auth/check-in.ts'
import type { Seats } from '../auth/seats.ts'
import type { Randomness } from '../auth/secrets.ts'
import type { Documents } from '../session/documents.ts'
import { factsFrom, fillAgreements, fillDocuments, membersFrom } from '../scribe/index.ts'
import type { Scribe } from '../scribe/index.ts'
import type { Member, Session } from '../session/facts.ts'
import type { SessionStore } from '../session/store.ts'
import { answer } from './answer.ts'
import { checkInBody, createSessionBody, joinBody, keyBody, secretBody } from './bodies.ts'
import { readBody, refusal, Refusal, unwrap } from './errors.ts'
import { jsonBody } from './json-body.ts'
import { limitDoor } from './rate-limits.ts'

export interface SessionRoutesDeps {
  readonly sessions: SessionStore
  readonly seats: Seats
  readonly scribe: Scribe
  readonly documents: Documents
  readonly random: Randomness
  readonly now: () => number
  /** The parsed example session. */
  readonly example: unknown
}

const small = jsonBody(LIMITS.bodyBytes)
const large = jsonBody(LIMITS.importBytes)

/** The doors that need no token: founding a session, finding one by its code, taking a seat. */
export function sessionRoutes(deps: SessionRoutesDeps): Router {
  const { sessions, seats, scribe, now } = deps
  const router = express.Router()
  const founding = limitDoor({ each: { perMinute: 120 }, all: { perMinute: 600 }, onlyFailures: false }, now)
  const guessing = limitDoor({ each: { perMinute: 300 }, all: { perMinute: 1500 }, onlyFailures: true }, now)

  const found = async (file: SessionFile): Promise<FacilitatorSeat> => {
    const session = seats.newSession(factsFrom(file), membersFrom(file, someFacilitator(deps.random)))
    // Documents first: a crash in between leaves nothing that anyone could reach.
    await fillDocuments(deps.documents, session, file)
    const seated = seats.open(session)
    fillAgreements(sessions.agreements, session, file)
    await scribe.wake(session.id)
    return seated
  }

  const sessionAt = ({ params }: Request): Session | null => sessions.get(String(params['id']) as SessionId)

  router.post(
    '/sessions',
    founding,
    small,
    answer(async ({ body }) => {
      const seated = unwrap(seats.found(readBody(createSessionBody, body)))
      await scribe.wake(seated.seat.session)
      return seated
    }, 201),
  )
  router.post(
    '/sessions/example',
    founding,
    answer(() => found(exampleSession(deps.example, now())), 201),
  )
  router.post(
    '/sessions/import',
    founding,
    large,
    answer(({ body }) => found(readFile(body)), 201),
  )
  router.get(
    '/codes/:code',
    guessing,
    answer(({ params }) => cardOf(sessionByCode(sessions, String(params['code'])))),
  )
  router.post(
    '/sessions/:id/join',
    guessing,
    small,
    answer(async (request) => {
      const body = readBody(joinBody, request.body)
      const session = sessionAt(request)
      if (session === null || !isCode(body.code, session.code)) throw codeUnknown()
      const seated = unwrap<Seat | Knock>(seats.knock(session, body) ?? seats.join(session, body))
      await scribe.wake(session.id)
      await scribe.show(session.id)
      return seated
    }),
  )
  router.post(
    '/sessions/:id/lobby',
    guessing,
    small,
    answer((request) => {
      const { key } = readBody(keyBody, request.body)
      const session = sessionAt(request)
      if (session === null) throw refusal('session_gone', 'This session does not exist any more.')
      return seats.lobby(session, key)
    }),
  )
  router.post(
    '/recover',
    guessing,
    small,
    answer(async ({ body }) => {
      const seated = unwrap(seats.recover(readBody(secretBody, body).secret))
      await scribe.wake(seated.seat.session)
      return seated
    }),
  )
  router.post(
    '/check-in',
    guessing,
    small,
    answer(({ body }) => {
      const room = readCheckIn(sessions, readBody(secretBody, body).secret)
      if (room === null) throw refusal('not_found', 'This link does not belong to any PLC.')
      return checkInCard(room)
    }),
  )
  router.post(
    '/check-in/enter',
    guessing,
    small,
    answer(async ({ body }) => {
      const { secret, person } = readBody(checkInBody, body)
      const seat = unwrap(seats.checkIn(secret, person))
      await scribe.wake(seat.session)
      return seat
    }),
  )
  router.post(
    '/display',
    guessing,
    small,
    answer(({ body }) => unwrap(seats.display(readBody(secretBody, body).secret))),
  )
  router.post(
    '/sessions/:id/refresh',
    guessing,
    small,
    answer((request) => {
      const { key } = readBody(keyBody, request.body)
      const session = sessionAt(request)
      if (session === null) throw refusal('session_gone', 'This session does not exist any more.')
      return unwrap(seats.refresh(session, key))
    }),
  )
  return router
}

const codeUnknown = (): Refusal => refusal('code_unknown', 'No session has this code.')

function sessionByCode(sessions: SessionStore, text: string): Session {
  const code = text.length > 40 ? null : normaliseCode(text)
  const session = code === null ? null : sessions.byCode(code)
  if (session === null) throw codeUnknown()
  if (session.facts.codeLocked) throw refusal('code_locked', 'The session takes nobody new at the moment.')
  return session
}

const isCode = (given: string, code: string): boolean => {
  const normal = normaliseCode(given)
  return normal !== null && timingSafeEqual(Buffer.from(normal), Buffer.from(code))
}

const cardOf = ({ id, facts }: Session): SessionCard => ({
  session: id,
  title: facts.title,
  district: facts.district,
  naming: facts.naming,
  language: facts.language,
  rehearsal: facts.rehearsal !== null,
})

function readFile(body: unknown): SessionFile {
  const file = readSessionFile(body)
  if (file.ok) return file.value
  throw new Refusal({ code: 'bad_request', message: 'This is not a session file that can be imported.', fields: file.error })
}

/** Whoever imports a session that has no facilitator. */
const someFacilitator = (random: Randomness): Member => ({
  id: makeId<PersonId>(random(ID_BYTES)),
  name: 'Facilitator',
  jobRole: 'other',
  role: 'facilitator',
  device: 'person',
  heads: 1,
  removed: false,
})
