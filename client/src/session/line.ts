import {
  MESSAGE,
  readPresenceBatch,
  readSaved,
  readStorage,
  readWelcome,
  writePresence,
  writeSaved,
  writeSyncStep1,
  type Presence,
  type PresenceEntry,
  type StorageState,
  type Welcome,
} from '@groundswell/shared/wire'
import * as decoding from 'lib0/decoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** What the line to the relay reports. `server/PROTOCOL.md` has the meaning of the messages and close codes. */
export interface LineEvents {
  /** Everything the server had is here. */
  readonly onSynced: () => void
  /** The connection ended or could not be made; it tries again by itself. `code` is null where we closed it. */
  readonly onDown: (code: number | null) => void
  /** The relay closed for good; nothing happens until `reopen`. `admitted` tells whether it had let us in. */
  readonly onRefused: (code: number, admitted: boolean) => void
  readonly onWelcome: (welcome: Welcome) => void
  readonly onStorage: (state: StorageState) => void
  /** The first `count` of our changes are on the server's disk. */
  readonly onDurable: (count: number) => void
  readonly onPresence: (entries: readonly PresenceEntry[]) => void
}

export interface LineOptions {
  /** `ws://host/sync` or `wss://host/sync`. */
  readonly url: string
  readonly name: string
  readonly doc: Y.Doc
  readonly token: () => string
  /** How many changes this device has made in `doc`. */
  readonly made: () => number
  readonly events: LineEvents
  readonly WebSocket: typeof WebSocket
}

/** One document's connection to the relay. */
export interface Line {
  readonly awareness: Awareness
  /** Connects now, with the current token; closes an open socket first. */
  readonly reopen: () => void
  /** Checks a line that may have died unnoticed: after sleep, or when the network comes back. */
  readonly probe: () => void
  readonly sendPresence: (presence: Presence) => void
  /** Asks whether the changes counted so far are on disk; changes made in the document here are asked for by themselves. */
  readonly askSaved: () => void
  readonly close: () => void
}

/** Changes are confirmed in groups: one marker per this many milliseconds of typing. */
const MARKER_DELAY = 100
/** Without word about a marker after this many milliseconds the line is probed. */
const OVERDUE = 8000
/** A probe without any answer after this many milliseconds means the socket is dead. */
const PROBE_LIMIT = 5000

/** Devices that lost the server together must not all return in the same moment. */
const longestPause = (): number => 2000 + Math.random() * 8000

type Handler = WebsocketProvider['messageHandlers'][number]

export function openLine(options: LineOptions): Line {
  const { doc } = options
  const awareness = new Awareness(doc)
  const provider = new WebsocketProvider(options.url, options.name, doc, {
    connect: false,
    awareness,
    params: { token: options.token(), ext: '1' },
    maxBackoffTime: longestPause(),
    disableBc: true,
    WebSocketPolyfill: options.WebSocket,
  })
  const send = (frame: Uint8Array) => {
    const socket = provider.ws
    if (provider.wsconnected && socket?.readyState === socket?.OPEN) socket?.send(new Uint8Array(frame))
  }
  const state = { admitted: false }
  const marker = createMarker(options.made, send, () => probe(provider, doc, send, reopen))

  const reopen = () => {
    provider.params = { token: options.token(), ext: '1' }
    provider.wsUnsuccessfulReconnects = 0
    provider.disconnect()
    provider.connect()
  }
  const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) marker.soon()
  }
  doc.on('update', onUpdate)
  listen(provider, options, state, marker)
  provider.connect()
  return {
    awareness,
    reopen,
    probe: () => probe(provider, doc, send, reopen),
    sendPresence: (presence) => send(writePresence(presence)),
    askSaved: marker.soon,
    close: () => {
      doc.off('update', onUpdate)
      marker.stop()
      provider.destroy()
      awareness.destroy()
    },
  }
}

interface Marker {
  readonly soon: () => void
  /** The server has asked for what it lacks and was answered: from here on a marker covers everything. */
  readonly answered: () => void
  readonly confirmed: () => void
  readonly lost: () => void
  readonly stop: () => void
}

/** A timer that is set at most once at a time. */
function createOnce(ms: number, act: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null
  return {
    start: (): void => {
      timer ??= setTimeout(() => {
        timer = null
        act()
      }, ms)
    },
    stop: (): void => {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}

/**
 * Asks "is it on disk?" after our changes. Never before the server's question was answered on this connection: a marker
 * ahead of the changes made offline would be confirmed without them.
 */
function createMarker(made: () => number, send: (frame: Uint8Array) => void, onOverdue: () => void): Marker {
  let open = false
  let sent = 0
  const overdue = createOnce(OVERDUE, onOverdue)
  const due = createOnce(MARKER_DELAY, () => {
    if (!open || made() === 0 || made() === sent) return
    sent = made()
    send(writeSaved(sent))
    overdue.start()
  })
  const stop = () => {
    due.stop()
    overdue.stop()
  }
  return {
    soon: due.start,
    answered: () => {
      open = true
      due.start()
    },
    confirmed: overdue.stop,
    lost: () => {
      open = false
      sent = 0
      stop()
    },
    stop,
  }
}

function listen(provider: WebsocketProvider, options: LineOptions, state: { admitted: boolean }, marker: Marker): void {
  const { events } = options
  provider.on('sync', (synced: boolean) => {
    if (synced) events.onSynced()
  })
  provider.on('connection-close', (event: CloseEvent | null) => {
    marker.lost()
    provider.params = { token: options.token(), ext: '1' }
    events.onDown(event?.code ?? null)
  })
  provider.on('closed', ({ code }: { code: number }) => events.onRefused(code, state.admitted))
  provider.on('status', ({ status }: { status: string }) => {
    if (status === 'connecting') state.admitted = false
  })
  const { messageHandlers } = provider
  const sync = messageHandlers[MESSAGE.sync]
  if (sync) messageHandlers[MESSAGE.sync] = afterQuestion(sync, marker.answered)
  messageHandlers[MESSAGE.welcome] = (_encoder, decoder) => {
    state.admitted = true
    events.onWelcome(readWelcome(decoder))
  }
  messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    marker.confirmed()
    events.onDurable(readSaved(decoder))
  }
  messageHandlers[MESSAGE.storage] = (_encoder, decoder) => events.onStorage(readStorage(decoder))
  messageHandlers[MESSAGE.presence] = (_encoder, decoder) => events.onPresence(readPresenceBatch(decoder))
}

const QUESTION = 0

/** The provider sends its answer right after the handler returns; a microtask later it is on its way. */
const afterQuestion =
  (sync: Handler, answered: () => void): Handler =>
  (encoder, decoder, provider, emitSynced, type) => {
    const isQuestion = decoding.peekVarUint(decoder) === QUESTION
    sync(encoder, decoder, provider, emitSynced, type)
    if (isQuestion) queueMicrotask(answered)
  }

function probe(provider: WebsocketProvider, doc: Y.Doc, send: (frame: Uint8Array) => void, reopen: () => void): void {
  if (!provider.shouldConnect) return
  if (!provider.wsconnected) return reopen()
  const asked = Date.now()
  send(writeSyncStep1(Y.encodeStateVector(doc)))
  setTimeout(() => {
    if (provider.shouldConnect && provider.wsconnected && provider.wsLastMessageReceived < asked) reopen()
  }, PROBE_LIMIT)
}
