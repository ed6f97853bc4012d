import { createInterface } from 'node:readline'
import type { DocStore } from '@groundswell/server/relay'
import { startRelayServer } from './relay-server.ts'

/**
 * The relay as a process of its own, to be killed: `node relay-process.ts <database file> [full]`. Prints the port on a line
 * of its own once it listens, `fold` before each compaction and `folded` after it. With `full`, a line on its standard
 * input fills its disk.
 */
const [path, mode] = process.argv.slice(2)
if (path === undefined) throw new Error('a database file is needed')

const say = (word: string): void => void process.stdout.write(`${word}\n`)

const sayingFolds = (store: DocStore): DocStore => ({
  ...store,
  async compact(...args) {
    say('fold')
    await store.compact(...args)
    say('folded')
  },
})

const server = await startRelayServer({
  path,
  mayRunFull: mode === 'full',
  wrapStore: sayingFolds,
  // Low thresholds, so that kills can be aimed at compactions, on this thread or another.
  limits: { compactRows: 40, compactBytes: 16_384, threadBytes: 8_192, sweepMs: 20, unloadMs: 200, retryMs: 20 },
})
createInterface(process.stdin).once('line', () => server.fillDisk())
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
say(String(server.port))
