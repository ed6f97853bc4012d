import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DatabaseSync } from 'node:sqlite'
import {
  createLog,
  createRelay,
  noMetrics,
  systemClock,
  type DocStore,
  type Relay,
  type RelayLimits,
} from '@groundswell/server/relay'
import { createSqliteDocStore, createThreadedDocStore, openDatabase, toStoreError } from '@groundswell/server/store'
import { createStaticAuthorize, type StaticAuthorize } from './static-authorize.ts'

export interface RelayServerOptions {
  /** A database file; nothing outlives the server without one. */
  readonly path?: string
  /** The store runs where `setRoom` reaches it. */
  readonly mayRunFull?: boolean
  readonly port?: number
  readonly limits?: Partial<RelayLimits>
  /** Puts something between the relay and its store. */
  readonly wrapStore?: (store: DocStore) => DocStore
}

/** The relay with its real store behind a real HTTP server, and rights that come from the token. */
export interface RelayServer {
  readonly relay: Relay
  readonly store: DocStore
  readonly authorize: StaticAuthorize
  readonly port: number
  /** For a provider: `new WebsocketProvider(url, '<session>/board~1', doc, { params: { token } })`. */
  readonly url: string
  readonly logLines: readonly string[]
  /** With `mayRunFull`: lets the database grow by this many pages of 4 KiB and no more; null takes the limit away. */
  setRoom(pages: number | null): void
  /** With `mayRunFull`: not even a page that was freed before is left. A server started on the file has room again. */
  fillDisk(): void
  close(): Promise<void>
}

export async function startRelayServer(options: RelayServerOptions = {}): Promise<RelayServer> {
  const db = openDatabase(options.path ?? ':memory:')
  if (options.mayRunFull) db.exec('DROP TABLE IF EXISTS ballast; CREATE TABLE ballast (data BLOB)')
  // Its own thread, as in the shipped server, unless the test wants to take room away from under it.
  const threaded = options.path === undefined || options.mayRunFull ? null : createThreadedDocStore(options.path)
  const plain = threaded ?? createSqliteDocStore(db)
  const store = options.wrapStore?.(plain) ?? plain
  const authorize = createStaticAuthorize()
  const logLines: string[] = []
  const log = createLog((line) => void logLines.push(line), Date.now)
  const relay = createRelay({
    store,
    authorize,
    clock: systemClock,
    log,
    metrics: noMetrics,
    limits: { drainMs: 50, ...options.limits },
  })
  const http = createServer((_request, response) => response.end('relay'))
  http.on('upgrade', (request, socket, head) => relay.handleUpgrade(request, socket, head))
  const port = await listen(http, options.port ?? 0)
  const setRoom = (pages: number | null): void => {
    const used = Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
    db.exec(`PRAGMA max_page_count = ${pages === null ? 2 ** 30 : used + pages}`)
  }
  const fillDisk = (): void => {
    setRoom(0)
    takeFreePages(db)
  }
  const close = async (): Promise<void> => {
    await relay.drain()
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
    await threaded?.close()
    db.close()
  }
  return { relay, store, authorize, port, url: `ws://127.0.0.1:${port}/sync`, logLines, setRoom, fillDisk, close }
}

/** Freed pages would take more edits in although the file may not grow. */
function takeFreePages(db: DatabaseSync): void {
  const insert = db.prepare('INSERT INTO ballast VALUES (zeroblob(?))')
  for (const bytes of [4_000, 100, 1]) {
    try {
      while (true) insert.run(bytes)
    } catch (error) {
      if (toStoreError(error).failure !== 'full') throw error
    }
  }
}

async function listen(http: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  return (http.address() as AddressInfo).port
}
