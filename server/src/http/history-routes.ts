import type { DocumentVersions } from '@groundswell/shared'
import express, { type Router } from 'express'
import { documentOf } from '../session/documents.ts'
import { historyOf, type History } from '../session/history.ts'
import { answer } from './answer.ts'
import type { Authenticate } from './authenticate.ts'
import { refusal } from './errors.ts'

export interface HistoryRoutesDeps {
  readonly history: History
  readonly authenticate: Authenticate
}

/** The versions of a document, for facilitators: `GET /sessions/:id/versions?document=board`. */
export function historyRoutes({ history, authenticate }: HistoryRoutesDeps): Router {
  const router = express.Router()
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
  return router
}
