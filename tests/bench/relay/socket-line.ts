import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** What a line hears. `payload` is valid during the call alone. */
export interface LineEvents {
  onOpen(): void
  /**
   * One whole message. Of one longer than `KEPT_BYTES` only the start is kept, unless the line keeps everything; `wireBytes`
   * is what it took on the socket, frame header included.
   */
  onMessage(payload: Buffer, wireBytes: number): void
  onClose(): void
}

export interface LineTarget {
  readonly port: number
  readonly path: string
  readonly keepsAll: boolean
}

const KEPT_BYTES = 512 * 1024
const PREFIX_BYTES = 256

const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** All lines read into one buffer: a read is handled before the next one starts. */
const SHARED = Buffer.alloc(256 * 1024)

/**
 * A WebSocket client that costs the load generator as little as it can: no events, no copies of what is only counted.
 * Understands unfragmented messages, which is what all measured servers send.
 */
export class SocketLine {
  readonly #socket: Socket
  readonly #events: LineEvents
  readonly #keepsAll: boolean
  #isOpen = false
  /** Bytes of a head, or of a message that is kept, that did not come in one piece. */
  #rest: Buffer = Buffer.alloc(0)
  /** A long message of which only the start is kept. */
  #skipping: { readonly start: Buffer; left: number; readonly wireBytes: number } | null = null

  constructor(target: LineTarget, events: LineEvents) {
    this.#events = events
    this.#keepsAll = target.keepsAll
    const onread = { buffer: SHARED, callback: (size: number): boolean => (this.#onData(size), true) }
    this.#socket = connect({ port: target.port, host: '127.0.0.1', noDelay: true, onread })
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => events.onClose())
    this.#socket.write(upgradeRequest(target))
  }

  /** Bytes that arrived on the socket, as the kernel counts them. */
  get bytesRead(): number {
    return this.#socket.bytesRead
  }

  send(payload: Uint8Array | string): void {
    const isText = typeof payload === 'string'
    this.#socket.write(clientFrame(isText ? OPCODE.text : OPCODE.binary, isText ? Buffer.from(payload) : payload))
  }

  end(): void {
    this.#socket.destroy()
  }

  #onData(size: number): void {
    const chunk = SHARED.subarray(0, size)
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    let at = 0
    while (at < data.length) {
      const used = this.#isOpen ? this.#take(data, at) : this.#takeAnswer(data)
      if (used === 0) break
      at += used
    }
    this.#rest = at === data.length ? Buffer.alloc(0) : Buffer.from(data.subarray(at))
  }

  /** Answers how many bytes of `data` it used up; 0 asks for more. */
  #take(data: Buffer, at: number): number {
    if (this.#skipping) return this.#skip(this.#skipping, data.length - at)
    const head = readHead(data, at)
    if (head === null) return 0
    const wireBytes = head.size + head.length
    if (data.length - at >= wireBytes) {
      this.#handle(head.opcode, data.subarray(at + head.size, at + wireBytes), wireBytes)
      return wireBytes
    }
    if (this.#keepsAll || head.length <= KEPT_BYTES || data.length - at < head.size + PREFIX_BYTES) return 0
    const start = Buffer.from(data.subarray(at + head.size, at + head.size + PREFIX_BYTES))
    this.#skipping = { start, left: wireBytes - (data.length - at), wireBytes }
    return data.length - at
  }

  #skip(skipping: { readonly start: Buffer; left: number; readonly wireBytes: number }, available: number): number {
    const used = Math.min(skipping.left, available)
    skipping.left -= used
    if (skipping.left > 0) return used
    this.#skipping = null
    this.#events.onMessage(skipping.start, skipping.wireBytes)
    return used
  }

  #handle(opcode: number, payload: Buffer, wireBytes: number): void {
    if (opcode === OPCODE.text || opcode === OPCODE.binary) this.#events.onMessage(payload, wireBytes)
    else if (opcode === OPCODE.ping) this.#socket.write(clientFrame(OPCODE.pong, payload))
    else if (opcode === OPCODE.close) this.end()
    else if (opcode === OPCODE.continuation) throw new Error('a fragmented message cannot be counted')
  }

  #takeAnswer(data: Buffer): number {
    const end = data.indexOf('\r\n\r\n')
    if (end < 0) return 0
    if (!data.toString('latin1', 0, 12).endsWith('101')) {
      this.end()
      return data.length
    }
    this.#isOpen = true
    this.#events.onOpen()
    return end + 4
  }
}

const upgradeRequest = ({ port, path }: LineTarget): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    '\r\n',
  ].join('\r\n')

function readHead(data: Buffer, at: number): { readonly opcode: number; readonly length: number; readonly size: number } | null {
  const left = data.length - at
  if (left < 2) return null
  const opcode = (data[at] ?? 0) & 0x0f
  const short = (data[at + 1] ?? 0) & 0x7f
  if (short < 126) return { opcode, length: short, size: 2 }
  if (short === 126) return left < 4 ? null : { opcode, length: data.readUInt16BE(at + 2), size: 4 }
  return left < 10 ? null : { opcode, length: Number(data.readBigUInt64BE(at + 2)), size: 10 }
}

const MASK = randomBytes(4)

/** A masked frame, as clients must send it. One mask for all: it hides nothing here, but the server has to undo it. */
function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const head = headFor(opcode, payload.length)
  const frame = Buffer.alloc(head.length + payload.length)
  frame.set(head)
  for (let index = 0; index < payload.length; index++) {
    frame[head.length + index] = (payload[index] ?? 0) ^ (MASK[index & 3] ?? 0)
  }
  return frame
}

function headFor(opcode: number, length: number): Buffer {
  const first = 0x80 | opcode
  if (length < 126) return Buffer.from([first, 0x80 | length, ...MASK])
  const size = Buffer.alloc(length < 65_536 ? 2 : 8)
  if (size.length === 2) size.writeUInt16BE(length)
  else size.writeBigUInt64BE(BigInt(length))
  return Buffer.concat([Buffer.from([first, 0x80 | (size.length === 2 ? 126 : 127)]), size, MASK])
}
