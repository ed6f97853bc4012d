import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A process that listens on a port and is going to be killed. */
export interface Victim {
  readonly port: number
  /** What it printed so far. */
  output(): string
  /** Resolves when it prints `line`, from now on, in the same turn of the event loop. */
  prints(line: string): Promise<void>
  /** Writes a line to its standard input. */
  tell(line: string): void
  /** `SIGKILL`, without a warning: resolves when it is gone. */
  kill(): Promise<void>
  /** `SIGTERM`: resolves when it has ended by itself. */
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
// Compiled once, kept for every later start: more than half of a start is compiling.
const compiled = mkdtempSync(join(tmpdir(), 'groundswell-compiled-'))

/** Ends what a failed test left running. */
export function sweepVictims(): void {
  for (const child of running) child.kill('SIGKILL')
  rmSync(compiled, { recursive: true, force: true })
}

const PORT = /(\d+)\s*\n/

/** Starts a Node process, `entry` relative to this file, and waits for the port at the end of the first line it prints. */
export async function startVictim(
  entry: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Victim> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(entry, import.meta.url)), ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.add(child)
  const gone = once(child, 'exit').then(() => void running.delete(child))
  const end = (signal: 'SIGKILL' | 'SIGTERM') => (): Promise<void> => {
    child.kill(signal)
    return gone
  }
  let output = ''
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      const ready = PORT.exec(output)
      if (ready) resolve(Number(ready[1]))
    })
    void gone.then(() => reject(new Error(`the process ended with ${child.exitCode ?? child.signalCode}: ${output}`)))
  })
  const prints = (line: string): Promise<void> =>
    new Promise((resolve) => {
      const from = output.length
      child.stdout.on('data', () => output.slice(Math.max(0, from - 1)).includes(`\n${line}\n`) && resolve())
    })
  const tell = (line: string): void => void child.stdin.write(`${line}\n`)
  return { port, output: () => output, prints, tell, kill: end('SIGKILL'), stop: end('SIGTERM') }
}
