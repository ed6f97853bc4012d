import { readServerMessage, writePresence, writeSyncStep1, writeUpdate } from '@groundswell/shared/wire'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { memoryInUse } from '../support/memory.ts'
import { connectPeer } from '../support/peer.ts'
import { connectRaw, type RawClient } from '../support/raw-client.ts'
import { startRelayServer, type RelayServer } from '../support/relay-server.ts'
import { until } from '../support/wait.ts'

const MEMBERS = 150
const SLOW = 20
const AUTHORS = 3
const EDIT_BYTES = 64_000
const EDITS = 180
const MIB = 1024 * 1024
/** What each slow member may have waiting (P12), and as much for what the others are being sent. */
const BOUND = (SLOW * 4 + 20) * MIB

let server: RelayServer
beforeEach(async () => {
  server = await startRelayServer({ limits: { bytesPerSecond: 2 ** 30, byteBurst: 2 ** 30 } })
})
afterEach(() => server.close())

/** A member that counts what it reads; some hold it as a document too. */
interface Reader {
  readonly ws: WebSocket
  readonly doc: Y.Doc
  updates: number
}

async function read(index: number, isKeeping: boolean): Promise<Reader> {
  const ws = new WebSocket(`${server.url}/s/board~1?token=p${index}:write&ext=1`, { perMessageDeflate: false })
  const reader: Reader = { ws, doc: new Y.Doc(), updates: 0 }
  let isSynced = false
  ws.on('error', () => {})
  ws.on('message', (data: Buffer) => {
    const message = readServerMessage(data)
    if (!message.ok || (message.value.kind !== 'syncStep2' && message.value.kind !== 'update')) return
    if (message.value.kind === 'syncStep2') isSynced = true
    else reader.updates++
    if (isKeeping) Y.applyUpdate(reader.doc, message.value.update)
  })
  await until('open', () => ws.readyState === WebSocket.OPEN)
  ws.send(writeSyncStep1(Uint8Array.of(0)))
  await until('an answer', () => isSynced)
  return reader
}

const contentOf = (doc: Y.Doc): Record<string, unknown> => doc.getMap('m').toJSON()

/** How many the relay closed because they do not take what they are sent. */
const closedAsSlow = (): number => server.logLines.filter((line) => line.includes('"code":1013')).length

it('P12 P24 20 of 150 stop reading: they are closed and sync again whole, the others miss nothing, memory stays bounded', async () => {
  const members = await Promise.all(Array.from({ length: MEMBERS }, (_, index) => read(index, index <= SLOW)))
  const [slow, fine] = [members.slice(0, SLOW), members.slice(SLOW)]
  const authors = Array.from({ length: AUTHORS }, (_, index) =>
    connectPeer({ url: server.url, document: 's/board~1', token: `author${index}:write` }),
  )
  await Promise.all(authors.map((author) => author.synced()))
  for (const { ws } of slow) ws.pause()
  const before = await memoryInUse()
  let most = 0
  for (let index = 0; index < EDITS; index++) {
    authors[index % AUTHORS]?.doc.getMap('m').set(`k${index % 10}`, `${index}:${'x'.repeat(EDIT_BYTES)}`)
    fine[index % fine.length]?.ws.send(writePresence({ cursor: { x: index, y: 0 }, drags: [] }))
    const sent = index + 1
    await until('the others keep up', () => fine.every(({ updates }) => updates >= sent))
    if (index % 10 === 0) most = Math.max(most, (await memoryInUse()) - before)
  }
  await Promise.all(authors.map((author) => author.saved()))
  await until('the slow ones are closed', () => closedAsSlow() === SLOW)
  console.info(`slow readers: at most ${Math.round(most / MIB)} MiB held for them`)
  expect(most).toBeLessThan(BOUND)
  expect(fine.map(({ updates }) => updates)).toEqual(fine.map(() => EDITS))
  expect(fine.every(({ ws }) => ws.readyState === WebSocket.OPEN)).toBe(true)
  const [author] = authors
  const expected = contentOf(author?.doc ?? new Y.Doc())
  expect(Object.keys(expected)).toHaveLength(10)
  expect(contentOf(fine[0]?.doc ?? new Y.Doc())).toEqual(expected)
  for (const { ws } of slow) ws.terminate()
  const again = slow.map(({ doc }, index) =>
    connectPeer({ url: server.url, document: 's/board~1', token: `p${index}:write`, doc }),
  )
  await Promise.all(again.map((peer) => peer.synced()))
  for (const { doc } of again) expect(contentOf(doc)).toEqual(expected)
  for (const { ws } of fine) ws.terminate()
  for (const peer of [...again, ...authors]) peer.destroy()
})

async function join(index: number): Promise<RawClient> {
  const client = await connectRaw(`${server.url}/s/board~1?token=p${index}:write&ext=1`)
  client.send(writeSyncStep1(Uint8Array.of(0)))
  await until('an answer', () => client.messages().some(({ kind }) => kind === 'syncStep2'))
  return client
}

it('P8 a member that reads in fits and starts misses nothing', async () => {
  const author = connectPeer({ url: server.url, document: 's/board~1', token: 'author:write' })
  await author.synced()
  const client = await join(1)
  const copy = new Y.Doc()
  for (let index = 0; index < 60; index++) {
    if (index % 10 === 3) client.ws.pause()
    if (index % 10 === 6) client.ws.resume()
    author.doc.getMap('m').set(`k${index}`, 'x'.repeat(8_000))
    await author.saved()
  }
  client.ws.resume()
  const apply = (): boolean => {
    for (const message of client.messages()) {
      if (message.kind === 'syncStep2' || message.kind === 'update') Y.applyUpdate(copy, message.update)
    }
    return copy.getMap('m').size === 60
  }
  await until('all of it', apply)
  expect(copy.store.pendingStructs).toBeNull()
  client.send(writeUpdate(Uint8Array.of(0, 0)))
  client.end()
  author.destroy()
})
