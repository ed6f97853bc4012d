import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** A server under measurement, on a core of its own where the machine lets us choose. */
export interface MeasuredProcess {
  /** What it printed when it was ready. */
  readonly ready: string
  /** Processor time of all its threads so far, milliseconds. */
  cpuMs(): number
  /** How long its threads were ready to run and had no core, milliseconds: what the rest of the machine took. */
  waitMs(): number
  /** Resident memory now, bytes. */
  memory(): number
  /** The most it had since the last call, bytes. */
  peakMemory(): number
  /** Asks it to end, and kills it when it does not within some seconds. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

export interface ProcessOptions {
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Finds what tells that it is ready in its output so far. */
  readonly ready: RegExp
}

const SERVER_CORE = 0
const LOAD_CORE = 1
const START_MS = 30_000
const STOP_MS = 15_000

const TASKSET = '/usr/bin/taskset'
const hasTaskset = existsSync(TASKSET)

/** Keeps the load generator, which is this process, off the server's core. Answers whether that was possible. */
export function pinLoadGenerator(): boolean {
  if (!hasTaskset) return false
  execFileSync(TASKSET, ['-acp', String(LOAD_CORE), String(process.pid)], { stdio: 'ignore' })
  return true
}

/** The load generator's own processor time and waiting time so far, milliseconds. */
export const loadGeneratorTimes = (): { readonly cpuMs: number; readonly waitMs: number } => ({
  cpuMs: cpuMsOf(process.pid),
  waitMs: schedstat(process.pid, WAITED),
})

const running = new Set<ChildProcess>()

/** Ends every server that still runs: a measurement that hangs must not take the machine from the next one. */
export function endAllMeasured(): void {
  for (const child of running) child.kill('SIGKILL')
}

process.once('exit', endAllMeasured)

export async function startMeasured({ args, env = {}, ready }: ProcessOptions): Promise<MeasuredProcess> {
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', ...args]
  const pinned = hasTaskset ? [TASKSET, '-c', String(SERVER_CORE), ...command] : command
  const child = spawn(pinned[0] ?? '', pinned.slice(1), { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const pid = child.pid ?? 0
  running.add(child)
  child.once('exit', () => running.delete(child))
  return {
    ready: await waitUntilReady(child, ready),
    cpuMs: () => cpuMsOf(pid),
    waitMs: () => schedstat(pid, WAITED),
    memory: () => readStatus(pid, 'VmRSS'),
    peakMemory: () => {
      const peak = readStatus(pid, 'VmHWM')
      writeFileSync(`/proc/${pid}/clear_refs`, '5')
      return peak
    },
    stop: () => endWith(child, 'SIGTERM'),
    kill: () => endWith(child, 'SIGKILL'),
  }
}

/** Passes on what the server says on its error output: a peer that fails must not look slow. */
function waitUntilReady(child: ChildProcess, ready: RegExp): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`not ready: ${output}`)), START_MS)
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = ready.exec(output)
      if (found === null) return
      clearTimeout(limit)
      resolve(found[1] ?? '')
    })
    child.stderr?.on('data', (chunk: Buffer) => void process.stderr.write(chunk))
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)))
  })
}

async function endWith(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await gone
  clearTimeout(limit)
}

const RAN = 0
const WAITED = 1

/** `stat` counts ticks of 10 ms, for kernels without `schedstat`. */
function cpuMsOf(pid: number): number {
  if (existsSync(`/proc/${pid}/schedstat`)) return schedstat(pid, RAN)
  const [user = 0, system = 0] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '')
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) * 10
}

/** Milliseconds of all threads of a process. */
const schedstat = (pid: number, field: number): number =>
  readdirSync(`/proc/${pid}/task`).reduce(
    (sum, task) => sum + nanosecondsOf(`/proc/${pid}/task/${task}/schedstat`, field) / 1e6,
    0,
  )

/** A thread may end between the listing and the reading; it takes its time along, some milliseconds at most. */
function nanosecondsOf(path: string, field: number): number {
  try {
    return Number(readFileSync(path, 'utf8').split(' ')[field])
  } catch {
    return 0
  }
}

function readStatus(pid: number, field: string): number {
  const kib = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) * 1024
}
