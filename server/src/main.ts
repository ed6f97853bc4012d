import { networkInterfaces } from 'node:os'
import { messageOf, StartFault } from './lib/start-fault.ts'

const OLDEST_NODE = [22, 13] as const

/** The addresses of this machine that phones in the room can reach, IPv4 alone: they are typed by hand. */
const roomAddresses = (port: number): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => `http://${address.address}:${port}`)

const fail = (sentence: string): never => {
  console.error(sentence)
  process.exit(1)
}

function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldest, oldestMinor] = OLDEST_NODE
  if (major < oldest || (major === oldest && minor < oldestMinor)) {
    fail(
      `Groundswell needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}. "npm start" brings the right one.`,
    )
  }
}

async function main(): Promise<void> {
  requireNode()
  // Only now: older versions of Node cannot even load these.
  const { createServer, readConfig } = await import('./create-server.ts')
  const { createLog } = await import('./lib/log.ts')
  const { atLevel } = await import('./lib/log-level.ts')
  const config = readConfig(process.env)
  if (!config.ok) return fail(config.error.join('\n'))
  const { dataDir, host, publicUrl, logLevel } = config.value
  const log = atLevel(
    createLog((line) => console.log(line), Date.now),
    logLevel,
  )
  const server = await createServer({ config: config.value, log })
  console.log(`Groundswell is ready at ${publicUrl ?? server.url}`)
  if (host === null && publicUrl === null)
    for (const address of roomAddresses(server.port)) console.log(`  in this network: ${address}`)
  console.log(`  data folder: ${dataDir}`)
  console.log('  PORT and DATA_DIR change the port and the folder; Ctrl+C stops the server.')
  stopOnSignal(() => server.close())
}

/** One Ctrl+C reaches a whole group of processes, and a parent passes it on: signals this close together are one. */
const ONE_PRESS_MS = 500

/** The first signal lets everyone finish, a second one ends at once; what was acknowledged is on disk either way. */
function stopOnSignal(close: () => Promise<void>): void {
  let stoppingSince: number | null = null
  const stop = () => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince >= ONE_PRESS_MS) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    close().then(
      () => process.exit(0),
      (error: unknown) => fail(`The server did not stop cleanly: ${messageOf(error)}.`),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) =>
  fail(error instanceof StartFault ? error.message : `The server cannot start: ${messageOf(error)}.`),
)
