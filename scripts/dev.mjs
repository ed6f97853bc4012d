/** `npm run dev`: the server, restarted when its sources change, and the client by Vite with live reload, which passes the server's paths on. */
import { passThrough } from './lib/command.mjs'
import { runMain } from './lib/fault.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { inRoot, pinnedNode, toolScript } from './lib/paths.mjs'
import { serverArgs } from './lib/server.mjs'

await runMain(async () => {
  requireNode()
  await ensureInstalled()
  const server = passThrough(pinnedNode, serverArgs('--watch'))
  const client = passThrough(pinnedNode, [toolScript('vite', 'client')], { cwd: inRoot('client') })
  return Math.max(...(await Promise.all([server, client])))
})
