import * as decoding from 'lib0/decoding'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MESSAGE,
  readClientMessage,
  readServerMessage,
  writeAwareness,
  writePresence,
  writePresenceBatch,
  writeQueryAwareness,
  writeSaved,
  writeStorage,
  writeSyncStep1,
  headOfSyncStep2,
  writeSyncStep2,
  writeUpdate,
  writeWelcome,
  type ClientMessage,
  type ServerMessage,
} from './wire.ts'
import { readPresence, withinLimits, type Presence } from './wire-presence.ts'

const bytes = fc.uint8Array({ maxLength: 200 })
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const coordinate = fc.integer({ min: -(2 ** 30), max: 2 ** 30 })
const presence: fc.Arbitrary<Presence> = fc.record({
  cursor: fc.option(fc.record({ x: coordinate, y: coordinate })),
  drags: fc.array(fc.record({ ids: fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }), dx: coordinate, dy: coordinate }), {
    maxLength: 3,
  }),
})
const entries = fc.array(fc.record({ client: fc.nat(), clock: fc.nat(), state: fc.json() }), { maxLength: 4 })

const clientRead = (frame: Uint8Array): ClientMessage | string => {
  const result = readClientMessage(frame)
  return result.ok ? result.value : result.error
}
const serverRead = (frame: Uint8Array): ServerMessage | string => {
  const result = readServerMessage(frame)
  return result.ok ? result.value : result.error
}

describe('P5 every message is read as it was written', () => {
  it('sync, both ways', () => {
    fc.assert(
      fc.property(bytes, (body) => {
        for (const read of [clientRead, serverRead]) {
          expect(read(writeSyncStep1(body))).toEqual({ kind: 'syncStep1', stateVector: body })
          expect(read(writeSyncStep2(body))).toEqual({ kind: 'syncStep2', update: body })
          expect([...headOfSyncStep2(body.length), ...body]).toEqual([...writeSyncStep2(body)])
          expect(read(writeUpdate(body))).toEqual({ kind: 'update', update: body })
        }
      }),
    )
  })

  it('awareness, both ways', () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(clientRead(writeAwareness(list))).toEqual({ kind: 'awareness', entries: list })
        expect(serverRead(writeAwareness(list))).toEqual({ kind: 'awareness', entries: list })
      }),
    )
  })

  it('P25 presence, its batches, and the bytes it is passed on in', () => {
    fc.assert(
      fc.property(fc.array(presence, { maxLength: 4 }), (list) => {
        const raw = list.map((each, seat) => {
          const message = clientRead(writePresence(each))
          if (typeof message === 'string' || message.kind !== 'presence') throw new Error('not a presence')
          expect(message.presence).toEqual(each)
          return { seat, bytes: message.bytes }
        })
        const read = serverRead(writePresenceBatch(raw))
        expect(read).toEqual({ kind: 'presence', entries: list.map((each, seat) => ({ seat, presence: each })) })
      }),
    )
  })

  it('the extensions', () => {
    fc.assert(
      fc.property(count, (n) => {
        expect(clientRead(writeSaved(n))).toEqual({ kind: 'saved', count: n })
        expect(serverRead(writeSaved(n))).toEqual({ kind: 'saved', count: n })
      }),
    )
    for (const state of ['writable', 'full', 'failing'] as const) {
      expect(serverRead(writeStorage(state))).toEqual({ kind: 'storage', state })
    }
    const welcome = { seat: 300, right: 'read' } as const
    expect(serverRead(writeWelcome(welcome))).toEqual({ kind: 'welcome', welcome })
    expect(clientRead(writeQueryAwareness())).toEqual({ kind: 'queryAwareness' })
  })
})

describe('P5 everything else is malformed', () => {
  it('any bytes are a message or malformed, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (frame) => {
        readClientMessage(frame)
        readServerMessage(frame)
      }),
      { numRuns: 3000 },
    )
  })

  it('a message with anything after it, or cut short', () => {
    fc.assert(
      fc.property(presence, (each) => {
        const whole = writePresence(each)
        expect(clientRead(Uint8Array.from([...whole, 0]))).toBe('malformed')
        for (let length = 0; length < whole.length; length++) expect(clientRead(whole.subarray(0, length))).toBe('malformed')
      }),
    )
  })

  it('unknown numbers, and what only the relay may say', () => {
    for (const type of [2, 4, 99, 106, 1000]) expect(clientRead(Uint8Array.from([type & 127]))).toBe('malformed')
    expect(clientRead(Uint8Array.from([MESSAGE.sync, 3, 0]))).toBe('malformed')
    expect(clientRead(writeStorage('full'))).toBe('malformed')
    expect(clientRead(writeWelcome({ seat: 0, right: 'write' }))).toBe('malformed')
    expect(serverRead(writeStorage('writable').map((byte, index) => (index === 1 ? 9 : byte)))).toBe('malformed')
  })

  it('P25 drags of more than 200 things or 20 hands, a longer id, a place off the board', () => {
    const hand = (ids: readonly string[]) => ({ ids, dx: 0, dy: 0 })
    const drag = (...hands: readonly (readonly string[])[]): Uint8Array => writePresence({ cursor: null, drags: hands.map(hand) })
    expect(clientRead(drag(Array.from({ length: 200 }, () => 'a')))).toMatchObject({ kind: 'presence' })
    expect(clientRead(drag(Array.from({ length: 201 }, () => 'a')))).toBe('malformed')
    expect(clientRead(drag(['a'.repeat(41)]))).toBe('malformed')
    expect(clientRead(drag(...Array.from({ length: 20 }, () => ['a'])))).toMatchObject({ kind: 'presence' })
    expect(clientRead(drag(...Array.from({ length: 21 }, () => ['a'])))).toBe('malformed')
    expect(
      clientRead(
        drag(
          Array.from({ length: 120 }, () => 'a'),
          Array.from({ length: 81 }, () => 'b'),
        ),
      ),
    ).toBe('malformed')
    const kept = withinLimits([
      hand(Array.from({ length: 120 }, () => 'a')),
      hand(Array.from({ length: 120 }, () => 'b')),
      hand(['c']),
    ])
    expect(kept.map(({ ids }) => ids.length)).toEqual([120, 80])
    expect(clientRead(writePresence({ cursor: { x: 1e300, y: Number.NaN }, drags: [] }))).toMatchObject({
      presence: { cursor: { x: 2 ** 30, y: 0 } },
    })
  })
})

describe('sizes on the wire', () => {
  it('P10 the keep-alive is three bytes that a stock client reads as awareness of nobody', () => {
    expect([...writeAwareness([])]).toEqual([1, 1, 0])
  })

  it('P25 a cursor on a board of ten thousand units takes at most 9 bytes in a batch', () => {
    const raw = writePresence({ cursor: { x: -9_999, y: 9_999 }, drags: [] })
    const message = readClientMessage(raw)
    if (!message.ok || message.value.kind !== 'presence') throw new Error('not a presence')
    const { bytes: body } = message.value
    expect(readPresence(decoding.createDecoder(body)).cursor).toEqual({ x: -9_999, y: 9_999 })
    const hundred = Array.from({ length: 150 }, (_, seat) => ({ seat, bytes: body }))
    expect(writePresenceBatch(hundred).length / 150).toBeLessThanOrEqual(9)
  })
})
