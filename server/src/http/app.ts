import express, { type Express, type RequestHandler } from 'express'
import type { Log } from '../ports.ts'
import { clientFiles } from './client-files.ts'
import { handleErrors, unknownRoute } from './errors.ts'
import { historyRoutes, type HistoryRoutesDeps } from './history-routes.ts'
import { memberRoutes, type MemberRoutesDeps } from './member-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { rehearsalRoutes, type RehearsalRoutesDeps } from './rehearsal-routes.ts'
import { securityHeaders } from './security-headers.ts'
import { sessionRoutes, type SessionRoutesDeps } from './session-routes.ts'
import { statusRoutes, type StatusRoutesDeps } from './status-routes.ts'

export interface AppDeps {
  readonly sessions: SessionRoutesDeps
  readonly members: MemberRoutesDeps & HistoryRoutesDeps & RehearsalRoutesDeps
  readonly status: StatusRoutesDeps
  readonly log: Log
  /** Which proxies' word about a visitor's address counts, as express has it; false for none. */
  readonly trustProxy: boolean | number | string
  /** The built client; null serves the interface alone. */
  readonly clientFolder: string | null
}

/** Every HTTP route of the server, in the order in which they are tried. */
export function createApp(deps: AppDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', deps.trustProxy)
  app.set('query parser', 'simple')
  app.use(securityHeaders)
  app.use(statusRoutes(deps.status))
  app.use(
    '/api',
    noStore,
    sessionRoutes(deps.sessions),
    memberRoutes(deps.members),
    planRoutes(deps.members),
    historyRoutes(deps.members),
    rehearsalRoutes(deps.members),
    unknownRoute,
  )
  app.use(deps.clientFolder === null ? noClient : clientFiles(deps.clientFolder))
  app.use(unknownRoute)
  app.use(handleErrors(deps.log))
  return app
}

/** Answers hold keys and tokens: no cache may keep them. */
const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

const noClient: RequestHandler = (request, response, next) => {
  if (request.method !== 'GET' || request.path !== '/') return next()
  response.status(503).type('text').send('The client has not been built yet: run "npm start".\n')
}
