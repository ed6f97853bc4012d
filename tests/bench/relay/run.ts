import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Contender, ContenderId } from './contenders/contender.ts'
import { ensurePeersInstalled } from './install-peers.ts'
import { quietMoment } from './machine.ts'
import { endAllMeasured, pinLoadGenerator } from './measured-process.ts'
import { Notebook, toMarkdown, type Report } from './report.ts'
import { growth } from './scenarios/growth.ts'
import { coldOpen, joinStorm } from './scenarios/joining.ts'
import { largestRoom } from './scenarios/ladder.ts'
import { afterPowerCut, manyRooms } from './scenarios/many.ts'
import { idleConnections, roomMemory } from './scenarios/memory.ts'
import { costOfAnEdit, editsAlone, fullRoom } from './scenarios/room.ts'
import { withFolder, type Figures, type Scenario } from './scenarios/scenario.ts'

export interface RelayBenchOptions {
  /** How often everything is measured, 3 by default. */
  readonly runs?: number
  /** One run with short phases. */
  readonly quick?: boolean
  /** Names of the scenarios to measure; all by default. */
  readonly only?: readonly string[]
  /** Columns to measure; all by default. */
  readonly contenders?: readonly string[]
}

const SCENARIOS: readonly Scenario[] = [
  fullRoom,
  editsAlone,
  costOfAnEdit,
  largestRoom,
  joinStorm,
  coldOpen,
  idleConnections,
  roomMemory,
  manyRooms,
  afterPowerCut,
  growth,
]

const RESULTS = fileURLToPath(new URL('../results', import.meta.url))
const DEFAULT_RUNS = 3

/**
 * Measures our relay beside its peers, prints the table, and writes `relay.json` and `relay.md` (`relay-part.*` for a quick
 * run or a selection) to `tests/bench/results`.
 */
export async function runRelayBench(options: RelayBenchOptions = {}): Promise<void> {
  ensurePeersInstalled()
  const pinned = pinLoadGenerator()
  const quick = options.quick ?? false
  const runs = quick ? 1 : (options.runs ?? DEFAULT_RUNS)
  const scenarios = SCENARIOS.filter(({ id }) => options.only?.includes(id) ?? true)
  const notebook = new Notebook()
  const isPart = quick || options.only !== undefined || options.contenders !== undefined
  for (let run = 0; run < runs; run++) {
    for (const scenario of scenarios) {
      if (run > 0 && scenario.once) continue
      const contenders = scenario.contenders.filter(({ id }) => options.contenders?.includes(id) ?? true)
      // Every run begins with another one, so that none always has the quiet minute.
      for (const contender of rotate(contenders, run)) await measure(scenario, contender, quick, notebook)
    }
    // After every run: one that is broken off leaves what it has measured, and says so.
    const measured = notebook.measured(scenarios)
    write({ ...conditions(), runs, finished: run + 1, quick, pinned, measured, failures: notebook.failures }, isPart)
  }
}

const rotate = <T>(list: readonly T[], by: number): readonly T[] => list.map((_, index) => list[(index + by) % list.length] as T)

/** One that failed as often is left out of the runs that remain: some fail only after a minute of waiting. */
const MOST_FAILURES = 2

async function measure(scenario: Scenario, contender: Contender, quick: boolean, notebook: Notebook): Promise<void> {
  if (notebook.failuresOf(scenario, contender) >= MOST_FAILURES) return
  const startedAt = performance.now()
  try {
    await quietMoment()
    const figures = await withinLimit(
      scenario,
      withFolder((folder) => scenario.measure(contender, { folder, quick })),
    )
    for (const [row, value] of Object.entries(figures)) notebook.note(row, contender.id, value)
    const shown = Object.entries(figures).map(([row, value]) => `${row} ${value.toFixed(2)}`)
    console.log(`${scenario.id}, ${contender.title}: ${shown.join(', ')} (${secondsSince(startedAt)} s)`)
  } catch (error) {
    notebook.fail(scenario, contender, error)
    console.log(`${scenario.id}, ${contender.title}: ${String(error)} (${secondsSince(startedAt)} s)`)
  }
}

const secondsSince = (startedAt: number): string => ((performance.now() - startedAt) / 1000).toFixed(0)

const LIMIT_MS = 120_000

/** A measurement that hangs is given up and its server ended; the next one goes on. */
async function withinLimit(scenario: Scenario, measuring: Promise<Figures>): Promise<Figures> {
  const limit = scenario.limitMs ?? LIMIT_MS
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limit / 1000} s`)), limit)
  })
  try {
    return await Promise.race([measuring, late])
  } catch (error) {
    endAllMeasured()
    await measuring.catch(() => {})
    throw error
  } finally {
    clearTimeout(timer)
  }
}

const conditions = (): Pick<Report, 'date' | 'node' | 'machine'> => ({
  date: new Date().toISOString(),
  node: process.versions.node,
  machine: `${cpus().length} shared cores`,
})

function write(report: Report, isPart: boolean): void {
  const titles: Partial<Record<ContenderId, string>> = {}
  for (const { id, title } of SCENARIOS.flatMap(({ contenders }) => contenders)) titles[id] = title
  const text = toMarkdown(report, titles)
  const name = isPart ? 'relay-part' : 'relay'
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`)
  writeFileSync(join(RESULTS, `${name}.md`), text)
  console.log(`\n${text}`)
}
