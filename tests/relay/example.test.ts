import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, readConfig, type RunningServer } from '@groundswell/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runExample } from '../support/stock-client-example.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundswell-example-'))
let server: RunningServer
beforeAll(async () => {
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder })
  if (!config.ok) throw new Error(config.error.join(' '))
  server = await createServer({ config: { ...config.value, port: 0 } })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

it('P1 the example of the protocol works against the real server', async () => {
  expect(await runExample(`http://127.0.0.1:${server.port}`)).toMatchObject({ seenByParticipant: 'hello' })
})
