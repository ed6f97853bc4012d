import type { Duplex } from 'node:stream'
import { CLOSE } from '@groundswell/shared/wire'
import { WebSocket, type RawData } from 'ws'
import type { Transport, TransportEvents } from './transport.ts'

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
export function createWsTransport(ws: WebSocket, socket: Duplex): Transport {
  const isOpen = (): boolean => ws.readyState === WebSocket.OPEN
  return {
    write: (batch) => {
      if (isOpen()) socket.write(batch.wire)
    },
    backlog: () => socket.writableLength,
    close: (code, reason) => {
      // A paused socket would not read the peer's own close and linger until the timeout.
      ws.resume()
      ws.close(code, reason)
    },
    terminate: () => ws.terminate(),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    ping: () => {
      if (isOpen()) ws.ping()
    },
  }
}

export function forwardEvents(ws: WebSocket, events: TransportEvents): void {
  ws.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary && data instanceof Uint8Array) events.onFrame(data)
    else events.onText()
  })
  ws.on('pong', () => events.onPong())
  ws.on('close', () => events.onClose())
}
