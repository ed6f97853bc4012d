import { cpus } from 'node:os'
import { pause } from './crowd.ts'

const SAMPLE_MS = 500
const LONGEST_WAIT_MS = 10_000
/** Of all cores together. */
const QUIET = 0.75

function times(): { readonly idle: number; readonly all: number } {
  const each = cpus().map((cpu) => cpu.times)
  const idle = each.reduce((sum, time) => sum + time.idle, 0)
  const busy = each.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.irq, 0)
  return { idle, all: idle + busy }
}

/** Resolves when the rest of the machine is quiet, or after some seconds: what others do must not look like our slowness. */
export async function quietMoment(): Promise<void> {
  const end = performance.now() + LONGEST_WAIT_MS
  while (performance.now() < end) {
    const before = times()
    await pause(SAMPLE_MS)
    const after = times()
    if ((after.idle - before.idle) / (after.all - before.all) >= QUIET) return
  }
}
