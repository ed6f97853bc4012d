/**
 * Messages that go to several members in one write. A stock client reads one message per WebSocket frame, so each
 * keeps a frame of its own, and the frames stand one after the other in one buffer that all members share.
 */
export interface Batch {
  /** Parts of `wire`: a batch holds on to nothing else. */
  readonly payloads: readonly Uint8Array[]
  /** The payloads as unmasked binary WebSocket frames (RFC 6455, 5.2). */
  readonly wire: Buffer
}

const FINAL_BINARY = 0x82

const headerLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

function writeHeader(view: DataView, at: number, length: number): void {
  view.setUint8(at, FINAL_BINARY)
  if (length < 126) {
    view.setUint8(at + 1, length)
  } else if (length < 65_536) {
    view.setUint8(at + 1, 126)
    view.setUint16(at + 2, length)
  } else {
    view.setUint8(at + 1, 127)
    view.setBigUint64(at + 2, BigInt(length))
  }
}

/** One message of two parts, put together where it is framed: a large body is copied once. */
export function batchOfParts(head: Uint8Array, body: Uint8Array): Batch {
  const length = head.length + body.length
  const start = headerLength(length)
  const wire = Buffer.allocUnsafeSlow(start + length)
  writeHeader(new DataView(wire.buffer), 0, length)
  wire.set(head, start)
  wire.set(body, start + head.length)
  return { payloads: [wire.subarray(start)], wire }
}

export function batchOf(payloads: readonly Uint8Array[]): Batch {
  const total = payloads.reduce((sum, { length }) => sum + headerLength(length) + length, 0)
  // A `Buffer`, which a socket takes as it is, and one that shares no memory with others.
  const wire = Buffer.allocUnsafeSlow(total)
  const view = new DataView(wire.buffer)
  let at = 0
  const framed = payloads.map((payload) => {
    writeHeader(view, at, payload.length)
    at += headerLength(payload.length)
    wire.set(payload, at)
    at += payload.length
    return wire.subarray(at - payload.length, at)
  })
  return { payloads: framed, wire }
}
