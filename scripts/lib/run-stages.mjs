import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say, took } from './say.mjs'

/**
 * @typedef {import('./stages.mjs').Stage} Stage
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed a stage that fails without a failed test counts as one
 * @property {string[]} failedStages
 */

/**
 * Runs stages one after the other and adds up what they counted.
 *
 * @param {readonly Stage[]} stages
 * @param {{ keepGoing: boolean }} options whether a failed stage leaves the others to run
 * @returns {Promise<Tally>}
 */
export async function runStages(stages, { keepGoing }) {
  const reports = mkdtempSync(join(tmpdir(), 'groundswell-reports-'))
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, failedStages: [] }
  try {
    for (const stage of stages) {
      await runStage(stage, reports, tally)
      if (tally.failedStages.length > 0 && !keepGoing) break
    }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  return tally
}

/**
 * @param {Stage} stage
 * @param {string} reports
 * @param {Tally} tally
 */
async function runStage(stage, reports, tally) {
  const start = performance.now()
  const { ok, passed, failed } = await stage.run(reports)
  const good = ok && failed === 0
  tally.passed += passed
  tally.failed += good ? 0 : Math.max(failed, 1)
  if (!good) tally.failedStages.push(stage.name)
  say(`${good ? 'ok    ' : 'FAILED'}  ${stage.name}  (${took(start)})`)
}
