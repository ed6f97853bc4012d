// Hocuspocus with its Database extension over node:sqlite: `node hocuspocus.mjs <database file> [port]`.
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { port, stopOnTerm, storage, tellReady } from './ready.mjs'

const db = new DatabaseSync(storage)
db.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS docs (name TEXT PRIMARY KEY, data BLOB)',
)
const get = db.prepare('SELECT data FROM docs WHERE name = ?')
const put = db.prepare('INSERT OR REPLACE INTO docs VALUES (?, ?)')
const database = new Database({
  fetch: async ({ documentName }) => get.get(documentName)?.data ?? null,
  store: async ({ documentName, state }) => void put.run(documentName, state),
})
const server = new Server({ port: Number(port), address: '127.0.0.1', quiet: true, stopOnSignals: false, extensions: [database] })
await server.listen()
stopOnTerm(() => server.destroy())
tellReady(server.address)
