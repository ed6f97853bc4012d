import { Duplex } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as ws from 'ws'
import { forwardEvents, RelaySocket, takeShortcut, type FrameReceiver } from './ws-transport.ts'

type Heard = readonly [kind: string, bytes: readonly number[]]

const OPEN = 1
const CLOSING = 2

interface TestReceiver extends FrameReceiver {
  on(event: string, listener: (data: Uint8Array) => void): void
}

/** `ws` exports its parser, its types do not. */
const { Receiver } = ws as unknown as { readonly Receiver: new (options: object) => TestReceiver }

/** What comes out of the parser, with the shortcut or without, for the same chunks. `shortcuts` counts the frames that took it. */
function hear(
  chunks: readonly Uint8Array[],
  withShortcut: boolean,
): { readonly heard: readonly Heard[]; readonly shortcuts: number } {
  const heard: Heard[] = []
  let shortcuts = 0
  const line = { readyState: OPEN }
  const receiver = new Receiver({ isServer: true, maxPayload: 100_000, maxFragments: 3 })
  const note = (kind: string) => (data: Uint8Array) => void heard.push([kind, [...data]])
  for (const kind of ['message', 'ping', 'pong']) receiver.on(kind, note(kind))
  receiver.on('error', () => (line.readyState = CLOSING))
  receiver.on('conclude', () => (line.readyState = CLOSING))
  const onFrame = (payload: Uint8Array): void => {
    shortcuts++
    note('message')(payload)
  }
  if (withShortcut) takeShortcut(receiver, line, { onFrame })
  for (const chunk of chunks) if (line.readyState === OPEN) receiver.write(Buffer.from(chunk))
  return { heard: [...heard, ['ends', [line.readyState]]], shortcuts }
}

interface Frame {
  readonly first: number
  readonly payload: Uint8Array
  readonly mask: Uint8Array
}

function toBytes({ first, payload, mask }: Frame): readonly number[] {
  const { length } = payload
  const head = length < 126 ? [first, 0x80 | length] : [first, 0x80 | 126, length >> 8, length & 255]
  return [...head, ...mask, ...payload.map((byte, at) => byte ^ (mask[at & 3] ?? 0))]
}

const BINARY = 0x82
/** Everyday frames mostly; fragments, text, pings, pongs, closes, reserved bits and unknown opcodes between them. */
const firstByte = fc.oneof(
  { weight: 6, arbitrary: fc.constant(BINARY) },
  fc.constantFrom(0x02, 0x00, 0x80, 0x81, 0x89, 0x8a, 0x88, 0xc2, 0x83),
)
const anyFrame: fc.Arbitrary<Frame> = fc.record({
  first: firstByte,
  payload: fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc.uint8Array({ minLength: 120, maxLength: 130 }),
    fc.uint8Array({ maxLength: 1_100 }),
  ),
  mask: fc.uint8Array({ minLength: 4, maxLength: 4 }),
})

function cut(bytes: readonly number[], lengths: readonly number[]): readonly Uint8Array[] {
  const chunks: Uint8Array[] = []
  let at = 0
  for (let turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1
    chunks.push(Uint8Array.from(bytes.slice(at, at + length)))
    at += length
  }
  return chunks
}

describe('the shortcut for everyday frames', () => {
  it('P5 hears what the full parser hears, however the bytes are cut', () => {
    let shortcuts = 0
    fc.assert(
      fc.property(
        fc.array(anyFrame, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(255), { maxLength: 3 }),
        (frames, lengths, garbage) => {
          const chunks = cut([...frames.flatMap(toBytes), ...garbage], lengths)
          const short = hear(chunks, true)
          shortcuts += short.shortcuts
          expect(short.heard).toEqual(hear(chunks, false).heard)
        },
      ),
      { numRuns: 500 },
    )
    expect(shortcuts).toBeGreaterThan(200)
  })

  it('P5 takes whole frames only, and leaves the parser the rest', () => {
    const whole: Frame = { first: BINARY, payload: Uint8Array.of(1, 2, 3), mask: Uint8Array.of(9, 8, 7, 6) }
    const bytes = [...toBytes(whole), ...toBytes(whole), ...toBytes(whole)]
    expect(hear(cut(bytes, [22, 5]), true)).toEqual({
      heard: [
        ['message', [1, 2, 3]],
        ['message', [1, 2, 3]],
        ['message', [1, 2, 3]],
        ['ends', [OPEN]],
      ],
      shortcuts: 2,
    })
  })

  it('P5 takes nothing after what the parser refused, although that is told an event later', () => {
    const whole: Frame = { first: BINARY, payload: Uint8Array.of(1), mask: Uint8Array.of(0, 0, 0, 0) }
    const unknown: Frame = { first: 0x83, payload: Uint8Array.of(), mask: Uint8Array.of(0, 0, 0, 0) }
    const chunks = [toBytes(whole), toBytes(unknown).slice(0, 2), toBytes(whole)].map((bytes) => Uint8Array.from(bytes))
    expect(hear(chunks, true)).toEqual({ ...hear(chunks, false), shortcuts: 1 })
  })

  it('P5 is taken on a real socket', async () => {
    const socket = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() })
    const line = new RelaySocket(null as never, undefined, { autoPong: true })
    const heard: string[] = []
    const ears = { onText() {}, onPong() {}, onClose() {} }
    const inside = line as unknown as { setSocket(socket: Duplex, head: Buffer, options: object): void }
    inside.setSocket(socket, Buffer.alloc(0), {})
    forwardEvents(line, { ...ears, onFrame: (frame) => void heard.push(`frame of ${frame.length}`) })
    line.on('message', () => void heard.push('message'))
    socket.push(Buffer.from(toBytes({ first: BINARY, payload: Uint8Array.of(1, 2), mask: Uint8Array.of(1, 2, 3, 4) })))
    await vi.waitFor(() => expect(heard).toEqual(['frame of 2']))
  })

  it('P5 stops at the frame after which the connection is closed', () => {
    const whole: Frame = { first: BINARY, payload: Uint8Array.of(1), mask: Uint8Array.of(0, 0, 0, 0) }
    const receiver = new Receiver({ isServer: true })
    const line = { readyState: OPEN }
    let frames = 0
    let passed = 0
    receiver.on('message', () => passed++)
    const onFrame = (): void => {
      frames++
      line.readyState = CLOSING
    }
    takeShortcut(receiver, line, { onFrame })
    receiver.write(Buffer.from([...toBytes(whole), ...toBytes(whole)]))
    expect([frames, passed]).toEqual([1, 1])
  })
})
