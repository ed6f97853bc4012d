import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { memoryInUse } from '../support/memory.ts'
import { connectPeer, type Peer } from '../support/peer.ts'
import { startRelayServer, type RelayServer } from '../support/relay-server.ts'
import { until } from '../support/wait.ts'

const isLong = Boolean(process.env['LONG'])
const LONG_MS = Number(process.env['MINUTES'] ?? 10) * 60_000
/** Rounds whose memory is looked at; each is a class of rooms that come and go. */
const ROUNDS = 4
const ROOMS = 8
const PEOPLE = 3
const EDITS = 10

let server: RelayServer
let folder: string
beforeEach(async () => {
  // Rooms leave memory as soon as they are empty; nothing may stay behind.
  folder = mkdtempSync(join(tmpdir(), 'groundswell-soak-'))
  const limits = { unloadMs: 0, sweepMs: 10, compactRows: 20, threadBytes: 16_384 }
  server = await startRelayServer({ path: join(folder, 'relay.db'), limits })
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const enter = (room: number, person: number): Peer =>
  connectPeer({ url: server.url, document: `soak${room}/board~1`, token: `p${person}:write` })

async function edit(peer: Peer, key: string): Promise<void> {
  for (let count = 0; count < EDITS; count++) peer.doc.getMap('m').set(`${key}.${count % 3}`, 'x'.repeat(100))
  peer.provider.awareness.setLocalStateField('cursor', { x: 1, y: 2 })
  await peer.saved()
}

/** Some people open a document, work, and leave; one of them by a line that breaks. */
async function visit(room: number): Promise<void> {
  const peers = Array.from({ length: PEOPLE }, (_, person) => enter(room, person))
  await Promise.all(peers.map((peer) => peer.synced()))
  await Promise.all(peers.map((peer, person) => edit(peer, `${person}`)))
  peers[0]?.provider.ws?.close()
  for (const peer of peers) peer.destroy()
}

async function round(): Promise<void> {
  await Promise.all(Array.from({ length: ROOMS }, (_, room) => visit(room)))
  await until(
    'everyone is gone and every room unloaded',
    () => server.relay.stats().connections === 0 && server.relay.stats().rooms === 0,
  )
}

const openHandles = (): number => readdirSync('/proc/self/fd').length

interface Held {
  readonly heap: number
  readonly handles: number
}

async function soak(isOver: (rounds: number) => boolean): Promise<readonly Held[]> {
  const held: Held[] = []
  for (let rounds = 0; !isOver(rounds); rounds++) {
    await round()
    held.push({ heap: await memoryInUse(), handles: openHandles() })
  }
  return held
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)

const title = isLong ? 'ten minutes of' : 'some'
it(`P34 P43 ${title} rooms that come and go leave neither memory nor handles behind`, { timeout: 2 * LONG_MS }, async () => {
  // The first rounds load code, fill pools and start the threads.
  await soak((rounds) => rounds >= 2)
  const end = performance.now() + LONG_MS
  const held = await soak((rounds) => (isLong ? performance.now() >= end : rounds >= ROUNDS))
  const third = Math.ceil(held.length / 3)
  const [early, late] = [held.slice(0, third), held.slice(-third)]
  const grown = least(late.map(({ heap }) => heap)) - least(early.map(({ heap }) => heap))
  const resident = Math.round(process.memoryUsage.rss() / 2 ** 20)
  const grownKib = Math.round(grown / 1024)
  console.info(`soak: ${held.length * ROOMS} rooms, memory in use grown by ${grownKib} KiB, ${resident} MiB resident`)
  expect(grown).toBeLessThan(4 * 1024 * 1024)
  expect(least(late.map(({ handles }) => handles))).toBeLessThanOrEqual(least(early.map(({ handles }) => handles)) + 2)
})
