import {
  LANGUAGES, LIMITS, notesCsv, sessionFile, sessionMarkdown, sessionRecord, stepsCsv, type Language, type MyFacts,
  type SessionDocuments,
} from '@groundswell/shared'
import express, { type Request, type Response, type Router } from 'express'
import type { Links } from '../auth/links.ts'
import type { RunCommand } from '../commands/run.ts'
import type { Documents } from '../scribe/documents.ts'
import { copyDocuments } from '../scribe/portable.ts'
import type { Scribe } from '../scribe/scribe.ts'
import type { SessionStore } from '../store/session-store.ts'
import type { Authenticate, Caller } from './authenticate.ts'
import { commandBody } from './bodies.ts'
import { readBody, refusal, unwrap } from './errors.ts'
import { jsonBody } from './json-body.ts'
import { createLimiter } from './rate-limits.ts'

export interface MemberRoutesDeps {
  readonly sessions: SessionStore
  readonly documents: Documents
  readonly scribe: Scribe
  readonly links: Links
  readonly run: RunCommand
  readonly authenticate: Authenticate
  readonly now: () => number
}

/** One person taps fast; nobody taps this fast. */
const COMMANDS_PER_MINUTE = 600
const EXPORTS_PER_MINUTE = 60

/** What those in a session may ask: commands, their own facts, exports. */
export function memberRoutes(deps: MemberRoutesDeps): Router {
  const { authenticate, run, now } = deps
  const router = express.Router()
  const mayCommand = createLimiter({ perMinute: COMMANDS_PER_MINUTE }, now)

  router.post('/sessions/:id/commands', jsonBody(LIMITS.bodyBytes), async (request, response) => {
    const { session, member } = authenticate(request)
    if (!mayCommand(`${session.id} ${member.id}`)) throw refusal('too_many_requests', 'Too many commands; wait a few seconds.')
    const answer = await run({ session: session.id, person: member.id }, readBody(commandBody, request.body))
    response.json(unwrap(answer))
  })
  router.get('/sessions/:id/me', (request, response) => {
    response.json(myFacts(deps, authenticate(request)))
  })
  addExports(router, deps)
  return router
}

const myFacts = ({ sessions, links }: MemberRoutesDeps, { session, member }: Caller): MyFacts => ({
  votes: sessions.votes.mine(session.id, member.id),
  done: session.facts.done.includes(member.id),
  links: member.role === 'facilitator' ? links.of(session) : null,
  code: member.role === 'participant' ? null : session.code,
})

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

function addExports(router: Router, { authenticate, documents, scribe, now }: MemberRoutesDeps): void {
  const mayExport = createLimiter({ perMinute: EXPORTS_PER_MINUTE }, now)
  for (const [extension, [type, write]] of Object.entries(EXPORTS)) {
    router.get(`/sessions/:id/export.${extension}`, async (request, response) => {
      const { session, member } = authenticate(request, { tokenInAddress: true })
      if (member.role === 'display') throw refusal('forbidden', 'A display only shows.')
      if (!mayExport(`${session.id} ${member.id}`)) throw refusal('too_many_requests', 'Too many exports; wait a few seconds.')
      await scribe.wake(session.id)
      const docs = await copyDocuments(documents, session)
      sendFile(response, `${fileName(session.facts.title)}.${extension}`, type, write(docs, languageOf(request, session.facts.language), request))
    })
  }
}

const languageOf = ({ query }: Request, fallback: Language): Language => LANGUAGES.find((language) => language === query['language']) ?? fallback

/** Letters, digits and dashes of the title, so that every system takes the name. */
const fileName = (title: string): string => {
  const plain = title.normalize('NFKD').replace(/[^\w\s-]/g, '').trim().replace(/\s+/g, '-').toLowerCase()
  return plain.slice(0, 60) || 'session'
}

function sendFile(response: Response, name: string, type: string, text: string): void {
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
  response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.send(text)
}
