import { LIMITS } from '@groundswell/shared'
import express, { type Router } from 'express'
import type { Rehearsals } from '../rehearsal/index.ts'
import { answer } from './answer.ts'
import type { Authenticate } from './authenticate.ts'
import { rehearsalBody } from './bodies.ts'
import { readBody, refusal, unwrap } from './errors.ts'
import { jsonBody } from './json-body.ts'

export interface RehearsalRoutesDeps {
  readonly authenticate: Authenticate
  readonly rehearsals: Pick<Rehearsals, 'start'>
}

/** A facilitator's rehearsal of a session. It answers a seat in another session: nothing touches the real one. */
export function rehearsalRoutes({ authenticate, rehearsals }: RehearsalRoutesDeps): Router {
  const router = express.Router()
  router.post(
    '/sessions/:id/rehearsal',
    jsonBody(LIMITS.bodyBytes),
    answer(async (request) => {
      const { session, member } = authenticate(request)
      if (member.role !== 'facilitator') throw refusal('forbidden', 'Only a facilitator may do this.')
      const { people } = readBody(rehearsalBody, request.body)
      return unwrap(await rehearsals.start(session, member, people))
    }, 201),
  )
  return router
}
