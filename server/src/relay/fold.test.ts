import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '../lib/clock.ts'
import { silentLog } from '../lib/log.ts'
import { noMetrics } from '../lib/metrics.ts'
import type { DocStore } from '../ports.ts'
import { ok } from '@groundswell/shared/wire'
import { covers, fold, foldInThread } from './fold.ts'
import { createRelay } from './relay.ts'
import { makeAuthor, makeStore, put } from './testing/fixtures.ts'
import { admit, nameOf } from './testing/rig.ts'

const BOARD = nameOf('s1/board~1')

const contentOf = (state: Uint8Array): Record<string, unknown> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc.getMap('m').toJSON()
}

describe('folding a log on a thread of its own', () => {
  it('P33 gives the same as in place: snapshot and updates in one verified state', async () => {
    const author = makeAuthor()
    author.edit(put('a', 'first'))
    const snapshot = Y.encodeStateAsUpdate(author.doc)
    const updates = [author.edit(put('b', 'second')), author.edit((doc) => doc.getMap('m').delete('a'))]
    const stored = { snapshot, updates, lastSeq: 2 }
    const folded = await foldInThread(stored)
    expect(folded).toEqual(fold(stored))
    expect(contentOf(folded.state)).toEqual({ b: 'second' })
    expect(covers(folded.stateVector, Y.encodeStateVector(author.doc))).toBe(true)
    author.edit(put('c'))
    expect(covers(folded.stateVector, Y.encodeStateVector(author.doc))).toBe(false)
  })

  it('P33 refuses a log with a gap or with damage, and says why', async () => {
    const author = makeAuthor()
    author.edit(put('a'))
    const second = author.edit(put('b'))
    await expect(foldInThread({ snapshot: null, updates: [second], lastSeq: 1 })).rejects.toThrow('gap')
    await expect(foldInThread({ snapshot: Uint8Array.of(9, 9, 9), updates: [], lastSeq: 1 })).rejects.toThrow(/./)
  })
})

/** A relay that folds everything on threads, at every opportunity. */
function makeRelay(store: DocStore) {
  const authorize = { admit: () => ok(admit('s1/board~1', 'p1')), rightNow: () => ok('write' as const) }
  const limits = { threadBytes: 0, compactRows: 20, sweepMs: 5, gatherMs: 1, commitEveryMs: 1, drainMs: 1 }
  return createRelay({ store, authorize, clock: systemClock, log: silentLog, metrics: noMetrics, limits })
}

describe('a relay with large documents', () => {
  it('P33 folds while edits go on: nothing is lost, and what came after the fold stays in the log', async () => {
    const store = makeStore()
    const relay = makeRelay(store)
    const door = await relay.open(BOARD)
    for (let count = 0; relay.stats().compactions < 3; count++) await door.write(put(`k${count}`, count))
    const expected = door.read((doc) => doc.getMap('m').toJSON())
    const { snapshot, updates } = await store.load(BOARD)
    expect(updates.length).toBeLessThan(Object.keys(expected).length)
    const doc = new Y.Doc()
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
    expect(doc.getMap('m').toJSON()).toEqual(expected)
    expect(await store.previousSnapshot(BOARD)).not.toBeNull()
    door.release()
    await relay.drain()
  })

  it('P33 keeps the log when the store holds less than the document', async () => {
    const inner = makeStore()
    let isForgetful = false
    const store: DocStore = {
      ...inner,
      load: async (name) => (isForgetful ? { snapshot: null, updates: [], lastSeq: 0 } : inner.load(name)),
    }
    const relay = makeRelay(store)
    const door = await relay.open(BOARD)
    await door.write(put('a'))
    isForgetful = true
    await expect(door.saveVersion('named')).rejects.toThrow('holds less')
    expect((await inner.load(BOARD)).updates).toHaveLength(1)
    isForgetful = false
    const { id } = await door.saveVersion('named')
    expect(contentOf((await store.loadVersion(BOARD, id)) ?? new Uint8Array())).toEqual({ a: 1 })
    door.release()
    await relay.drain()
  })
})
