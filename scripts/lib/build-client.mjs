import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './command.mjs'
import { Fault, tail } from './fault.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { cacheFolder, has, inRoot, pinnedNode, toolScript } from './paths.mjs'
import { say, took } from './say.mjs'

const INPUTS = ['client', 'shared', 'pnpm-lock.yaml', 'tsconfig.base.json']
const DIST = inRoot('client', 'dist')

/** Builds the client into client/dist, unless its sources are the ones it was built from. Throws a `Fault` when it cannot. */
export async function ensureClientBuilt() {
  if (!has('client/index.html')) throw new Fault('This checkout is incomplete: client/index.html is missing.')
  const wanted = fingerprint(INPUTS, { skip: /\.test\.tsx?$|\.md$/ })
  if (readStamp('client-built') === wanted && existsSync(join(DIST, 'index.html'))) return
  const start = performance.now()
  say('Building the client.')
  replaceDist(await build())
  writeStamp('client-built', wanted)
  say(`Built in ${took(start)}.`)
}

/** @returns {Promise<string>} the folder that holds the result */
async function build() {
  const folder = join(cacheFolder, `client-${process.pid}`)
  const args = [toolScript('vite', 'client'), 'build', '--outDir', folder, '--emptyOutDir']
  const { code, output } = await capture(pinnedNode, args, { cwd: inRoot('client') })
  if (code === 0) return folder
  rmSync(folder, { recursive: true, force: true })
  throw new Fault('Building the client failed; the lines above are the end of what the builder said.', tail(output, 30))
}

/**
 * Only a complete build replaces the one that may be served right now.
 *
 * @param {string} folder
 */
function replaceDist(folder) {
  rmSync(DIST, { recursive: true, force: true })
  renameSync(folder, DIST)
}
