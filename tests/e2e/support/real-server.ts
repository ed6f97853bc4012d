import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const DATED = fileURLToPath(new URL('../../support/dated-server.ts', import.meta.url))

/** The real server as its own process, on a free port with a data folder of its own. */
export interface RealServer {
  readonly url: string
  /** As a power cut would: nothing gets a chance to finish. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port and data; with a time, as if it were then. */
  readonly restart: (at?: string) => Promise<void>
  readonly stop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function launch(port: number, data: string, at: string | null): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, at === null ? [MAIN] : [DATED, at], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready at')) resolve()
    })
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('exit', () => reject(new Error(`the server did not start: ${said}`)))
  })
  return child
}

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** `at` is an ISO time that its clock starts from; null is now. */
export async function startRealServer(at: string | null = null): Promise<RealServer> {
  const data = await mkdtemp(join(tmpdir(), 'groundswell-e2e-'))
  const port = await freePort()
  let child = await launch(port, data, at)
  return {
    url: `http://127.0.0.1:${port}`,
    kill: () => end(child, 'SIGKILL'),
    restart: async (later) => {
      child = await launch(port, data, later ?? at)
    },
    stop: async () => {
      await end(child, 'SIGKILL')
      await rm(data, { recursive: true, force: true })
    },
  }
}
