import type { Duplex } from 'node:stream'
import { CLOSE } from '@groundswell/shared/wire'
import { WebSocket, type RawData } from 'ws'
import type { Batch } from './frames.ts'
import type { Transport, TransportEvents } from './transport.ts'
import { takeWholeFrames } from './whole-frames.ts'

/** What `ws` finds wrong by itself, in the relay's words: its own codes would make a stock client try for ever. */
const OWN_WORDS: Readonly<Record<number, number>> = {
  1002: CLOSE.malformed,
  1007: CLOSE.malformed,
  1008: CLOSE.tooLarge,
  1009: CLOSE.tooLarge,
}

/** A server socket that refuses damaged and oversized frames with the relay's close codes. */
export class RelaySocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === undefined ? undefined : (OWN_WORDS[code] ?? code), reason)
  }
}

/**
 * A transport over `ws`. Batches go straight to the TCP socket, ready framed: with compression off `ws` keeps no queue
 * of its own, so its control frames stay in order with them.
 */
export class WsTransport implements Transport {
  readonly #ws: WebSocket
  readonly #socket: Duplex

  constructor(ws: WebSocket, socket: Duplex) {
    this.#ws = ws
    this.#socket = socket
  }

  write(batch: Batch): void {
    if (isOpen(this.#ws)) this.#socket.write(batch.wire)
  }

  backlog(): number {
    return this.#socket.writableLength
  }

  close(code: number, reason: string): void {
    // A paused socket would not read the peer's own close and linger until the timeout.
    this.#ws.resume()
    this.#ws.close(code, reason)
  }

  terminate(): void {
    this.#ws.terminate()
  }

  pause(): void {
    this.#ws.pause()
  }

  resume(): void {
    this.#ws.resume()
  }

  ping(): void {
    if (isOpen(this.#ws)) this.#ws.ping()
  }
}

/** As much of a WebSocket as says whether it is open. */
export interface Openable {
  readonly readyState: number
}

const isOpen = (ws: Openable): boolean => ws.readyState === WebSocket.OPEN

export function forwardEvents(ws: WebSocket, events: TransportEvents): void {
  ws.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary && data instanceof Uint8Array) events.onFrame(data)
    else events.onText()
  })
  ws.on('pong', () => events.onPong())
  ws.on('close', () => events.onClose())
  const receiver = receiverOf(ws)
  if (receiver) takeShortcut(receiver, ws, events)
}

/** What of `ws`'s own parser the shortcut needs. */
export interface FrameReceiver {
  write(chunk: Uint8Array): boolean
  readonly _state: number
  readonly _bufferedBytes: number
  readonly _fragmented: number
  /** What it refused; it says so an event later, and takes nothing more. */
  readonly errored: Error | null
}

/** Undefined should `ws` ever be built otherwise: then everything takes its own way, only slower. */
const receiverOf = (ws: WebSocket): FrameReceiver | undefined => Reflect.get(ws, '_receiver') as FrameReceiver | undefined

const BETWEEN_FRAMES = 0

const isIdle = ({ _state, _bufferedBytes, _fragmented, errored }: FrameReceiver): boolean =>
  _state === BETWEEN_FRAMES && _bufferedBytes === 0 && _fragmented === 0 && errored === null

/**
 * Reads everyday frames before `ws`'s parser, which makes a stream write and an event of each. It gets all others, and
 * everything while it is in the middle of one, so that what is refused and how stays its business alone.
 */
export function takeShortcut(receiver: FrameReceiver, line: Openable, events: Pick<TransportEvents, 'onFrame'>): void {
  const parse = receiver.write.bind(receiver)
  const deliver = (payload: Uint8Array): boolean => {
    events.onFrame(payload)
    return isOpen(line)
  }
  receiver.write = (chunk) => {
    const taken = isOpen(line) && isIdle(receiver) ? takeWholeFrames(chunk, deliver) : 0
    return taken === chunk.length || parse(taken === 0 ? chunk : chunk.subarray(taken))
  }
}
