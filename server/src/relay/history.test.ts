import { writeUpdate } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { VersionInfo } from '../ports.ts'
import { versionsToDrop } from './history.ts'
import { joinSynced, makeAuthor, makeStore, put } from './testing/fixtures.ts'
import { createRig, nameOf } from './testing/rig.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Half past an hour. */
const NOW = 1_000 * DAY + HOUR / 2

const version = (id: number, age: number, reason: VersionInfo['reason'] = 'timed'): VersionInfo => ({
  id,
  at: NOW - age,
  reason,
  bytes: 1,
})

describe('P35 which versions are kept', () => {
  it('all of a day', () => {
    const list = Array.from({ length: 100 }, (_, id) => version(id, id * 600_000))
    expect(versionsToDrop(list, NOW)).toEqual([])
  })

  it('the newest of each hour for thirty days, then none but the named', () => {
    const list = [
      version(1, 2 * DAY),
      version(2, 2 * DAY + 60_000),
      version(3, 2 * DAY + HOUR),
      version(4, 31 * DAY),
      version(5, 90 * DAY, 'named'),
    ]
    expect(versionsToDrop(list, NOW)).toEqual([2, 4])
  })
})

describe('P35 versions', () => {
  it('of a document that changes are kept every ten minutes, and none of one that does not', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const author = makeAuthor()
    const line = await joinSynced(rig)
    for (let minute = 0; minute < 25; minute++) {
      line.socket.send(writeUpdate(author.edit(put(`k${minute}`))))
      await rig.clock.advance(30_000)
      line.socket.answerPing()
      await rig.clock.advance(30_000)
      line.socket.answerPing()
    }
    expect(await store.listVersions(nameOf('s1/board~1'))).toHaveLength(2)
    for (let minute = 0; minute < 60; minute++) {
      await rig.clock.advance(30_000)
      line.socket.answerPing()
    }
    expect(await store.listVersions(nameOf('s1/board~1'))).toHaveLength(3)
  })

  it('are kept of work that never lasts ten minutes, once everyone has left, and not of every visit', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const author = makeAuthor()
    const visit = async (key: string, awayMinutes: number) => {
      const line = await joinSynced(rig)
      if (key !== '') line.socket.send(writeUpdate(author.edit(put(key))))
      await rig.clock.advance(1_000)
      line.socket.cut()
      await rig.clock.advance(awayMinutes * 60_000)
      return (await store.listVersions(nameOf('s1/board~1'))).length
    }
    expect(await visit('a', 3)).toBe(1)
    expect(await visit('b', 3)).toBe(1)
    expect(await visit('c', 20)).toBe(1)
    expect(await visit('', 20)).toBe(1)
    expect(await visit('d', 3)).toBe(2)
  })

  it('are never kept of a desk', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const door = await rig.relay.open(nameOf('s1/desk:p1~1'))
    const writing = door.write(put('secret'))
    await rig.clock.advance(30 * 60_000)
    await writing
    await expect(door.saveVersion('named')).rejects.toThrow('no versions')
    expect(await store.listVersions(nameOf('s1/desk:p1~1'))).toEqual([])
  })

  it('can be asked for before an act, and hold what was there', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const door = await rig.relay.open(nameOf('s1/board~1'))
    const writing = door.write(put('a'))
    await rig.clock.advance(30)
    await writing
    const info = await door.saveVersion('before-reveal')
    expect(info).toMatchObject({ reason: 'before-reveal' })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (await store.loadVersion(nameOf('s1/board~1'), info.id)) ?? new Uint8Array())
    expect(doc.getMap('m').toJSON()).toEqual({ a: 1 })
  })
})
