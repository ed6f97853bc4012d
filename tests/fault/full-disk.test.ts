import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStorage, type StorageState } from '@groundswell/shared/wire'
import { afterAll, expect, it } from 'vitest'
import { connectPeer, type Peer } from '../support/peer.ts'
import { startRelayServer } from '../support/relay-server.ts'
import { until } from '../support/wait.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundswell-full-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'data.db')

/** What the relay says about its store, last word first asked. */
function watchStorage(peer: Peer): () => StorageState {
  let state: StorageState = 'writable'
  const handlers: ((...args: never[]) => void)[] = peer.provider.messageHandlers
  handlers[103] = (_encoder, decoder) => void (state = readStorage(decoder))
  return () => state
}

it('P31 a full disk: nothing acknowledged that is not stored, the reason said, and all of it saved when there is room', async () => {
  const server = await startRelayServer({
    path,
    mayRunFull: true,
    limits: { retryMs: 20, retryMaxMs: 50, compactRows: 20, sweepMs: 20 },
  })
  const [ana, ben] = ['ana', 'ben'].map((person) =>
    connectPeer({ url: server.url, document: 's/board~1', token: `${person}:write` }),
  ) as [Peer, Peer]
  await Promise.all([ana.synced(), ben.synced()])
  const storage = watchStorage(ben)
  server.setRoom(10)
  const saving: Promise<void>[] = []
  for (let index = 0; storage() === 'writable'; index++) {
    ana.doc.getMap('m').set(`k${index}`, 'x'.repeat(2_000))
    saving.push(ana.saved())
    await until('answered or full', () => ana.acked() > index || storage() !== 'writable')
  }
  expect(storage()).toBe('full')
  const acked = ana.acked()
  ben.doc.getMap('m').set('while full', 1)
  saving.push(ben.saved())
  const stored = await server.store.load({ session: 's' as never, ref: { kind: 'board' }, epoch: 1 })
  expect(stored.updates.length + (stored.snapshot ? 1 : 0)).toBeGreaterThan(0)
  expect([ana.acked(), ben.acked()]).toEqual([acked, 0])
  expect([ana.closes, ben.closes]).toEqual([[], []])
  server.setRoom(null)
  await Promise.all(saving)
  expect(storage()).toBe('writable')
  await until('ana has it', () => ana.doc.getMap('m').get('while full') === 1)
  const expected = ana.doc.getMap('m').toJSON()
  for (const peer of [ana, ben]) peer.destroy()
  await server.close()

  const again = await startRelayServer({ path })
  const late = connectPeer({ url: again.url, document: 's/board~1', token: 'late:read' })
  await late.synced()
  expect(late.doc.getMap('m').toJSON()).toEqual(expected)
  late.destroy()
  await again.close()
})
