import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseDocumentName, type SessionId } from '@groundswell/shared'
import { createAuthorize } from './auth/authorize.ts'
import { createLinks } from './auth/links.ts'
import { createSeats } from './auth/seats.ts'
import type { Randomness } from './auth/secrets.ts'
import { createTokens } from './auth/tokens.ts'
import { createCommandRunner } from './commands/index.ts'
import type { Config } from './config.ts'
import { createApp } from './http/app.ts'
import { createAuthenticate } from './http/authenticate.ts'
import { listen } from './http/listen.ts'
import { systemClock } from './lib/clock.ts'
import { silentLog } from './lib/log.ts'
import { createMetrics } from './lib/metrics.ts'
import type { Clock, Log } from './ports.ts'
import { createRelay } from './relay/index.ts'
import { createScribe, createWritingCounter, endSession, finishRemovals, relayDocuments, type Scribe } from './scribe/index.ts'
import { messageOf } from './lib/start-fault.ts'
import { openDataFolder, type DataFolder } from './store/data-folder.ts'
import { createSqliteDocStore, openDatabase } from './store/index.ts'
import { observeStore } from './store/observed-store.ts'
import { createSessionStore } from './store/session-store.ts'

export { readConfig, type Config, type LogLevel } from './config.ts'
export { StartFault } from './lib/start-fault.ts'

export interface ServerOptions {
  readonly config: Config
  readonly log?: Log
  readonly clock?: Clock
  readonly random?: Randomness
}

export interface RunningServer {
  readonly port: number
  /** Where this machine reaches it, without a slash at the end. */
  readonly url: string
  /** Takes nobody new, tells members, and resolves when everything is on disk. */
  close(): Promise<void>
}

/** Starts a server. Rejects with a `StartFault`, which is one sentence, when the port or the data folder cannot be had. */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const random = options.random ?? ((bytes: number) => randomBytes(bytes))
  const folder = openDataFolder(options.config.dataDir, options.config.secret, random)
  try {
    return await start(options, folder, random)
  } catch (error) {
    folder.release()
    throw error
  }
}

/** Puts everything together: store, relay, scribe, commands, HTTP. Nothing else in the server knows all of them. */
async function start(
  { config, log = silentLog, clock = systemClock }: ServerOptions,
  folder: DataFolder,
  random: Randomness,
): Promise<RunningServer> {
  const now = () => clock.now()
  const metrics = createMetrics()
  const db = openDatabase(folder.databasePath)
  const sessions = createSessionStore(db)
  const store = observeStore(createSqliteDocStore(db), (rows) => rows.forEach(({ name }) => counter.changed(name)))
  const tokens = createTokens(folder.key)
  const links = createLinks(folder.key, sessions.devices)
  const relay = createRelay({ store, authorize: createAuthorize(sessions, tokens, now), clock, log, metrics })
  const documents = relayDocuments((name) => relay.open(name))
  const scribe = createScribe({ documents, sessions, random })
  const onFailure = (error: unknown) => log.error('writing was not counted', { error: messageOf(error) })
  const counter = createWritingCounter({ documents, clock, find: sessions.get, publish: scribe.change, onFailure })
  const forget = (session: SessionId) => [scribe.forget(session), counter.forget(session)]
  const run = createCommandRunner({
    sessions,
    documents,
    scribe,
    now,
    recheck: (session, person) => relay.recheck(session, person),
    endSession: (session) => endSession({ sessions, store, relay, forget }, session),
  })
  metrics.gauge('sessions', 'Sessions in the store', sessions.count)
  await finishRemovals({ sessions, store })

  const app = createApp({
    sessions: {
      sessions,
      seats: createSeats({ sessions, tokens, links, random, now }),
      scribe,
      documents,
      random,
      now,
      example: readJson(EXAMPLE),
    },
    members: { sessions, documents, scribe, links, run, authenticate: createAuthenticate(tokens, sessions, now), now },
    status: {
      clientConfig: { version: versionOf(readJson(PACKAGE)), tldrawLicenseKey: config.tldrawLicenseKey },
      metrics,
      isReady: () => !relay.stats().draining && relay.stats().storage === 'writable',
    },
    log,
    trustProxy: config.trustProxy,
    clientFolder: config.clientDir !== null && existsSync(join(config.clientDir, 'index.html')) ? config.clientDir : null,
  })
  const listener = await listen({
    ...config,
    app,
    upgrade: (request, socket, head) => {
      wakeSession(scribe, sessions.get, request, log)
      relay.handleUpgrade(request, socket, head)
    },
  })
  return {
    port: listener.port,
    url: `http://localhost:${listener.port}`,
    async close() {
      const stopped = listener.stop()
      counter.stop()
      await relay.drain()
      await stopped
      db.close()
      folder.release()
    },
  }
}

/** Someone opens a document: what a crash left undone is finished, and reaches them like any other change. */
function wakeSession(scribe: Scribe, find: (id: SessionId) => unknown, { url = '' }: IncomingMessage, log: Log): void {
  const name = parseDocumentName(
    url
      .replace(/^\/sync\//, '')
      .replace(/\?.*$/s, '')
      .replace('%3A', ':'),
  )
  if (name === null || find(name.session) === null) return
  scribe.wake(name.session).catch((error: unknown) => log.error('session did not wake', { error: messageOf(error) }))
}

const EXAMPLE = createRequire(import.meta.url).resolve('@groundswell/shared/example-session.json')
const PACKAGE = new URL('../package.json', import.meta.url)

const readJson = (file: URL | string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const versionOf = (pkg: unknown): string =>
  typeof pkg === 'object' && pkg !== null && 'version' in pkg && typeof pkg.version === 'string' ? pkg.version : '0'
