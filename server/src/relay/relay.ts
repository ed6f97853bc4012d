import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  CLOSE,
  formatDocumentName,
  type CloseCode,
  type DocumentName,
  type PersonId,
  type SessionId,
  type StorageState,
} from '@groundswell/shared/wire'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Admission, AdmissionRequest, Authorize, Clock, DocStore, Log, Metrics, Stop } from '../ports.ts'
import { readAddress } from './address.ts'
import { Connection, type ConnectionDeps } from './connection.ts'
import { openDoor, type RoomDoor } from './door.ts'
import { Journal } from './journal.ts'
import { DEFAULT_LIMITS, type RelayLimits } from './limits.ts'
import { Rooms } from './rooms.ts'
import { publishStats, type ConnectionCounters, type RelayStats } from './stats.ts'
import type { Transport } from './transport.ts'
import { forwardEvents, RelaySocket, WsTransport } from './ws-transport.ts'

export interface RelayDeps {
  readonly store: DocStore
  readonly authorize: Authorize
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly limits?: Partial<RelayLimits>
  /** Somebody came to a session or left it. */
  readonly onPeople?: (session: SessionId) => void
}

export interface Relay {
  /** Takes over an HTTP upgrade whose address starts with `/sync/`; refuses every other. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** A connection over any transport, already admitted. What arrives on it goes to the answer's events. */
  connect(admission: Admission, extensions: boolean, transport: Transport): Connection
  open(name: DocumentName): Promise<RoomDoor>
  /** Looks at the rights of open connections again and closes those whose right changed. */
  recheck(session: SessionId, person?: PersonId): void
  /** Whether that person has a connection to any document of the session. */
  isHere(session: SessionId, person: PersonId): boolean
  /** Closes the session's connections. After it resolves nothing writes the session's documents any more. */
  closeSession(session: SessionId, code: CloseCode): Promise<void>
  /**
   * Takes a document out of use for good: its members are closed with 4409, and so is whoever comes for it from now on. Once
   * it resolves all of it is on disk and nothing writes it any more. The answer takes it back into use. Rejects, and
   * closes nobody, while the store cannot save.
   */
  retire(name: DocumentName): Promise<Stop>
  /** Refuses newcomers, closes members in slices, and resolves when all is on disk and folded. */
  drain(): Promise<void>
  stats(): RelayStats
}

export const createRelay = (deps: RelayDeps): Relay => new SocketRelay(deps)

const CLOSE_TIMEOUT_MS = 5_000
const MAX_CHUNKS = 4_096
const DRAIN_SLICES = 20

class SocketRelay implements Relay {
  readonly #deps: RelayDeps
  readonly #limits: RelayLimits
  readonly #journal: Journal
  readonly #rooms: Rooms
  readonly #connections = new Map<SessionId, Set<Connection>>()
  readonly #server: WebSocketServer
  readonly #counters: ConnectionCounters = {
    messagesIn: 0,
    bytesIn: 0,
    batchesOut: 0,
    bytesOut: 0,
    presenceSkipped: 0,
    throttled: 0,
  }
  readonly #countClose: (code: string) => void
  /** Documents whose epoch has ended, or is about to. */
  readonly #retired = new Set<string>()
  /** Shared by all: there may be thousands. */
  readonly #forConnections: ConnectionDeps
  #size = 0
  #draining = false
  #stopSweep: Stop

  constructor(deps: RelayDeps) {
    this.#deps = deps
    this.#limits = { ...DEFAULT_LIMITS, ...deps.limits }
    const { store, clock, log, metrics } = deps
    const onStorage = (state: StorageState): void => this.#rooms.announceStorage(state)
    this.#journal = new Journal({ store, clock, log, metrics, limits: this.#limits, onStorage })
    this.#rooms = new Rooms({ store, clock, log, journal: this.#journal, limits: this.#limits })
    this.#server = createSocketServer(this.#limits)
    this.#forConnections = {
      clock,
      limits: this.#limits,
      journal: this.#journal,
      counters: this.#counters,
      onFault: (error) => log.error('message not taken in', { error: error instanceof Error ? error.message : 'unknown' }),
      onClosed: (closed, code, reason) => this.#forget(closed, code, reason),
    }
    this.#countClose = metrics.labelled('closes_total', 'Connections closed, by code', 'code')
    publishStats(metrics, () => this.stats())
    this.#stopSweep = this.#scheduleSweep()
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Before anything else: an error without a listener ends the process.
    socket.on('error', () => socket.destroy())
    const address = readAddress(request.url)
    if (this.#draining) return refuse(socket, '503 Service Unavailable')
    if (address === null) return refuse(socket, '404 Not Found')
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, socket, address))
  }

  connect(admission: Admission, extensions: boolean, transport: Transport): Connection {
    const connection = new Connection(admission, extensions, transport, this.#forConnections)
    this.#remember(connection)
    if (this.#retired.has(formatDocumentName(admission.document))) {
      connection.stop(CLOSE.epoch, 'epoch ended')
      return connection
    }
    this.#rooms.acquire(admission.document).then(
      (room) => connection.join(room),
      () => connection.stop(CLOSE.internal, 'document did not load'),
    )
    return connection
  }

  async open(name: DocumentName): Promise<RoomDoor> {
    if (this.#retired.has(formatDocumentName(name))) throw new Error('the epoch of the document has ended; open the next one')
    const room = await this.#rooms.acquire(name)
    return openDoor(room, this.#journal, this.#rooms)
  }

  recheck(session: SessionId, person?: PersonId): void {
    for (const connection of this.#of(session)) {
      if (person === undefined || connection.admission.capability.person === person) this.#recheckOne(connection)
    }
  }

  isHere(session: SessionId, person: PersonId): boolean {
    for (const connection of this.#of(session)) if (connection.admission.capability.person === person) return true
    return false
  }

  async closeSession(session: SessionId, code: CloseCode): Promise<void> {
    for (const connection of this.#of(session)) connection.stop(code, 'session closed')
    await this.#rooms.forget((name) => name.session === session)
  }

  async retire(name: DocumentName): Promise<Stop> {
    const key = formatDocumentName(name)
    await this.#journal.flush()
    this.#retired.add(key)
    const reopen = (): void => void this.#retired.delete(key)
    for (const connection of this.#of(name.session)) {
      if (formatDocumentName(connection.admission.document) === key) connection.stop(CLOSE.epoch, 'epoch ended')
    }
    return this.#rooms
      .forget((open) => formatDocumentName(open) === key)
      .then(
        () => reopen,
        (error: unknown) => {
          reopen()
          throw error
        },
      )
  }

  async drain(): Promise<void> {
    if (this.#draining) return
    this.#draining = true
    this.#deps.log.info('relay drains', { connections: this.#size })
    await this.#flush()
    await this.#closeInSlices([...this.#connections.values()].flatMap((set) => [...set]))
    await this.#flush()
    await this.#rooms.close()
    this.#stopSweep()
  }

  stats(): RelayStats {
    return {
      ...this.#counters,
      connections: this.#size,
      rooms: this.#rooms.size,
      loads: this.#rooms.loads,
      compactions: this.#rooms.compactions,
      storage: this.#journal.storage,
      unsavedMs: this.#journal.unsavedMs,
      draining: this.#draining,
    }
  }

  #accept(ws: WebSocket, socket: Duplex, address: AdmissionRequest): void {
    ws.on('error', () => {})
    const admission = this.#admit(address)
    if (!admission.ok) {
      this.#countClose(String(admission.error))
      return ws.close(admission.error, 'refused')
    }
    forwardEvents(ws, this.connect(admission.value, address.extensions, new WsTransport(ws, socket)))
  }

  #admit(address: AdmissionRequest): ReturnType<Authorize['admit']> {
    try {
      return this.#deps.authorize.admit(address)
    } catch {
      this.#deps.log.error('admission failed')
      return { ok: false, error: CLOSE.internal }
    }
  }

  #recheckOne(connection: Connection): void {
    const now = this.#deps.authorize.rightNow(connection.admission)
    if (!now.ok) connection.stop(now.error, 'rights')
    else if (now.value !== connection.admission.right) connection.stop(CLOSE.rightsChanged, 'rights')
  }

  #of(session: SessionId): readonly Connection[] {
    return [...(this.#connections.get(session) ?? [])]
  }

  #remember(connection: Connection): void {
    const { session } = connection.admission.capability
    const set = this.#connections.get(session) ?? new Set()
    this.#connections.set(session, set.add(connection))
    this.#size++
    this.#deps.onPeople?.(session)
  }

  #forget(connection: Connection, code: CloseCode | 'lost', reason: string): void {
    const { session } = connection.admission.capability
    const set = this.#connections.get(session)
    if (!set?.delete(connection)) return
    if (set.size === 0) this.#connections.delete(session)
    this.#size--
    this.#deps.onPeople?.(session)
    this.#countClose(String(code))
    if (code !== 'lost')
      this.#deps.log.info('connection closed', { session, kind: connection.admission.document.ref.kind, code, reason })
  }

  #scheduleSweep(): Stop {
    return this.#deps.clock.after(this.#limits.sweepMs, () => {
      this.#stopSweep = this.#scheduleSweep()
      const now = this.#deps.clock.now()
      for (const set of this.#connections.values()) for (const connection of set) connection.sweep(now)
      this.#rooms.sweep(now)
    })
  }

  async #flush(): Promise<void> {
    try {
      await this.#journal.flush()
    } catch {
      this.#deps.log.error('changes remain unsaved', { ageMs: this.#journal.unsavedMs })
    }
  }

  /** Not all at once: everybody would be back at the next server in the same second. */
  async #closeInSlices(connections: readonly Connection[]): Promise<void> {
    const size = Math.ceil(connections.length / DRAIN_SLICES)
    for (let from = 0; from < connections.length; from += size) {
      for (const connection of connections.slice(from, from + size)) connection.stop(CLOSE.draining, 'draining')
      if (from + size < connections.length) await this.#pause(this.#limits.drainMs / DRAIN_SLICES)
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#deps.clock.after(ms, resolve))
  }
}

const createSocketServer = (limits: RelayLimits): WebSocketServer =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    maxFragments: limits.frameFragments,
    maxBufferedChunks: MAX_CHUNKS,
    WebSocket: RelaySocket,
    closeTimeout: CLOSE_TIMEOUT_MS,
  } as ConstructorParameters<typeof WebSocketServer>[0])

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
