import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * `npm run bench -- [relay] [canvas] [suggest] [--quick] [--runs N]`, and for the relay `[--only a,b] [--contenders a,b]`. Without a
 * name everything is measured. Results go to `tests/bench/results`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    contenders: { type: 'string' },
  },
})

const { quick } = values
const runs = quick ? 1 : Number(values.runs ?? 3)
const only = values.only?.split(',')
const contenders = values.contenders?.split(',')

const benches: Readonly<Record<string, () => Promise<void>>> = {
  relay: async () => {
    const { runRelayBench } = await import('./relay/run.ts')
    await runRelayBench({ runs, quick, ...(only ? { only } : {}), ...(contenders ? { contenders } : {}) })
  },
  canvas: async () => {
    const { runCanvasBench } = await import('./canvas/run.ts')
    await runCanvasBench({ rounds: runs, file: join(import.meta.dirname, 'results', 'canvas.json') })
  },
  suggest: async () => {
    const { runSuggestBench } = await import('./suggest/run.ts')
    runSuggestBench({ rounds: quick ? 4 : 20, file: join(import.meta.dirname, 'results', 'suggest.md') })
  },
}

mkdirSync(join(import.meta.dirname, 'results'), { recursive: true })
const names = positionals.length > 0 ? positionals : Object.keys(benches)
for (const name of names) {
  const bench = benches[name]
  if (bench === undefined) throw new Error(`There is no benchmark "${name}"; there are: ${Object.keys(benches).join(', ')}.`)
  await bench()
}
