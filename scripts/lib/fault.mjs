import { stripVTControlCharacters } from 'node:util'

/** A failure that a person can act on: one clear sentence, and the lines of a tool's output that explain it. */
export class Fault extends Error {
  /**
   * @param {string} sentence
   * @param {string} details shown below the sentence, '' for none
   */
  constructor(sentence, details = '') {
    super(sentence)
    this.details = details
  }
}

/**
 * Prints a fault to the error output: its details first, the sentence last, where it is seen.
 *
 * @param {Fault} fault
 */
export function printFault(fault) {
  if (fault.details) console.error(fault.details)
  console.error(fault.message)
}

/**
 * Runs a script's main function and ends the process with its exit code. A `Fault` becomes its sentence and code 1; anything
 * else is a bug of ours and keeps its stack.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  const stopWatching = endWithParent()
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    printFault(error)
    process.exitCode = 1
  } finally {
    stopWatching()
  }
}

/**
 * npm passes SIGTERM to the shell it runs us in, and that shell dies without telling us: without this, a stopped `npm start`
 * would leave its server behind.
 *
 * @returns {() => void} stops watching
 */
function endWithParent() {
  if (!process.env['npm_lifecycle_event']) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  return () => clearInterval(timer)
}

/**
 * The last lines of a tool's output, without colours and without the tool's own stack.
 *
 * @param {string} output
 * @param {number} lines
 */
export const tail = (output, lines = 20) =>
  stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(-lines)
    .join('\n')
