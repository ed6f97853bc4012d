import type { DocumentVersions, EpochSeamText } from '@groundswell/shared'
import express, { type Router } from 'express'
import { documentOf } from '../session/documents.ts'
import type { Rebuilds } from '../scribe/index.ts'
import { historyOf, type History } from '../session/history.ts'
import { answer } from './answer.ts'
import type { Authenticate, Caller } from './authenticate.ts'
import { refusal } from './errors.ts'
import { createLimiter } from './rate-limits.ts'

/** Two whole documents each; a device asks once for each that was rebuilt while it was away. */
const SEAMS_PER_MINUTE = 30

export interface HistoryRoutesDeps {
  readonly history: History
  readonly rebuilds: Rebuilds
  readonly authenticate: Authenticate
  readonly now: () => number
}

/**
 * The versions of a document, for facilitators: `GET /sessions/:id/versions?document=board`. And for everyone where one of
 * its epochs ended and the next began: `GET /sessions/:id/epochs?document=board&epoch=1`.
 */
export function historyRoutes({ history, rebuilds, authenticate, now }: HistoryRoutesDeps): Router {
  const router = express.Router()
  const seams = createLimiter({ perMinute: SEAMS_PER_MINUTE }, now)
  router.get(
    '/sessions/:id/versions',
    answer(async (request): Promise<DocumentVersions> => {
      const { session, member } = authenticate(request)
      if (member.role !== 'facilitator') throw refusal('forbidden', 'Only a facilitator may do this.')
      const { document } = request.query
      const ref = typeof document === 'string' ? historyOf(session.facts, document) : null
      if (ref === null) throw refusal('not_found', 'There is no such document with a history.')
      const versions = await history.list(documentOf(session, ref))
      return { versions: versions.map(({ id, at, reason }) => ({ id, at, reason })) }
    }),
  )
  router.get(
    '/sessions/:id/epochs',
    answer(async (request): Promise<EpochSeamText> => {
      const caller = authenticate(request)
      if (!seams.take(`${caller.session.id} ${caller.member.id}`))
        throw refusal('too_many_requests', 'Too many requests; wait a few seconds.')
      const { document, epoch } = request.query
      const ref = typeof document === 'string' && mayRead(caller, document) ? historyOf(caller.session.facts, document) : null
      const seam = ref === null ? null : await rebuilds.seam(caller.session, ref, wholeNumber(epoch))
      if (seam === null) throw refusal('not_found', 'There is no such epoch, or it has not ended.')
      return { before: base64(seam.before), after: base64(seam.after) }
    }),
  )
  return router
}

/** Everyone in a session reads its board and PLCs; who came by a check-in link, the board and that PLC. */
const mayRead = ({ plc }: Caller, document: string): boolean => plc === null || document === 'board' || document === `plc:${plc}`

const wholeNumber = (text: unknown): number => (typeof text === 'string' && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : Infinity)

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
