import type { ClientConfig } from '@groundswell/shared'
import express, { type Router } from 'express'
import type { MetricsRegistry } from '../lib/metrics.ts'
import { handle } from './answer.ts'

export interface StatusRoutesDeps {
  readonly clientConfig: ClientConfig
  readonly metrics: MetricsRegistry
  /** Newcomers are welcome: not draining, and the store can save. */
  readonly isReady: () => boolean
}

/** What machines ask: is it alive, does it take people, how is it doing. */
export function statusRoutes({ clientConfig, metrics, isReady }: StatusRoutesDeps): Router {
  const router = express.Router()
  router.get('/healthz', (_request, response) => void response.type('text').send('ok\n'))
  router.get('/readyz', (_request, response) => {
    const ready = isReady()
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready\n' : 'not ready\n')
  })
  const sendMetrics = handle(async (_request, response) => {
    const text = await metrics.render()
    response.setHeader('Content-Type', metrics.contentType)
    response.send(text)
  })
  router.get('/metrics', sendMetrics)
  router.get('/api/config', (_request, response) => void response.json(clientConfig))
  return router
}
