import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDocumentName, type DocumentName } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../ports.ts'
import { createMemoryDocStore } from '../relay/testing/memory-store.ts'
import { describeDocStore } from './contract-journal.ts'
import { migrate, openDatabase } from './database.ts'
import { createSqliteDocStore } from './journal.ts'

describeDocStore('nothing but memory', createMemoryDocStore)
describeDocStore('SQLite', () => createSqliteDocStore(openDatabase(':memory:')))

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

  it('P30 commits through to the disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundswell-store-'))
    const db = openDatabase(join(folder, 'data.db'))
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    db.close()
    rmSync(folder, { recursive: true })
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
