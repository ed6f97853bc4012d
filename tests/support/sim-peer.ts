import { SimulatedSocket, type VirtualClock } from '@groundswell/server/testing'
import type { Admission, Relay } from '@groundswell/server/relay'
import { isPermanent, readServerMessage, writeSaved, writeSyncStep1, writeSyncStep2, writeUpdate } from '@groundswell/shared/wire'
import * as Y from 'yjs'

/** What a peer may do, decided by the simulation. */
export interface SimPeerOptions {
  readonly clock: VirtualClock
  readonly admission: Admission
  /** The relay of this moment; null while it is down. */
  readonly relay: () => Relay | null
  /** Milliseconds that one piece takes, asked anew for each. */
  readonly delay: () => number
}

/**
 * A client that does what the stock provider does, in simulated time: step 1 at the start, an answer to the relay's own, an
 * update per change, and a marker after each. It remembers what was acknowledged.
 */
export class SimPeer {
  readonly doc = new Y.Doc()
  /** Close codes seen. */
  readonly codes: number[] = []
  /** Changes made, and how many of them the relay said are on disk. */
  made = 0
  acked = 0
  /** The relay closed for good; nothing is sent any more. */
  isRefused = false
  #options: SimPeerOptions
  #socket: SimulatedSocket | null = null
  #isSynced = false

  constructor(clientID: number, options: SimPeerOptions) {
    this.doc.clientID = clientID
    this.#options = options
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send(writeUpdate(update))
    })
  }

  get isSynced(): boolean {
    return this.#isSynced
  }

  connect(): void {
    const relay = this.#options.relay()
    if (this.#socket || !relay || this.isRefused) return
    const socket = new SimulatedSocket(
      this.#options.clock,
      {
        onMessage: (payload) => this.#socket === socket && this.#receive(payload),
        onClose: (code) => this.#socket === socket && this.#closed(code),
      },
      this.#options.delay,
    )
    this.#socket = socket
    socket.answersPings = true
    socket.attach(relay.connect(this.#options.admission, true, socket))
    this.#send(writeSyncStep1(Y.encodeStateVector(this.doc)))
  }

  cut(): void {
    this.#socket?.cut()
  }

  setReading(isReading: boolean): void {
    if (!this.#socket) return
    if (isReading) this.#socket.read()
    else this.#socket.isReading = false
  }

  /** One change of the document, counted, with a marker behind it. */
  edit(change: (doc: Y.Doc) => void): void {
    this.made++
    this.doc.transact(() => change(this.doc))
    this.#send(writeSaved(this.made))
  }

  #closed(code: number): void {
    this.codes.push(code)
    this.#socket = null
    this.#isSynced = false
    this.isRefused ||= isPermanent(code)
  }

  #send(frame: Uint8Array): void {
    this.#socket?.send(frame)
  }

  #receive(payload: Uint8Array): void {
    const message = readServerMessage(payload)
    if (!message.ok) throw new Error('the relay sent no message')
    switch (message.value.kind) {
      case 'syncStep1':
        this.#send(writeSyncStep2(Y.encodeStateAsUpdate(this.doc, message.value.stateVector)))
        return this.#send(writeSaved(this.made))
      case 'syncStep2':
        this.#isSynced = true
        return Y.applyUpdate(this.doc, message.value.update, this)
      case 'update':
        return Y.applyUpdate(this.doc, message.value.update, this)
      case 'saved':
        this.acked = Math.max(this.acked, message.value.count)
        return undefined
      default:
        return undefined
    }
  }
}
