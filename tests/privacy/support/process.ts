import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))

/** The server as a process of its own. */
export interface ServerProcess {
  readonly url: string
  /** Everything it printed. */
  readonly output: () => string
  /** Ends it as a power cut would, and resolves when it is gone. */
  readonly kill: () => Promise<void>
}

/** What a server printed that did not start, and the code it ended with. */
export class DidNotStart extends Error {
  readonly code: number | null
  constructor(output: string, code: number | null) {
    super(output)
    this.code = code
  }
}

export async function startProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      const ready = /ready at (\S+)\n/.exec(output)
      if (ready) resolve(ready[1] ?? '')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', (code) => reject(new DidNotStart(output.trim(), code)))
  })
  return { url, output: () => output, kill: () => killed(child) }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
