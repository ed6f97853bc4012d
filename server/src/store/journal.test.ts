import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseDocumentName, type DocumentName } from '@groundswell/shared/wire'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { StoreError } from '../ports.ts'
import { createMemoryDocStore } from '../relay/testing/memory-store.ts'
import { describeDocStore } from './contract-journal.ts'
import { migrate, openDatabase } from './database.ts'
import { createSqliteDocStore } from './journal.ts'
import { createThreadedDocStore, type ClosableDocStore } from './threaded-journal.ts'

describeDocStore('nothing but memory', createMemoryDocStore)
describeDocStore('SQLite', () => createSqliteDocStore(openDatabase(':memory:')))
describeDocStore('SQLite in a thread', openThreaded)

const threaded: ClosableDocStore[] = []
const threadFolder = mkdtempSync(join(tmpdir(), 'groundswell-thread-'))
afterAll(async () => {
  for (const store of threaded) await store.close()
  rmSync(threadFolder, { recursive: true })
})

function openThreaded(): ClosableDocStore {
  const store = createThreadedDocStore(join(threadFolder, `${threaded.length}.db`))
  threaded.push(store)
  return store
}

const BOARD = parseDocumentName('s1/board~1') as DocumentName

describe('documents in SQLite', () => {
  it('P31 says full when there is no room, stores nothing of that call, and goes on when there is', async () => {
    const db = openDatabase(':memory:')
    const store = createSqliteDocStore(db)
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
    db.exec(`PRAGMA max_page_count = ${pages + 4}`)
    const rows = [new Uint8Array(10), new Uint8Array(1_000_000)].map((update) => ({ name: BOARD, update }))
    const refusal: unknown = await store.append(rows).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StoreError)
    expect(refusal instanceof StoreError && refusal.failure).toBe('full')
    expect((await store.load(BOARD)).updates).toEqual([])
    db.exec('PRAGMA max_page_count = 100000')
    await store.append(rows)
    expect((await store.load(BOARD)).updates).toHaveLength(2)
  })

  it('opens what an earlier version stored in the second encoding, and passes over what is damaged', async () => {
    const db = openDatabase(':memory:')
    const earlier = createSqliteDocStore(db)
    const written = new Y.Doc()
    written.getMap('notes').set('n1', 'More reading aloud')
    const state = Y.encodeStateAsUpdateV2(written)
    const damaged = { ...BOARD, epoch: 3 }
    await earlier.compact(BOARD, state, 0)
    await earlier.compact(damaged, Uint8Array.of(7, 7), 0)
    const { id } = await earlier.saveVersion(BOARD, state, 'named', 1)
    await earlier.startEpoch({ ...BOARD, epoch: 2 }, state)
    db.exec(`UPDATE migrations SET version = 2 WHERE component = 'documents'`)
    const store = createSqliteDocStore(db)
    const next = { ...BOARD, epoch: 2 }
    const found = [
      (await store.load(BOARD)).snapshot,
      (await store.load(next)).snapshot,
      await store.epochStart(next),
      await store.loadVersion(next, id),
    ]
    for (const each of found) {
      const read = new Y.Doc()
      Y.applyUpdate(read, each ?? new Uint8Array())
      expect(read.getMap('notes').toJSON()).toEqual({ n1: 'More reading aloud' })
    }
    expect((await store.load(damaged)).snapshot).toEqual(Uint8Array.of(7, 7))
  })

  it('P30 commits through to the disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundswell-store-'))
    const db = openDatabase(join(folder, 'data.db'))
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    db.close()
    rmSync(folder, { recursive: true })
  })
})

describe('documents in SQLite in a thread', () => {
  it('leave the event loop alone while they are stored', async () => {
    const store = openThreaded()
    await store.load(BOARD)
    let isStored = false
    const storing = store
      .append(Array.from({ length: 200 }, () => ({ name: BOARD, update: new Uint8Array(100_000) })))
      .then(() => void (isStored = true))
    let turns = 0
    while (!isStored) {
      turns++
      await new Promise((resolve) => void setImmediate(resolve))
    }
    await storing
    expect(turns).toBeGreaterThan(5)
  })

  it('share the file with another connection that writes', async () => {
    const path = join(threadFolder, 'shared.db')
    const db = openDatabase(path)
    db.exec('CREATE TABLE other (x INTEGER) STRICT')
    const store = createThreadedDocStore(path)
    threaded.push(store)
    const writing = Array.from({ length: 50 }, () => {
      db.exec('INSERT INTO other VALUES (1)')
      return store.append([{ name: BOARD, update: Uint8Array.of(1) }])
    })
    await Promise.all(writing)
    expect((await store.load(BOARD)).updates).toHaveLength(50)
    expect(db.prepare('SELECT count(*) AS n FROM other').get()).toEqual({ n: 50 })
    db.close()
  })

  it('refuse calls after they were closed', async () => {
    const store = openThreaded()
    await store.append([{ name: BOARD, update: Uint8Array.of(1) }])
    await store.close()
    await expect(store.load(BOARD)).rejects.toThrow(StoreError)
  })

  it('say why when the file cannot be opened, and try again with the next call', async () => {
    const path = join(threadFolder, 'not-yet', 'data.db')
    const store = createThreadedDocStore(path)
    threaded.push(store)
    await expect(store.load(BOARD)).rejects.toThrow(StoreError)
    mkdirSync(dirname(path))
    expect((await store.load(BOARD)).lastSeq).toBe(0)
  })
})

describe('migrations', () => {
  it('run once each, in order, per component', () => {
    const db = openDatabase(':memory:')
    migrate(db, 'a', ['CREATE TABLE t (x INTEGER) STRICT'])
    migrate(db, 'a', ['CREATE TABLE t (x INTEGER) STRICT', 'INSERT INTO t VALUES (1)'])
    migrate(db, 'b', ['INSERT INTO t VALUES (2)'])
    expect(db.prepare('SELECT x FROM t ORDER BY x').all()).toEqual([{ x: 1 }, { x: 2 }])
  })

  it('leave nothing behind when one fails, and refuse data from a newer version', () => {
    const db = openDatabase(':memory:')
    expect(() => migrate(db, 'a', ['CREATE TABLE t (x INTEGER) STRICT; nonsense'])).toThrow('syntax error')
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 't'").all()).toEqual([])
    migrate(db, 'a', ['CREATE TABLE t (x INTEGER) STRICT'])
    expect(() => migrate(db, 'a', [])).toThrow('newer version')
  })
})
