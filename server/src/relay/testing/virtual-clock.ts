import type { Clock, Stop } from '../../ports.ts'

interface Task {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/** Time that moves only when told to. Tasks run in order of their time, those of one instant in order of their making. */
export class VirtualClock implements Clock {
  #now: number
  #order = 0
  #tasks: Task[] = []

  constructor(start = 1_000_000) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): Stop {
    const task: Task = { at: this.#now + Math.max(0, ms), order: this.#order++, run }
    this.#tasks.push(task)
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task)
    }
  }

  soon(run: () => void): Stop {
    return this.after(0, run)
  }

  /** Lets `ms` milliseconds pass, with everything that falls into them and the promises in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await drainPromises()
    for (let task = this.#next(end); task; task = this.#next(end)) {
      this.#now = Math.max(this.#now, task.at)
      task.run()
      await drainPromises()
    }
    this.#now = end
  }

  #next(end: number): Task | null {
    const due = this.#tasks.filter(({ at }) => at <= end)
    if (due.length === 0) return null
    const first = due.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.order < a.order) ? b : a))
    this.#tasks = this.#tasks.filter((task) => task !== first)
    return first
  }
}

/** A turn of the real event loop: all promise reactions that are ready have run after it. */
const drainPromises = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
