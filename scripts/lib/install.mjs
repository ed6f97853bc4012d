import { existsSync } from 'node:fs'
import { capture } from './command.mjs'
import { Fault, tail } from './fault.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { pinnedNode } from './paths.mjs'
import { say, took } from './say.mjs'

const PNPM = 'pnpm@12.21.0'

const INPUTS = ['client', 'server', 'shared', 'tests']
  .map((folder) => `${folder}/package.json`)
  .concat('package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml')

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|FETCH_FAIL|error sending request/i

/** Installs exactly what the lockfile names, unless that has been done before. Throws a `Fault` when it cannot. */
export async function ensureInstalled() {
  const wanted = fingerprint(INPUTS, { salt: `${PNPM} ${process.platform} ${process.arch}` })
  if (readStamp('installed') === wanted && existsSync(pinnedNode)) return
  const start = performance.now()
  say('Installing packages; the first time this can take a minute or two.')
  await install()
  writeStamp('installed', wanted)
  say(`Installed in ${took(start)}.`)
}

async function install() {
  const { code, output } = await runPnpm(['install', '--frozen-lockfile'])
  if (code === 0) return
  if (UNREACHABLE.test(output)) {
    throw new Fault(
      'The npm registry cannot be reached: check the network, or npm’s registry and proxy settings, and try again.',
      tail(output, 3),
    )
  }
  throw new Fault('Installing the packages failed; the lines above are the end of what the package manager said.', tail(output))
}

/** @param {readonly string[]} args */
async function runPnpm(args) {
  try {
    return await capture('npx', ['--yes', PNPM, ...args], { env: pnpmEnvironment, shell: process.platform === 'win32' })
  } catch {
    throw new Fault('npx was not found: install npm, which comes with Node at https://nodejs.org, and try again.')
  }
}

/** `CI` keeps the package manager from asking; the others keep an unreachable registry from looking like a long wait. */
const pnpmEnvironment = {
  CI: 'true',
  npm_config_fetch_retries: '1',
  npm_config_fetch_timeout: '60000',
  pnpm_config_fetch_retries: '1',
  pnpm_config_fetch_timeout: '60000',
  pnpm_config_fetch_retry_mintimeout: '1000',
  pnpm_config_fetch_retry_maxtimeout: '5000',
}
