import { readSaved, writeSaved } from '@groundswell/shared/wire'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { until } from './wait.ts'

/** A document behind the stock y-websocket provider, with the saved marker added through its message handlers. */
export interface Peer {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Close codes seen, oldest first. */
  readonly closes: readonly number[]
  synced(): Promise<void>
  /** Resolves when everything done so far is on the server's disk. */
  saved(): Promise<void>
  /** The highest marker that came back. */
  acked(): number
  destroy(): void
}

export interface PeerOptions {
  readonly url: string
  /** `<session>/<document>~<epoch>` */
  readonly document: string
  readonly token: string
  readonly extensions?: boolean
  readonly doc?: Y.Doc
  readonly maxBackoffTime?: number
}

const SAVED = 102

export function connectPeer(options: PeerOptions): Peer {
  const doc = options.doc ?? new Y.Doc()
  const extensions = options.extensions ?? true
  const provider = new WebsocketProvider(options.url, options.document, doc, {
    connect: false,
    disableBc: true,
    maxBackoffTime: options.maxBackoffTime ?? 500,
    params: { token: options.token, ...(extensions ? { ext: '1' } : {}) },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  const closes: number[] = []
  provider.on('connection-close', (event) => void (event && closes.push(event.code)))
  const saved = watchSaved(provider)
  provider.connect()
  return {
    doc,
    provider,
    closes,
    saved: saved.saved,
    acked: saved.acked,
    synced: () => until('sync', () => provider.synced),
    destroy() {
      saved.abandon()
      provider.destroy()
      provider.awareness.destroy()
      doc.destroy()
    },
  }
}

/** Sends a marker after what was sent before, and once more after every sync. */
function watchSaved(provider: WebsocketProvider): Pick<Peer, 'saved' | 'acked'> & { abandon(): void } {
  let sent = 0
  let acked = 0
  let isDestroyed = false
  const ignored = (): void => {}
  const handlers: ((...args: never[]) => void)[] = provider.messageHandlers
  handlers[SAVED] = (_encoder, decoder) => void (acked = Math.max(acked, readSaved(decoder)))
  for (const other of [103, 104, 105]) handlers[other] = ignored
  const mark = (): void => {
    if (provider.ws?.readyState === WebSocket.OPEN) provider.ws.send(writeSaved(sent))
  }
  // The answer to the server's own step 1 is sent before this: the marker that follows covers offline edits too.
  provider.on('sync', (isSynced: boolean) => isSynced && sent > acked && mark())
  return {
    acked: () => acked,
    abandon: () => void (isDestroyed = true),
    async saved() {
      const mine = ++sent
      mark()
      await until('saved', () => acked >= mine || isDestroyed)
      if (acked < mine) throw new Error('destroyed before it was saved')
    },
  }
}
