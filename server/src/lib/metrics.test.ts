import { expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

it('renders what is true when it is asked', async () => {
  const metrics = createMetrics()
  let count = 3
  metrics.gauge('connections', 'Open connections', () => count)
  metrics.total('bytes_out_total', 'Bytes', () => 10 * count)
  metrics.labelled('closes_total', 'Closes', 'code')('4403')
  metrics.histogram('commit_seconds', 'Commits', [0.01, 0.1])(0.05)
  await metrics.render()
  count = 5
  const text = await metrics.render()
  expect(text).toContain('groundswell_connections 5')
  expect(text).toContain('groundswell_bytes_out_total 50')
  expect(text).toContain('groundswell_closes_total{code="4403"} 1')
  expect(text).toContain('groundswell_commit_seconds_bucket{le="0.1"} 1')
})
