import { startRelayServer } from './relay-server.ts'

/**
 * The relay as a process of its own, to be killed: `node relay-process.ts <database file> [port]`. Prints the port on a line
 * of its own once it listens.
 */
const [path, port] = process.argv.slice(2)
if (path === undefined) throw new Error('a database file is needed')
const server = await startRelayServer({
  path,
  port: Number(port ?? 0),
  // Low thresholds, so that a kill falls into a compaction now and then, on this thread or another.
  limits: { compactRows: 40, compactBytes: 16_384, threadBytes: 8_192, sweepMs: 20, unloadMs: 200 },
})
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
process.stdout.write(`${server.port}\n`)
