import { afterEach, beforeEach, expect, test } from 'vitest'
import { startRelayServer, type RelayServer } from '../support/relay-server.ts'
import { connectPeer, type Peer } from '../support/peer.ts'
import { until } from '../support/wait.ts'

const BOARD = 'session/board~1'
let server: RelayServer
let peers: Peer[]

const join = (person: string, right = 'write', document = BOARD): Peer => {
  const peer = connectPeer({ url: server.url, document, token: `${person}:${right}` })
  peers.push(peer)
  return peer
}

beforeEach(async () => {
  server = await startRelayServer()
  peers = []
})

afterEach(async () => {
  for (const peer of peers) peer.destroy()
  await server.close()
})

test("P1 two stock clients see each other's edits", async () => {
  const [ana, ben] = [join('ana'), join('ben')]
  await Promise.all([ana.synced(), ben.synced()])
  ana.doc.getText('t').insert(0, 'from ana ')
  ben.doc.getText('t').insert(0, 'from ben ')
  await until('both texts', () => ben.doc.getText('t').length === 18 && ana.doc.getText('t').length === 18)
  expect(ana.doc.getText('t').toJSON()).toBe(ben.doc.getText('t').toJSON())
})

test('P2 the saved marker comes back after the edit before it is stored', async () => {
  const ana = join('ana')
  await ana.synced()
  ana.doc.getMap('m').set('k', 1)
  await ana.saved()
  const stored = await server.store.load({ session: 'session' as never, ref: { kind: 'board' }, epoch: 1 })
  expect(stored.updates.length).toBe(1)
})
