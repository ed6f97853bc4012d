/** `npm run bench -- <args>`: measurements, never part of the tests. The arguments go to tests/bench/main.ts. */
import { ensureClientBuilt } from './lib/build-client.mjs'
import { findChromium } from './lib/chromium.mjs'
import { passThrough } from './lib/command.mjs'
import { Fault, runMain } from './lib/fault.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { has, pinnedNode } from './lib/paths.mjs'

await runMain(async () => {
  requireNode()
  await ensureInstalled()
  if (!has('tests/bench/main.ts')) throw new Fault('This checkout is incomplete: tests/bench/main.ts is missing.')
  await ensureClientBuilt()
  const args = ['--disable-warning=ExperimentalWarning', 'tests/bench/main.ts', ...process.argv.slice(2)]
  return passThrough(pinnedNode, args, { env: { CHROMIUM_PATH: findChromium() ?? '' } })
})
