import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture } from './command.mjs'
import { Fault, tail } from './fault.mjs'
import { say } from './say.mjs'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const ADVICE = 'install Chromium or Chrome, or set CHROMIUM_PATH to its program.'

/** @returns {string | undefined} the program's path. Throws a `Fault` when CHROMIUM_PATH names none. */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH']
  if (named && !existsSync(named)) throw new Fault(`CHROMIUM_PATH is ${named}, and there is no such file: ${ADVICE}`)
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)))
  return named || [...KNOWN_PLACES, ...onPath].find(existsSync)
}

/** The program's path; installs Debian's Chromium when there is none and we may. Throws a `Fault` when that fails. */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Fault(`The browser tests need Chromium: ${ADVICE}`)
  say('Installing Chromium for the browser tests.')
  await aptGet('update')
  await aptGet('install', '-y', 'chromium')
  const installed = findChromium()
  if (!installed) throw new Fault(`The chromium package brought no program: ${ADVICE}`)
  return installed
}

/** @param {...string} args */
async function aptGet(...args) {
  const { code, output } = await capture('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  if (code !== 0) throw new Fault(`Chromium could not be installed with apt-get: ${ADVICE}`, tail(output))
}
