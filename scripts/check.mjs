/** `npm run check`: format, lint, types, unit and architecture tests, unused code. Runs all of them and names those that failed. */
import { runMain } from './lib/fault.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { runStages } from './lib/run-stages.mjs'
import { say, took } from './lib/say.mjs'
import { checkStages } from './lib/stages.mjs'

await runMain(async () => {
  requireNode()
  await ensureInstalled()
  const start = performance.now()
  const { failedStages } = await runStages(checkStages(), { keepGoing: true })
  say(failedStages.length > 0 ? `Failed: ${failedStages.join(', ')}.` : `All checks passed in ${took(start)}.`)
  return failedStages.length > 0 ? 1 : 0
})
