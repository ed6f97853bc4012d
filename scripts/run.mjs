/** Runs one of the root's tools with the pinned Node: `node scripts/run.mjs oxfmt .` */
import { passThrough } from './lib/command.mjs'
import { Fault, runMain } from './lib/fault.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { has, pinnedNode, toolScript } from './lib/paths.mjs'

await runMain(async () => {
  requireNode()
  await ensureInstalled()
  const [tool = '', ...args] = process.argv.slice(2)
  if (!tool || !has(`node_modules/${tool}/package.json`))
    throw new Fault(`There is no tool named "${tool}" among the root's packages.`)
  return passThrough(pinnedNode, [toolScript(tool), ...args])
})
