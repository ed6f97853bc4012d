import { expect, it } from 'vitest'
import { batchOf, batchOfParts } from './frames.ts'

/** Reads unmasked frames as RFC 6455, 5.2 has them: each frame's first byte and its length. */
function readFrames(wire: Uint8Array): readonly { readonly first: number; readonly length: number }[] {
  const view = Buffer.from(wire)
  const frames: { first: number; length: number }[] = []
  for (let at = 0; at < view.length;) {
    const short = view.readUInt8(at + 1)
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0
    const length = extra === 2 ? view.readUInt16BE(at + 2) : extra === 8 ? Number(view.readBigUInt64BE(at + 2)) : short
    frames.push({ first: view.readUInt8(at), length })
    at += 2 + extra + length
  }
  return frames
}

it('P9 a batch is one WebSocket frame per message, whatever its size', () => {
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000]
  const { wire } = batchOf(lengths.map((length) => new Uint8Array(length).fill(7)))
  expect(readFrames(wire)).toEqual(lengths.map((length) => ({ first: 0x82, length })))
  expect(wire.filter((byte) => byte === 7).length).toBeGreaterThanOrEqual(lengths.reduce((sum, length) => sum + length))
})

it('P9 a message in two parts is the same frame', () => {
  for (const length of [0, 120, 126, 70_000]) {
    const [head, body] = [Uint8Array.of(0, 1, 5), new Uint8Array(length).fill(7)]
    const whole = batchOf([Uint8Array.of(...head, ...body)])
    const inParts = batchOfParts(head, body)
    expect(inParts.wire.equals(whole.wire)).toBe(true)
    expect(inParts.payloads).toEqual(whole.payloads)
  }
})
