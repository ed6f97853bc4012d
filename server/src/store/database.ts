import { DatabaseSync } from 'node:sqlite'
import { StoreError, type StoreFailure } from '../ports.ts'

/** SQL per step; step n of a component turns its version n into n + 1. Never edit one that has been released. */
export type Migrations = readonly string[]

/**
 * Opens the one database file. WAL with `synchronous=FULL`: a commit that returned survives a power cut; with NORMAL
 * the last ones may be lost although they were acknowledged. `:memory:` for tests that need no file.
 */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  db.exec(`
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    CREATE TABLE IF NOT EXISTS migrations (component TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;
  `)
  return db
}

/** Brings one component's tables up to date. Each step runs in its own transaction together with its version number. */
export function migrate(db: DatabaseSync, component: string, steps: Migrations): void {
  const row = db.prepare('SELECT version FROM migrations WHERE component = ?').get(component)
  const from = Number(row?.['version'] ?? 0)
  if (from > steps.length) throw new Error(`the data folder was written by a newer version (${component} ${from})`)
  steps.slice(from).forEach((sql, index) => {
    transact(db, () => {
      db.exec(sql)
      db.prepare('INSERT OR REPLACE INTO migrations (component, version) VALUES (?, ?)').run(component, from + index + 1)
    })
  })
}

/** Runs `task` in one transaction. Whatever it throws leaves the database as it was and comes out as it is. */
export function transact<T>(db: DatabaseSync, task: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = task()
    db.exec('COMMIT')
    return value
  } catch (error) {
    // A full disk may have ended the transaction already; a second ROLLBACK would hide the reason.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

const SQLITE_FULL = 13

/** Turns what `node:sqlite` throws into the store's own error. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  const failure: StoreFailure = (code & 0xff) === SQLITE_FULL ? 'full' : 'failed'
  return new StoreError(failure, error instanceof Error ? error.message : String(error))
}
