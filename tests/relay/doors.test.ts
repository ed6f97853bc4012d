import { connect } from 'node:net'
import {
  CLOSE,
  writeAwareness,
  writePresence,
  writeSaved,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
} from '@groundswell/shared/wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, type RawClient } from '../support/raw-client.ts'
import { startRelayServer, type RelayServer } from '../support/relay-server.ts'
import { until } from '../support/wait.ts'

let server: RelayServer
beforeAll(async () => {
  server = await startRelayServer({ limits: { members: 500 } })
})
afterAll(() => server.close())

const open = (path: string): Promise<RawClient> => connectRaw(`${server.url}${path}`)

const makeUpdate = (key: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('m').set(key, 1)
  return Y.encodeStateAsUpdate(doc)
}

const keysOf = async (document: string): Promise<readonly string[]> => {
  const door = await server.relay.open(documentName(document))
  const keys = door.read((doc) => [...doc.getMap('m').keys()])
  door.release()
  return keys
}

const documentName = (key: string) => ({ session: 's' as never, ref: { kind: 'plc', plc: key as never } as const, epoch: 1 })

const UPGRADE_HEADERS = [
  'Host: x',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
]

describe('the address', () => {
  it.each([
    ['/s/board~1', CLOSE.signedOut],
    ['/s/board~1?token=', CLOSE.signedOut],
    ['/s/board~1?token=nonsense', CLOSE.signedOut],
    ['/s/board~1?token=p%ZZ', CLOSE.signedOut],
    ['/s/board?token=p:write', CLOSE.gone],
    ['/s/cupboard~1?token=p:write', CLOSE.gone],
    ['/s/board~0?token=p:write', CLOSE.gone],
    ['/s/..%2Fboard~1?token=p:write', CLOSE.gone],
    ['/s%2Fboard~1%00?token=p:write', CLOSE.gone],
    ['/s/%00~1?token=p:write', CLOSE.gone],
    ['/gone/board~1?token=p:write', CLOSE.gone],
    ['/s/board~2?token=p:write', CLOSE.epoch],
  ])('P1 P2 %s is accepted and closed with %i', async (path, code) => {
    const client = await open(path)
    expect(await client.closed()).toBe(code)
    expect(client.received).toEqual([])
  })

  it.each([
    { label: '/', path: '/' },
    { label: '/syn', path: '/syn' },
    { label: '/sync', path: '/sync' },
    { label: 'another path', path: '/elsewhere/s/board~1' },
    { label: 'half a letter', path: '/sync/%E0%A4%A~1' },
    { label: 'half an escape', path: '/sync/%' },
    { label: 'an address of 5,000 letters', path: `/sync/${'x'.repeat(5_000)}` },
  ])('P1 $label is answered with 404', async ({ path }) => {
    expect(await rawUpgrade(`GET ${path} HTTP/1.1`)).toContain('404')
  })
})

/** The first line that the server answers to an upgrade asked for by hand. */
async function rawUpgrade(requestLine: string, headers: readonly string[] = UPGRADE_HEADERS): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  let answer = ''
  let isClosed = false
  socket.on('data', (data) => void (answer += data.toString('latin1')))
  socket.on('close', () => void (isClosed = true))
  socket.on('error', () => {})
  socket.write([requestLine, ...headers, '', ''].join('\r\n'))
  await until('an answer', () => answer.includes('\r\n') || isClosed)
  socket.destroy()
  return answer.split('\r\n')[0] ?? ''
}

/** Every kind of message, and what each right makes of it: the close code, or null. */
const KINDS: readonly [kind: string, frame: (key: string) => Uint8Array, write: number | null, read: number | null][] = [
  ['step 1', () => writeSyncStep1(Uint8Array.of(0)), null, null],
  ['step 2 with news', (key) => writeSyncStep2(makeUpdate(key)), null, CLOSE.forbidden],
  ['step 2 without news', () => writeSyncStep2(Uint8Array.of(0, 0)), null, null],
  ['update with news', (key) => writeUpdate(makeUpdate(key)), null, CLOSE.forbidden],
  ['update without news', () => writeUpdate(Uint8Array.of(0, 0)), null, null],
  ['awareness', () => writeAwareness([{ client: 5, clock: 1, state: '{}' }]), null, null],
  ['query awareness', () => Uint8Array.of(3), null, null],
  ['saved marker', () => writeSaved(1), null, null],
  ['presence', () => writePresence({ cursor: { x: 1, y: 1 }, drags: [] }), null, null],
  ['nonsense', () => Uint8Array.of(77), CLOSE.malformed, CLOSE.malformed],
]

describe('P6 what each right may send', () => {
  const cases = KINDS.flatMap(([kind, frame, write, read]) => [
    { kind, frame, right: 'write', code: write },
    { kind, frame, right: 'read', code: read },
    { kind, frame, right: 'display', code: read },
  ])

  it.each(cases)('$right: $kind', async ({ kind, frame, right, code }) => {
    const document = `${right}-${kind.replaceAll(' ', '-')}`
    const client = await open(`/s/plc:${document}~1?token=p:${right}&ext=1`)
    client.send(writeSyncStep1(Uint8Array.of(0)))
    client.send(frame('k'))
    if (code === null) client.send(writeSaved(99))
    const isMarked = (): boolean => client.messages().some((message) => message.kind === 'saved' && message.count === 99)
    await until('the marker or the end', () => isMarked() || client.code() !== null)
    expect(client.code()).toBe(code)
    const isWritten = right === 'write' && kind.endsWith('with news')
    expect(await keysOf(document)).toEqual(isWritten ? ['k'] : [])
    client.end()
  })
})

describe('damaged WebSocket frames', () => {
  const frames: readonly [string, readonly number[], number][] = [
    ['P5 a reserved opcode', [0x83, 0x80, 0, 0, 0, 0], CLOSE.malformed],
    ['P5 no mask', [0x82, 0x01, 0x00], CLOSE.malformed],
    ['P5 reserved bits', [0xf2, 0x80, 0, 0, 0, 0], CLOSE.malformed],
    ['P5 a two-byte nothing', [0xff, 0xff], CLOSE.malformed],
    ['P5 text', [0x81, 0x81, 0, 0, 0, 0, 0x61], CLOSE.malformed],
    ['P5 text that is not UTF-8', [0x81, 0x81, 0, 0, 0, 0, 0xff], CLOSE.malformed],
    ['P5 more than 1 MiB announced', [0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0], CLOSE.tooLarge],
    [
      'P5 more than 64 fragments',
      Array.from({ length: 70 }, (_, index) => [index === 0 ? 2 : 0, 0x81, 0, 0, 0, 0, 1]).flat(),
      CLOSE.tooLarge,
    ],
  ]

  it.each(frames)('%s', async (_title, bytes, code) => {
    const heard = await upgradeAndSend(Uint8Array.from(bytes))
    expect(heard.readUInt16BE(2)).toBe(code)
  })

  it.each(['GET', 'garbage', 'GET /sync/s/board~1 HTTP/9.9', 'POST /sync/s/board~1 HTTP/1.1'])(
    'P43 survives the request line "%s"',
    async (line) => {
      await rawUpgrade(line)
      await rawUpgrade(line, ['Connection: Upgrade', 'Upgrade: websocket'])
      const client = await open('/s/board~1?token=p:write')
      client.send(writeSyncStep1(Uint8Array.of(0)))
      await until('an answer', () => client.messages().some(({ kind }) => kind === 'syncStep2'))
      expect(client.code()).toBeNull()
      client.end()
    },
  )
})

/** Upgrades by hand, sends `bytes` as they are, and answers the close frame that comes back. */
async function upgradeAndSend(bytes: Uint8Array): Promise<Buffer> {
  const socket = connect(server.port, '127.0.0.1')
  let heard = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.on('data', (data) => void (heard = Buffer.concat([heard, data])))
  socket.write(['GET /sync/s/board~1?token=p:write HTTP/1.1', ...UPGRADE_HEADERS, '', ''].join('\r\n'))
  await until('the upgrade', () => heard.includes('\r\n\r\n'))
  socket.write(bytes)
  const closeFrame = (): Buffer => heard.subarray(heard.lastIndexOf(0x88))
  await until('a close frame', () => heard.lastIndexOf(0x88) > heard.indexOf('\r\n\r\n') && closeFrame().length >= 4)
  socket.destroy()
  return closeFrame()
}
