import {
  HORIZONS,
  LANGUAGES,
  LIMITS,
  notesCsv,
  sessionFile,
  sessionMarkdown,
  sessionRecord,
  stepsCsv,
  type Language,
  type MyFacts,
  type SessionDocuments,
} from '@groundswell/shared'
import express, { type Request, type Response, type Router } from 'express'
import { checkInLink } from '../auth/check-in.ts'
import type { Links } from '../auth/links.ts'
import type { RunCommand } from '../commands/index.ts'
import type { Documents } from '../session/documents.ts'
import { flagsOf } from '../session/facts.ts'
import { copyDocuments } from '../scribe/index.ts'
import type { Reviews, Scribe } from '../scribe/index.ts'
import type { SessionStore } from '../session/store.ts'
import type { Authenticate, Caller } from './authenticate.ts'
import { answer, handle } from './answer.ts'
import { commandBody } from './bodies.ts'
import { readBody, refusal, unwrap } from './errors.ts'
import { jsonBody } from './json-body.ts'
import { createLimiter } from './rate-limits.ts'

export interface MemberRoutesDeps {
  readonly sessions: SessionStore
  readonly documents: Documents
  readonly scribe: Scribe
  readonly reviews: Reviews
  readonly links: Links
  readonly run: RunCommand
  readonly authenticate: Authenticate
  readonly now: () => number
  /** The address people reach the server under, where it is configured. */
  readonly publicUrl: string | null
}

/** One person taps fast; nobody taps this fast. */
const COMMANDS_PER_MINUTE = 600
const EXPORTS_PER_MINUTE = 60

/** What those in a session may ask: commands, their own facts, exports. */
export function memberRoutes(deps: MemberRoutesDeps): Router {
  const { authenticate, run, now } = deps
  const router = express.Router()
  const commands = createLimiter({ perMinute: COMMANDS_PER_MINUTE }, now)

  router.post(
    '/sessions/:id/commands',
    jsonBody(LIMITS.bodyBytes),
    answer(async (request) => {
      const { session, member, plc } = authenticate(request)
      if (plc !== null) throw refusal('forbidden', 'A check-in link opens the room of one PLC, and nothing more.')
      if (!commands.take(`${session.id} ${member.id}`))
        throw refusal('too_many_requests', 'Too many commands; wait a few seconds.')
      return unwrap(await run({ session: session.id, person: member.id }, readBody(commandBody, request.body)))
    }),
  )
  router.get(
    '/sessions/:id/me',
    answer((request) => myFacts(deps, authenticate(request))),
  )
  router.get(
    '/sessions/:id/plcs/:plc/check-in',
    answer((request) => {
      const { session, member } = authenticate(request)
      const plc = session.facts.plcs.find(({ id }) => id === request.params['plc'])
      if (plc === undefined) throw refusal('not_found', 'There is no such PLC.')
      if (member.role !== 'facilitator' && !plc.members.includes(member.id))
        throw refusal('forbidden', 'Only members of this PLC and facilitators may do this.')
      return { path: checkInLink(session, plc.id) }
    }),
  )
  addReview(router, deps)
  addExports(router, deps)
  return router
}

/** Who came by a check-in link only says who they are: what is that person's own stays theirs. */
const myFacts = ({ sessions, links }: MemberRoutesDeps, { session, member, plc }: Caller): MyFacts => ({
  votes: plc === null ? sessions.votes.mine(session.id, member.id) : [],
  agreements: plc === null ? sessions.agreements.mine(session.id, member.id) : [],
  reactions: plc === null ? sessions.reactions.mine(session.id, member.id) : [],
  flags: plc === null ? flagsOf(session.facts, member.id) : [],
  done: session.facts.done.includes(member.id),
  links: member.role === 'facilitator' ? links.of(session) : null,
  code: member.role === 'participant' ? null : session.code,
})

/** The review before a reveal, for facilitators: words without authors. */
function addReview(router: Router, { authenticate, scribe, reviews }: MemberRoutesDeps): void {
  const look = answer(async (request) => {
    const { session, member } = authenticate(request)
    if (member.role !== 'facilitator') throw refusal('forbidden', 'Only a facilitator may do this.')
    const horizon = HORIZONS.find((side) => side === request.query['horizon'])
    if (horizon === undefined) throw refusal('bad_request', 'Which side: current or ideal?')
    await scribe.wake(session.id)
    return reviews.look(session, horizon)
  })
  router.get('/sessions/:id/review', look)
}

type Write = (docs: SessionDocuments, language: Language, request: Request) => string

/** Each export: its media type, and how it is written. Whoever takes part may read all of it on the screen too. */
const EXPORTS: Readonly<Record<string, readonly [type: string, write: Write]>> = {
  json: ['application/json', (docs) => JSON.stringify(sessionFile(docs), null, 1)],
  md: ['text/markdown', (docs, language) => sessionMarkdown(sessionRecord(docs), language)],
  csv: [
    'text/csv',
    (docs, language, { query }) => (query['table'] === 'steps' ? stepsCsv : notesCsv)(sessionRecord(docs), language),
  ],
}

function addExports(router: Router, deps: MemberRoutesDeps): void {
  const exports = createLimiter({ perMinute: EXPORTS_PER_MINUTE }, deps.now)
  for (const [extension, [type, write]] of Object.entries(EXPORTS)) {
    const send = handle(async (request, response) => {
      const { session, member } = deps.authenticate(request, { tokenInAddress: true })
      if (member.role === 'display') throw refusal('forbidden', 'A display only shows.')
      if (!exports.take(`${session.id} ${member.id}`)) throw refusal('too_many_requests', 'Too many exports; wait a few seconds.')
      await deps.scribe.wake(session.id)
      const docs = await copyDocuments(deps.documents, session)
      const text = write(docs, languageOf(request, session.facts.language), request)
      sendFile(response, `${fileName(session.facts.title)}.${extension}`, type, text)
    })
    router.get(`/sessions/:id/export.${extension}`, send)
  }
}

/** The language asked for, or else the session's. */
export const languageOf = ({ query }: Request, fallback: Language): Language =>
  LANGUAGES.find((language) => language === query['language']) ?? fallback

/** Letters, digits and dashes of the title, so that every system takes the name. */
export const fileName = (title: string): string => {
  const plain = title
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase()
  return plain.slice(0, 60) || 'session'
}

/** Sends a file to keep; its name has letters, digits, dashes and a dot alone. */
export function sendFile(response: Response, name: string, type: string, content: string | Uint8Array): void {
  const isText = typeof content === 'string'
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
  response.setHeader('Content-Type', isText ? `${type}; charset=utf-8` : type)
  response.send(isText ? content : Buffer.from(content))
}
