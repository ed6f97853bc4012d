import {
  isPermanent,
  readServerMessage,
  writeAwareness,
  writePresence,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
  type Presence,
  type Right,
  type ServerMessage,
} from '@groundswell/shared/wire'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** One document of a simulated person, over a socket like everybody's. */
export interface Line {
  readonly doc: Y.Doc
  /** What one may do there at this moment; `none` while the line is down. */
  right(): Right
  /** What others see of this person in the document. */
  report(state: Readonly<Record<string, unknown>>): void
  move(presence: Presence): void
  close(): void
}

export interface LineOptions {
  /** The address with a fresh token. */
  readonly address: () => string
  /** Milliseconds to wait before coming back. */
  readonly pause: () => number
}

const FROM_SERVER = Symbol('from the server')
/** Presence is good for half a minute. */
const RENEW_MS = 14_000

export function openLine(options: LineOptions): Line {
  const line = new DocumentLine(options)
  line.connect()
  return line
}

class DocumentLine implements Line {
  readonly doc = new Y.Doc()
  readonly #options: LineOptions
  #socket: WebSocket | null = null
  #right: Right = 'none'
  #state: Readonly<Record<string, unknown>> = {}
  #clock = 0
  #isOpen = true
  readonly #renewal: ReturnType<typeof setInterval>
  #comeback: ReturnType<typeof setTimeout> | undefined

  constructor(options: LineOptions) {
    this.#options = options
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_SERVER) this.#send(writeUpdate(update))
    })
    this.#renewal = setInterval(() => this.#sendState(), RENEW_MS)
  }

  right(): Right {
    return this.#right
  }

  report(state: Readonly<Record<string, unknown>>): void {
    this.#state = state
    this.#sendState()
  }

  move(presence: Presence): void {
    this.#send(writePresence(presence))
  }

  close(): void {
    this.#isOpen = false
    clearInterval(this.#renewal)
    clearTimeout(this.#comeback)
    this.#socket?.close()
    this.doc.destroy()
  }

  connect(): void {
    const socket = new WebSocket(this.#options.address())
    socket.binaryType = 'nodebuffer'
    this.#socket = socket
    socket.on('open', () => this.#send(writeSyncStep1(Y.encodeStateVector(this.doc))))
    socket.on('message', (data) => this.#hear(data as Buffer))
    socket.on('error', () => {})
    socket.on('close', (code) => this.#down(code))
  }

  #hear(data: Buffer): void {
    const message = readServerMessage(new Uint8Array(data))
    if (message.ok) this.#take(message.value)
  }

  #take(message: ServerMessage): void {
    switch (message.kind) {
      case 'welcome':
        this.#right = message.welcome.right
        return this.#sendState()
      case 'syncStep1':
        return this.#send(writeSyncStep2(Y.encodeStateAsUpdate(this.doc, message.stateVector)))
      case 'syncStep2':
      case 'update':
        return Y.applyUpdate(this.doc, message.update, FROM_SERVER)
      default:
    }
  }

  #down(code: number): void {
    this.#right = 'none'
    this.#socket = null
    if (!this.#isOpen || isPermanent(code)) return
    this.#comeback = setTimeout(() => this.connect(), this.#options.pause())
  }

  #sendState(): void {
    this.#send(writeAwareness([{ client: this.doc.clientID, clock: ++this.#clock, state: JSON.stringify(this.#state) }]))
  }

  #send(frame: Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame)
  }
}
