import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, passThrough } from './command.mjs'
import { inRoot, pinnedNode, toolScript } from './paths.mjs'

/**
 * @typedef {object} Outcome
 * @property {boolean} ok whether the stage's program succeeded
 * @property {number} passed tests that passed, 0 for a stage without tests
 * @property {number} failed tests that failed
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {(reports: string) => Promise<Outcome>} run `reports` is a folder for machine-readable results
 *
 * @typedef {Record<string, string>} Env
 */

/**
 * A tool without tests: silent when all is well, its output shown when not.
 *
 * @param {string} name
 * @param {string} tool
 * @param {readonly string[]} args
 * @returns {Stage}
 */
export const toolStage = (name, tool, args) => ({
  name,
  run: async () => {
    const { code, output } = await capture(pinnedNode, [toolScript(tool), ...args])
    if (code !== 0) console.log(output.trimEnd())
    return { ok: code === 0, passed: 0, failed: 0 }
  },
})

/**
 * Vitest over some of the projects in vitest.config.ts. A project without a test fails.
 *
 * @param {string} name
 * @param {readonly string[]} projects
 * @param {Env} env
 * @returns {Stage}
 */
export const vitestStage = (name, projects, env = {}) => ({
  name,
  run: async (reports) => {
    const report = join(reports, `${name}.json`)
    const args = [
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const code = await passThrough(pinnedNode, [toolScript('vitest'), ...args], { env })
    return { ok: code === 0, ...countVitest(report) }
  },
})

/**
 * The browser tests.
 *
 * @param {Env} env
 * @returns {Stage}
 */
export const playwrightStage = (env) => ({
  name: 'e2e',
  run: async (reports) => {
    const report = join(reports, 'e2e.json')
    const script = inRoot('tests', 'node_modules', '@playwright', 'test', 'cli.js')
    const args = ['test', '--config=tests/playwright.config.ts', '--reporter=line,json']
    const code = await passThrough(pinnedNode, [script, ...args], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } })
    return { ok: code === 0, ...countPlaywright(report) }
  },
})

/** What can be said without a process, a socket or a browser; under a minute. */
export function checkStages() {
  const typed = ['shared', 'server', 'client', 'tests', 'scripts']
  return [
    toolStage('format', 'oxfmt', ['--check', '.']),
    toolStage('lint', 'oxlint', []),
    ...typed.map((folder) => toolStage(`types ${folder}`, 'typescript', ['-p', folder])),
    vitestStage('unit', ['unit', 'unit-client', 'architecture']),
    toolStage('knip', 'knip', ['--no-progress']),
  ]
}

/**
 * Everything that needs processes, sockets or a browser, in the order of their cost.
 *
 * @param {Env} env
 * @returns {Stage[]}
 */
export function suiteStages(env) {
  // The relay alone: some of its tests bound memory. The others share the cores, since most of their time is waiting.
  return [
    vitestStage('relay', ['relay'], env),
    vitestStage('suites', ['convergence', 'fault', 'privacy', 'exports'], env),
    playwrightStage(env),
  ]
}

/** @param {string} file */
function countVitest(file) {
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(file)
  return { passed: numPassedTests, failed: numFailedTests }
}

/** @param {string} file */
function countPlaywright(file) {
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(file).stats ?? {}
  return { passed: expected, failed: unexpected + flaky }
}

/**
 * A runner that died has written nothing; its exit code tells.
 *
 * @param {string} file
 */
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})
