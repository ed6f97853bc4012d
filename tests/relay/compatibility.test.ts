import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { WebsocketProvider as WebsocketProvider1 } from 'y-websocket-1'
import { WebsocketProvider as WebsocketProvider2 } from 'y-websocket-2'
import * as Y from 'yjs'
import { startRelayServer, type RelayServer } from '../support/relay-server.ts'
import { until } from '../support/wait.ts'

let server: RelayServer
beforeAll(async () => {
  server = await startRelayServer()
})
afterAll(() => server.close())

type Provider = typeof WebsocketProvider
const VERSIONS: readonly [version: string, Provider: Provider][] = [
  ['1.5', WebsocketProvider1 as unknown as Provider],
  ['2.1', WebsocketProvider2 as unknown as Provider],
  ['3.1', WebsocketProvider],
]

interface Open {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  end(): void
}

function open(Stock: Provider, document: string, person: string, right = 'write'): Open {
  const doc = new Y.Doc()
  const provider = new Stock(server.url, document, doc, {
    params: { token: `${person}:${right}` },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  return {
    doc,
    provider,
    end() {
      provider.destroy()
      provider.awareness.destroy()
    },
  }
}

const userOf = (watcher: Open, other: Open): unknown => watcher.provider.awareness.getStates().get(other.doc.clientID)?.['user']

describe.each(VERSIONS)('the stock y-websocket %s client', (version, Stock) => {
  it('P3 P9 syncs with a 3.1 client, both ways', async () => {
    const document = `s${version.replace('.', '')}/board~1`
    const [mine, other] = [open(Stock, document, 'ana'), open(WebsocketProvider, document, 'ben')]
    mine.doc.getText('t').insert(0, 'early ')
    await until('sync', () => mine.provider.synced && other.provider.synced)
    other.doc.getText('t').insert(0, 'other ')
    mine.doc.getText('t').insert(0, 'late ')
    await until('the same text', () => [mine, other].every(({ doc }) => doc.getText('t').length === 17))
    expect(mine.doc.getText('t').toJSON()).toBe(other.doc.getText('t').toJSON())
    mine.end()
    other.end()
  })

  it('P21 P22 shows who is there, stamped, and shows them gone', async () => {
    const document = `s${version.replace('.', '')}/plc:p1~1`
    const [mine, other] = [open(Stock, document, 'ana'), open(WebsocketProvider, document, 'ben')]
    mine.provider.awareness.setLocalStateField('user', { person: 'ben', name: 'Not me' })
    await until('presence', () => userOf(other, mine) !== undefined && userOf(mine, other) !== undefined)
    await until(
      'the stamp',
      () => JSON.stringify(userOf(other, mine)) === JSON.stringify({ person: 'ana', name: 'Name of ana', jobRole: 'teacher' }),
    )
    mine.provider.ws?.close()
    await until('gone', () => userOf(other, mine) === undefined)
    expect(other.provider.wsconnected).toBe(true)
    mine.end()
    other.end()
  })

  it('P23 is seen again right after it came back', async () => {
    const document = `s${version.replace('.', '')}/plc:p2~1`
    const [mine, other] = [open(Stock, document, 'ana'), open(WebsocketProvider, document, 'ben')]
    await until('presence', () => userOf(other, mine) !== undefined)
    for (let round = 0; round < 3; round++) {
      mine.provider.disconnect()
      await until('gone', () => userOf(other, mine) === undefined)
      mine.provider.connect()
      // Without the relay's help this takes up to 15 s, until the client renews its state.
      await until('presence again', () => userOf(other, mine) !== undefined, 5_000)
    }
    expect(userOf(other, mine)).toMatchObject({ person: 'ana' })
    mine.end()
    other.end()
  })

  it('P6 a reader syncs and stays', async () => {
    const document = `s${version.replace('.', '')}/plc:p3~1`
    const writer = open(WebsocketProvider, document, 'ben')
    writer.doc.getMap('m').set('k', 1)
    writer.doc.getMap('m').delete('k')
    writer.doc.getMap('m').set('l', 2)
    await until('sync', () => writer.provider.synced)
    const reader = open(Stock, document, 'ana', 'read')
    await until('the content', () => reader.doc.getMap('m').get('l') === 2)
    writer.doc.getMap('m').set('l', 3)
    await until('the change', () => reader.doc.getMap('m').get('l') === 3)
    expect(reader.provider.wsconnected).toBe(true)
    reader.end()
    writer.end()
  })
})

describe('P2 a refusal', () => {
  it('stops a 3.1 client for good', async () => {
    const refused = open(WebsocketProvider, 'gone/board~1', 'ana')
    let code = 0
    refused.provider.on('closed', (closed) => void (code = closed.code))
    await until('the refusal', () => code === 4404)
    expect(refused.provider.shouldConnect).toBe(false)
    refused.end()
  })
})
