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
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    printFault(error)
    process.exitCode = 1
  }
}

/**
 * The last lines of a tool's output.
 *
 * @param {string} output
 * @param {number} lines
 */
export const tail = (output, lines = 20) => output.trimEnd().split('\n').slice(-lines).join('\n')
