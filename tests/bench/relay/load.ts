import { pause, type Crowd } from './crowd.ts'
import { loadGeneratorTimes, type MeasuredProcess } from './measured-process.ts'
import { percentile } from './statistics.ts'
import { pointOf, writerOf } from './story.ts'

/** A steady load: everything at a fixed rate, whether the server keeps up or not. */
export interface Load {
  /** Edits a second, all rooms together; person `story.writers` takes turns in each. */
  readonly edits: number
  /** Cursor positions a second, each person. */
  readonly cursors: number
  readonly warmUpMs: number
  readonly measureMs: number
}

export interface LoadResult {
  readonly latencyP50: number
  readonly latencyP99: number
  /** Milliseconds until the author heard that it was taken in; NaN where a protocol does not say. */
  readonly acknowledgedP50: number
  readonly acknowledgedP99: number
  /** Deliveries of edits that did not arrive within `PATIENCE_MS` after the end, of all that were due. */
  readonly missing: number
  readonly deliveries: number
  /** Processor time per second, 1 is a core. */
  readonly cpu: number
  readonly bytesPerCursor: number
  /** Positions delivered, of those that a full exchange at this rate would deliver. */
  readonly cursorShare: number
  /** Whether the people who keep a copy ended with the same document. */
  readonly agrees: boolean
  readonly gone: number
  /** How late the generator itself was, at the 99th percentile. */
  readonly generatorLagP99: number
  /** Share of its time that the server, and the generator, was ready to run and had no core. */
  readonly serverWait: number
  readonly generatorWait: number
  readonly generatorCpu: number
}

type MachineUse = Pick<LoadResult, 'cpu' | 'serverWait' | 'generatorCpu' | 'generatorWait'> & { readonly seconds: number }

const TICK_MS = 4
const PATIENCE_MS = 10_000
/** tldraw drops who is silent for 20 s. */
const KEEP_ALIVE_MS = 5_000

/** How many edits a run of this load needs at most. */
export const editsIn = ({ edits, warmUpMs, measureMs }: Load): number => Math.ceil((edits * (warmUpMs + measureMs)) / 1000) + 1

/** One crowd or many, under one load; edits go to the crowds in turn. */
export class LoadRun {
  readonly #crowds: readonly Crowd[]
  readonly #load: Load
  readonly #process: MeasuredProcess
  readonly #sentAt: number[] = []
  readonly #latencies: number[] = []
  readonly #acknowledged: number[] = []
  readonly #lags: number[] = []
  readonly #open: Map<number, number>[]
  #firstMeasured = Number.POSITIVE_INFINITY
  #lastMeasured = -1
  #delivered = 0
  #cursors = 0
  #cursorBytes = 0
  #isMeasuring = false
  #cursorsSent = 0

  constructor(crowds: readonly Crowd[], load: Load, process: MeasuredProcess) {
    this.#crowds = crowds
    this.#load = load
    this.#process = process
    this.#open = crowds.map(() => new Map())
    crowds.forEach((crowd, index) => this.#listen(crowd, index))
  }

  async run(): Promise<LoadResult> {
    const start = performance.now()
    await this.#drive(start, start + this.#load.warmUpMs)
    this.#isMeasuring = true
    this.#firstMeasured = this.#sentAt.length
    const use = this.#watchMachine()
    await this.#drive(start, start + this.#load.warmUpMs + this.#load.measureMs)
    const machine = use()
    this.#isMeasuring = false
    this.#lastMeasured = this.#sentAt.length - 1
    await this.#drain()
    return this.#result(machine)
  }

  /** Answers how to read the shares of the time since this call. */
  #watchMachine(): () => MachineUse {
    const read = (): readonly number[] => {
      const generator = loadGeneratorTimes()
      return [performance.now(), this.#process.cpuMs(), this.#process.waitMs(), generator.cpuMs, generator.waitMs]
    }
    const before = read()
    return () => {
      const [ms = 1, cpu = 0, serverWait = 0, generatorCpu = 0, generatorWait = 0] = read().map(
        (value, at) => value - (before[at] ?? 0),
      )
      const shares = {
        cpu: cpu / ms,
        serverWait: serverWait / ms,
        generatorCpu: generatorCpu / ms,
        generatorWait: generatorWait / ms,
      }
      return { seconds: ms / 1000, ...shares }
    }
  }

  #listen(crowd: Crowd, index: number): void {
    crowd.listener = {
      onEdit: (person, number, at) => this.#onEdit(this.#globalOf(number, index), person, at, crowd),
      onCursors: (_person, count, wireBytes) => {
        if (!this.#isMeasuring) return
        this.#cursors += count
        this.#cursorBytes += wireBytes
      },
      onAcknowledged: (person, number, at) => this.#onAcknowledged(index, person, number, at),
    }
  }

  /** Edits are numbered within each crowd's story; over all crowds they take turns. */
  #globalOf(number: number, crowd: number): number {
    return number * this.#crowds.length + crowd
  }

  #onEdit(global: number, person: number, at: number, crowd: Crowd): void {
    if (!this.#isMeasured(global)) return
    const number = Math.floor(global / this.#crowds.length)
    if (person === writerOf(number, crowd.story)) return
    this.#delivered++
    this.#latencies.push(at - (this.#sentAt[global] ?? at))
  }

  #onAcknowledged(index: number, person: number, number: number, at: number): void {
    const open = this.#open[index]
    const writers = this.#crowds[index]?.story.writers ?? 1
    // An answer covers all that this person sent before; edits of one person are `writers` apart.
    for (let each = number; open?.has(each); each -= writers) {
      if (writerOf(each, { writers }) !== person) break
      const global = this.#globalOf(each, index)
      if (this.#isMeasured(global)) this.#acknowledged.push(at - (open.get(each) ?? at))
      open.delete(each)
    }
  }

  #isMeasured(global: number): boolean {
    return global >= this.#firstMeasured && (this.#lastMeasured < 0 || global <= this.#lastMeasured)
  }

  async #drive(start: number, end: number): Promise<void> {
    let nextKeepAlive = performance.now() + KEEP_ALIVE_MS
    while (performance.now() < end) {
      const elapsed = performance.now() - start
      this.#sendEdits(start, elapsed)
      if (this.#load.cursors > 0) this.#sendCursors(elapsed)
      else if (performance.now() > nextKeepAlive) {
        nextKeepAlive += KEEP_ALIVE_MS
        for (const crowd of this.#crowds) crowd.keepAlive()
      }
      await pause(TICK_MS)
    }
  }

  #sendEdits(start: number, elapsed: number): void {
    const due = Math.floor((elapsed * this.#load.edits) / 1000)
    while (this.#sentAt.length < due) {
      const global = this.#sentAt.length
      const index = global % this.#crowds.length
      const number = Math.floor(global / this.#crowds.length)
      const crowd = this.#crowds[index]
      if (crowd === undefined) return
      const now = performance.now()
      this.#lags.push(now - start - (global * 1000) / this.#load.edits)
      this.#sentAt.push(now)
      const writer = writerOf(number, crowd.story)
      this.#open[index]?.set(number, now)
      crowd.send(writer, crowd.guests[writer]?.speaker.edit(number) ?? [])
    }
  }

  /** People move one after the other, evenly over the interval. */
  #sendCursors(elapsed: number): void {
    const [crowd] = this.#crowds
    if (crowd === undefined) return
    const people = crowd.guests.length
    const due = Math.floor((elapsed * this.#load.cursors * people) / 1000)
    for (; this.#cursorsSent < due; this.#cursorsSent++) {
      const person = this.#cursorsSent % people
      const [x, y] = pointOf(this.#cursorsSent)
      const guest = crowd.guests[person]
      if (guest) guest.line.send(guest.speaker.cursor(x, y))
    }
  }

  get #deliveriesDue(): number {
    let due = 0
    for (let global = this.#firstMeasured; global <= this.#lastMeasured; global++) {
      due += (this.#crowds[global % this.#crowds.length]?.guests.length ?? 1) - 1
    }
    return due
  }

  async #drain(): Promise<void> {
    const end = performance.now() + PATIENCE_MS
    while (this.#delivered < this.#deliveriesDue && performance.now() < end) await pause(20)
    // Acknowledgements of the last edits, and their way into the copies.
    await pause(200)
  }

  #result({ seconds, ...machine }: MachineUse): LoadResult {
    const copies = this.#crowds.flatMap((crowd) => crowd.copies())
    const people = this.#crowds[0]?.guests.length ?? 0
    const cursorsDue = seconds * this.#load.cursors * people * (people - 1)
    return {
      latencyP50: percentile(this.#latencies, 0.5),
      latencyP99: percentile(this.#latencies, 0.99),
      acknowledgedP50: percentile(this.#acknowledged, 0.5),
      acknowledgedP99: percentile(this.#acknowledged, 0.99),
      missing: this.#deliveriesDue - this.#delivered,
      deliveries: this.#delivered,
      ...machine,
      bytesPerCursor: this.#cursors === 0 ? Number.NaN : this.#cursorBytes / this.#cursors,
      cursorShare: cursorsDue === 0 ? Number.NaN : this.#cursors / cursorsDue,
      agrees: copies.every((copy) => copy === copies[0]),
      gone: this.#crowds.reduce((sum, crowd) => sum + crowd.gone, 0),
      generatorLagP99: percentile(this.#lags, 0.99),
    }
  }
}
