import { createServer, readConfig } from '@groundswell/server'
import { systemClock } from '@groundswell/server/relay'

/**
 * The real server on another day: `node dated-server.ts <ISO time>`, configured by the environment as always. The clock goes
 * on from that time; the shipped server has no such thing.
 */
const [time] = process.argv.slice(2)
const config = readConfig(process.env)
if (time === undefined || !config.ok) throw new Error('a time and a valid configuration are needed')
const ahead = Date.parse(time) - Date.now()
const server = await createServer({ config: config.value, clock: { ...systemClock, now: () => Date.now() + ahead } })
process.stdout.write(`ready at ${server.url}\n`)
