/**
 * `npm test`: installs what the tests need, a browser too, and runs all of them. Stops at the first stage that fails. The last
 * line on the standard output is always `N passed, N failed`. `--long` runs longer random, kill and soak tests.
 */
import { ensureClientBuilt } from './lib/build-client.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { Fault, printFault, runMain } from './lib/fault.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { runStages } from './lib/run-stages.mjs'
import { say } from './lib/say.mjs'
import { checkStages, suiteStages } from './lib/stages.mjs'

await runMain(async () => {
  const { passed, failed, failedStages } = await testAll()
  if (failedStages.length > 0) say(`Failed: ${failedStages.join(', ')}. Later stages did not run.`)
  say(`${passed} passed, ${failed} failed`)
  return failed > 0 || passed === 0 ? 1 : 0
})

async function testAll() {
  try {
    return await runStages([...checkStages(), ...suiteStages(await prepare())], { keepGoing: false })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    printFault(error)
    return { passed: 0, failed: 1, failedStages: [] }
  }
}

/** @returns {Promise<Record<string, string>>} environment for the suites */
async function prepare() {
  requireNode()
  await ensureInstalled()
  const chromium = await ensureChromium()
  await ensureClientBuilt()
  return { CHROMIUM_PATH: chromium, ...(process.argv.includes('--long') ? { LONG: '1' } : {}) }
}
