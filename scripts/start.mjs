/** `npm start`: installs, builds and serves. Everything is skipped that has been done before. */
import { ensureClientBuilt } from './lib/build-client.mjs'
import { passThrough } from './lib/command.mjs'
import { Fault, runMain } from './lib/fault.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { has, pinnedNode } from './lib/paths.mjs'
import { serverArgs } from './lib/server.mjs'

await runMain(async () => {
  requireNode()
  await ensureInstalled()
  if (!has('server/src/main.ts')) throw new Fault('This checkout is incomplete: server/src/main.ts is missing.')
  await ensureClientBuilt()
  return passThrough(pinnedNode, serverArgs(), { env: { NODE_ENV: process.env['NODE_ENV'] ?? 'production' } })
})
