import type { Clock } from '../ports.ts'

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
  soon(task) {
    const turn = setImmediate(task)
    return () => clearImmediate(turn)
  },
}
