import {
  CLOSE,
  readClientMessage,
  writeSaved,
  writeStorage,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
  writeWelcome,
  type StorageState,
} from '@groundswell/shared/wire'
import * as Y from 'yjs'

/** The relay's side of the wire for one document, in memory: what tests of the client talk to. */
export interface FakeRelay {
  readonly WebSocket: typeof WebSocket
  /** The document in its present epoch. */
  readonly doc: Y.Doc
  /** Ends the present epoch, as when a document is rebuilt. */
  readonly startEpoch: (doc: Y.Doc) => void
  /** What the next connection is admitted for. */
  right: 'read' | 'write'
  /** False: connections fail, as without a network. */
  reachable: boolean
  /** False: markers wait, as while the disk is slow. */
  durable: boolean
  /** False: the relay does not ask what it lacks until `ask`. */
  asks: boolean
  readonly ask: () => void
  readonly connections: () => number
  readonly opened: () => number
  /** Closes every connection with a code. */
  readonly closeAll: (code: number) => void
  readonly announceStorage: (state: StorageState) => void
}

interface Socket {
  readonly right: 'read' | 'write'
  readonly deliver: (frame: Uint8Array) => void
  readonly close: (code: number) => void
}

export function createFakeRelay(): FakeRelay {
  const sockets = new Set<Socket>()
  let epoch = 1
  let opened = 0
  const relay = {
    doc: new Y.Doc(),
    startEpoch: (doc: Y.Doc) => {
      epoch++
      relay.doc = doc
      relay.closeAll(CLOSE.epoch)
    },
    right: 'write' as 'read' | 'write',
    reachable: true,
    durable: true,
    asks: true,
    ask: () => {
      for (const socket of sockets) socket.deliver(writeSyncStep1(Y.encodeStateVector(relay.doc)))
    },
    connections: () => sockets.size,
    opened: () => opened,
    closeAll: (code: number) => {
      for (const socket of sockets) socket.close(code)
    },
    announceStorage: (state: StorageState) => {
      for (const socket of sockets) socket.deliver(writeStorage(state))
    },
  }

  /** A reader that brings something new is refused; what is known already is not news. */
  const accept = (socket: Socket, update: Uint8Array) => {
    const before = Y.encodeStateAsUpdate(relay.doc)
    const scratch = new Y.Doc()
    Y.applyUpdate(scratch, before)
    const known = Y.snapshot(scratch)
    Y.applyUpdate(scratch, update)
    const isNews = !Y.equalSnapshots(known, Y.snapshot(scratch))
    scratch.destroy()
    if (!isNews) return
    if (socket.right === 'read') return socket.close(4403)
    Y.applyUpdate(relay.doc, update)
    for (const other of sockets) {
      if (other !== socket) other.deliver(writeUpdate(update))
    }
  }

  const receive = (socket: Socket, frame: Uint8Array) => {
    const message = readClientMessage(frame)
    if (!message.ok) return socket.close(4422)
    switch (message.value.kind) {
      case 'syncStep1':
        return socket.deliver(writeSyncStep2(Y.encodeStateAsUpdate(relay.doc, message.value.stateVector)))
      case 'syncStep2':
      case 'update':
        return accept(socket, message.value.update)
      case 'saved':
        return relay.durable ? socket.deliver(writeSaved(message.value.count)) : undefined
      default:
        return undefined
    }
  }

  class FakeWebSocket {
    static readonly OPEN = 1
    readonly OPEN = 1
    binaryType = 'arraybuffer'
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null
    onerror: ((event: unknown) => void) | null = null
    #socket: Socket | null = null

    readonly #epoch: number

    constructor(url: string | URL) {
      this.#epoch = Number(/~(\d+)/.exec(String(url))?.[1])
      queueMicrotask(() => this.#connect())
    }

    #connect(): void {
      if (this.readyState !== 0) return
      if (!relay.reachable) return this.#end(1006)
      const socket: Socket = {
        right: relay.right,
        // As on a network: never within the call that caused it.
        deliver: (frame) => queueMicrotask(() => this.onmessage?.({ data: new Uint8Array(frame).buffer })),
        close: (code) => this.#end(code),
      }
      this.#socket = socket
      this.readyState = 1
      opened++
      sockets.add(socket)
      this.onopen?.()
      if (this.#epoch !== epoch) return this.#end(CLOSE.epoch)
      socket.deliver(writeWelcome({ seat: opened, right: socket.right }))
      if (relay.asks) socket.deliver(writeSyncStep1(Y.encodeStateVector(relay.doc)))
    }

    send(frame: Uint8Array): void {
      const socket = this.#socket
      if (this.readyState === 1 && socket) queueMicrotask(() => sockets.has(socket) && receive(socket, new Uint8Array(frame)))
    }

    close(): void {
      this.#end(1000)
    }

    #end(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      if (this.#socket) sockets.delete(this.#socket)
      queueMicrotask(() => this.onclose?.({ code, reason: '' }))
    }
  }

  return Object.assign(relay, { WebSocket: FakeWebSocket as unknown as typeof WebSocket })
}
