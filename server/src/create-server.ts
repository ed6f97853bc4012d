import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { isId, type PersonId, type SessionId } from '@groundswell/shared'
import { createAuthorize } from './auth/authorize.ts'
import { createLinks } from './auth/links.ts'
import { createSeats } from './auth/seats.ts'
import type { Randomness } from './auth/secrets.ts'
import { createTokens } from './auth/tokens.ts'
import { createCommandRunner, createRevealFinisher } from './commands/index.ts'
import type { Config } from './config.ts'
import { createApp } from './http/app.ts'
import { createAuthenticate } from './http/authenticate.ts'
import { listen, localAddress } from './http/listen.ts'
import { systemClock } from './lib/clock.ts'
import { silentLog } from './lib/log.ts'
import { createMetrics } from './lib/metrics.ts'
import type { Clock, Log } from './ports.ts'
import { createRehearsals } from './rehearsal/index.ts'
import { createRelay } from './relay/index.ts'
import {
  createReviews,
  createRebuilds,
  createScribe,
  createShowSoon,
  createWritingCounter,
  endSession,
  finishRemovals,
  relayDocuments,
  relayHistory,
} from './scribe/index.ts'
import { messageOf } from './lib/start-fault.ts'
import { createAttentionKeeper } from './session/attention-keeper.ts'
import { createHandKeeper } from './session/hand-keeper.ts'
import { createRevealKeeper } from './session/reveal-keeper.ts'
import { openDataFolder } from './store/data-folder.ts'
import { createThreadedDocStore, openDatabase } from './store/index.ts'
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
  const services = openServices(options)
  try {
    await finishRemovals(services)
    await services.rehearsals.sweep()
    const listener = await listen({ ...options.config, app: buildApp(services, options.config), upgrade: upgradeTo(services) })
    services.address.port = listener.port
    const close = async () => {
      await services.rehearsals.stop()
      const stopped = listener.stop()
      await services.relay.drain()
      await stopped
      await services.close()
    }
    return { port: listener.port, url: `http://localhost:${listener.port}`, close }
  } catch (error) {
    await services.relay.drain()
    await services.close()
    throw error
  }
}

/** Everything behind the routes, put together. Nothing else in the server knows all of it. */
function openServices({ config, log = silentLog, clock = systemClock, random = (bytes) => randomBytes(bytes) }: ServerOptions) {
  const folder = openDataFolder(config.dataDir, config.secret, random)
  const now = () => clock.now()
  const metrics = createMetrics()
  const db = openDatabase(folder.databasePath)
  const sessions = createSessionStore(db)
  const disk = createThreadedDocStore(folder.databasePath)
  const store = observeStore(disk, (rows) => rows.forEach(({ name }) => counter.changed(name)))
  const tokens = createTokens(folder.key)
  const links = createLinks(folder.key, sessions.devices)
  const relay = createRelay({
    store,
    authorize: createAuthorize(sessions, tokens, now),
    clock,
    log,
    metrics,
    onPeople: (session) => soon.ask(session),
  })
  const documents = relayDocuments((name) => relay.open(name))
  const history = relayHistory((name) => relay.open(name), store, now)
  const rebuilds = createRebuilds({ sessions, store, relay })
  const scribe = createScribe({ documents, sessions, random, history, isHere: relay.isHere.bind(relay) })
  const soon = createShowSoon({
    clock,
    show: async (session) => (sessions.get(session) === null ? undefined : scribe.show(session)),
    onFailure: (error) => log.error('the stage was not brought up to date', { error: messageOf(error) }),
  })
  const onFailure = (error: unknown) => log.error('writing was not counted', { error: messageOf(error) })
  const counter = createWritingCounter({ documents, clock, find: sessions.get, publish: scribe.change, onFailure })
  metrics.gauge('sessions', 'Sessions in the store', sessions.count)
  const reviews = createReviews(documents)
  const attention = createAttentionKeeper({
    clock,
    find: sessions.get,
    isHere: (session, person) => relay.isHere(session, person),
    change: scribe.change,
    onFailure: (error) => log.error('a held view was not let go', { error: messageOf(error) }),
  })
  const hands = createHandKeeper({
    clock,
    find: sessions.get,
    change: scribe.change,
    onFailure: (error) => log.error('a hand of notes was not put back', { error: messageOf(error) }),
  })
  const recheck = (session: SessionId, person?: PersonId) => relay.recheck(session, person)
  const reveal = createRevealKeeper({
    clock,
    find: sessions.get,
    finish: createRevealFinisher({ sessions, documents, scribe, now, recheck }),
    onFailure: (error) => log.error('notes were not revealed', { error: messageOf(error) }),
  })
  const seats = createSeats({ sessions, tokens, links, random, now })
  /** The port is known once the server listens. */
  const address = { port: config.port }
  const forget = (session: SessionId) => {
    rehearsals.forget(session)
    scribe.forget(session)
    reviews.forget(session)
    counter.forget(session)
  }
  const rehearsals = createRehearsals({
    enabled: config.rehearsal,
    clock,
    log,
    random,
    sessions,
    seats,
    scribe,
    isHere: (session, person) => relay.isHere(session, person),
    endSession: (session) => endSession({ sessions, store, relay, forget }, session),
    base: () => localAddress(config.host, address.port),
  })
  const close = async () => {
    soon.stop()
    counter.stop()
    attention.stop()
    hands.stop()
    reveal.stop()
    await disk.close()
    db.close()
    folder.release()
  }
  return {
    history,
    seats,
    address,
    rehearsals,
    reviews,
    rebuilds,
    attention,
    hands,
    soon,
    reveal,
    recheck,
    sessions,
    store,
    tokens,
    links,
    relay,
    documents,
    scribe,
    metrics,
    log,
    now,
    random,
    forget,
    close,
  }
}

type Services = ReturnType<typeof openServices>

function buildApp(services: Services, { tldrawLicenseKey, trustProxy, clientDir, publicUrl }: Config) {
  const { sessions, tokens, relay, now } = services
  const run = createCommandRunner({
    ...services,
    endSession: (session) => endSession(services, session),
    rebuild: (session, document) => services.rebuilds.rebuild(session, document),
    watchReveal: (session) => services.reveal.watch(session),
    watchHold: (session) => services.attention.watch(session),
    watchHands: (session) => services.hands.watch(session),
    showSoon: (session) => services.soon.ask(session),
    steerRehearsal: (session) => services.rehearsals.steer(session),
  })
  return createApp({
    sessions: { ...services, example: readJson(EXAMPLE) },
    members: { ...services, run, publicUrl, authenticate: createAuthenticate(tokens, sessions, now) },
    status: {
      clientConfig: { version: versionOf(readJson(PACKAGE)), tldrawLicenseKey },
      metrics: services.metrics,
      isReady: () => !relay.stats().draining && relay.stats().storage === 'writable',
    },
    log: services.log,
    trustProxy,
    clientFolder: clientDir !== null && existsSync(join(clientDir, 'index.html')) ? clientDir : null,
  })
}

/** Hands a socket to the relay. What a crash left undone in its session is finished first thing, and arrives like any change. */
const upgradeTo =
  ({ attention, hands, reveal, relay, scribe, sessions, log }: Services) =>
  (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const session = sessionIn(request.url ?? '')
    if (session !== null && sessions.get(session) !== null) {
      // A view may have been held, a hand dealt, or a reveal counted down to, when the server stopped.
      attention.watch(session)
      hands.watch(session)
      reveal.watch(session)
      scribe.wake(session).catch((error: unknown) => log.error('session did not wake', { error: messageOf(error) }))
    }
    relay.handleUpgrade(request, socket, head)
  }

const sessionIn = (url: string): SessionId | null => {
  const [, session] = /^\/sync\/([^/]+)\//.exec(url) ?? []
  return isId(session) ? (session as SessionId) : null
}

const EXAMPLE = createRequire(import.meta.url).resolve('@groundswell/shared/example-session.json')
const PACKAGE = new URL('../package.json', import.meta.url)

const readJson = (file: URL | string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const versionOf = (pkg: unknown): string =>
  typeof pkg === 'object' && pkg !== null && 'version' in pkg && typeof pkg.version === 'string' ? pkg.version : '0'
