import { startRelayServer } from '../../support/relay-server.ts'

/**
 * The relay with its store behind a plain HTTP server, its limit of members lifted: `node server-process.ts <database file>`.
 * Prints its port as a line of JSON.
 */
const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('a database file is needed')
const server = await startRelayServer({ path, limits: { members: 5_000 } })
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify({ port: server.port })}\n`)
