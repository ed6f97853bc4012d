import { writePresence, writeSyncStep1, writeUpdate } from '@groundswell/shared/wire'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { connectPeer } from '../support/peer.ts'
import { connectRaw, type RawClient } from '../support/raw-client.ts'
import { startRelayServer, type RelayServer } from '../support/relay-server.ts'
import { until } from '../support/wait.ts'

const MEMBERS = 30
const SLOW = 6
const EDIT_BYTES = 32_000
const EDITS = 200

let server: RelayServer
beforeEach(async () => {
  server = await startRelayServer({ limits: { editBacklog: 512 * 1024, bytesPerSecond: 2 ** 30, byteBurst: 2 ** 30 } })
})
afterEach(() => server.close())

async function join(index: number): Promise<RawClient> {
  const client = await connectRaw(`${server.url}/s/board~1?token=p${index}:write&ext=1`)
  client.send(writeSyncStep1(Uint8Array.of(0)))
  await until('an answer', () => client.messages().some(({ kind }) => kind === 'syncStep2'))
  return client
}

it('P12 P24 members that stop reading are closed and sync again whole; the others get everything, memory stays bounded', async () => {
  const members = await Promise.all(Array.from({ length: MEMBERS }, (_, index) => join(index)))
  const [slow, fine] = [members.slice(0, SLOW), members.slice(SLOW)]
  for (const { ws } of slow) ws.pause()
  const author = connectPeer({ url: server.url, document: 's/board~1', token: 'author:write' })
  await author.synced()
  const before = process.memoryUsage().rss
  for (let index = 0; index < EDITS; index++) {
    author.doc.getMap('m').set(`k${index % 10}`, `${index}:${'x'.repeat(EDIT_BYTES)}`)
    for (const member of fine) member.send(writePresence({ cursor: { x: index, y: 0 }, drag: null }))
    const sent = index + 1
    await until('the others keep up', () => fine.every(({ received }) => countUpdates(received) >= sent))
  }
  await author.saved()
  // 6.4 MB went to each of the six; no more than half a MiB each may wait for them.
  expect(process.memoryUsage().rss - before).toBeLessThan(400e6)
  expect(fine.every((member) => member.code() === null)).toBe(true)
  await until('the slow ones are closed', () => server.relay.stats().connections === MEMBERS - SLOW + 1)
  const again = connectPeer({ url: server.url, document: 's/board~1', token: 'p0:write' })
  await again.synced()
  expect(again.doc.getMap('m').toJSON()).toEqual(author.doc.getMap('m').toJSON())
  for (const member of members) member.end()
  again.destroy()
  author.destroy()
})

/** An update frame starts with 0 2. */
const countUpdates = (frames: readonly Uint8Array[]): number => frames.filter((frame) => frame[0] === 0 && frame[1] === 2).length

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
