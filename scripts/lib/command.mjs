import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './paths.mjs'

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd] folder to run in; the repository's top folder by default
 * @property {Record<string, string>} [env] added to the present environment
 * @property {boolean} [shell] needed on Windows for commands that are .cmd files
 */

/** @param {CommandOptions} options */
const spawnOptions = ({ cwd = root, env = {}, shell = false }) => ({ cwd, env: { ...process.env, ...env }, shell })

/**
 * Runs a command quietly.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<{ code: number, output: string }>} exit code, and both outputs in the order they came. Rejects when the
 *   command cannot be started.
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...spawnOptions(options), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (output += chunk))
    }
    const release = forwardSignals(child)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      release()
      resolve({ code: exitCode(code, signal), output })
    })
  })
}

/**
 * Runs a command on our own terminal and passes signals through.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<number>} its exit code; 128 plus the signal's number when a signal ended it
 */
export function passThrough(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...spawnOptions(options), stdio: 'inherit' })
    const release = forwardSignals(child)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      release()
      resolve(exitCode(code, signal))
    })
  })
}

/**
 * A terminal sends Ctrl-C to the child as well; sending it once more would look like a second, impatient one.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops forwarding
 */
function forwardSignals(child) {
  const terminal = process.stdin.isTTY
  /** @type {[NodeJS.Signals, () => void][]} */
  const handlers = [
    ['SIGTERM', () => child.kill('SIGTERM')],
    ['SIGHUP', () => child.kill('SIGHUP')],
    ['SIGINT', () => terminal || child.kill('SIGINT')],
  ]
  for (const [signal, handler] of handlers) process.on(signal, handler)
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler)
  }
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
const exitCode = (code, signal) => code ?? 128 + (signal ? constants.signals[signal] : 0)
