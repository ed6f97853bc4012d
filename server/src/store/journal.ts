import type { DatabaseSync } from 'node:sqlite'
import { documentKey, type DocumentName } from '@groundswell/shared/wire'
import * as Y from 'yjs'
import type { DocStore, StoredDocument, VersionInfo, VersionReason } from '../ports.ts'
import { migrate, toStoreError, transact } from './database.ts'

const MIGRATIONS = [
  `
  CREATE TABLE doc_updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL, doc TEXT NOT NULL, epoch INTEGER NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
  CREATE INDEX doc_updates_by_document ON doc_updates (session, doc, epoch, seq);
  CREATE TABLE doc_snapshots (
    session TEXT NOT NULL, doc TEXT NOT NULL, epoch INTEGER NOT NULL,
    age INTEGER NOT NULL CHECK (age IN (0, 1)),
    upto_seq INTEGER NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (session, doc, epoch, age)
  ) STRICT;
  CREATE TABLE doc_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL, doc TEXT NOT NULL, epoch INTEGER NOT NULL,
    at INTEGER NOT NULL, reason TEXT NOT NULL, state BLOB NOT NULL
  ) STRICT;
  CREATE INDEX doc_versions_by_document ON doc_versions (session, doc, epoch, id);
  `,
  `
  CREATE TABLE doc_epochs (
    session TEXT NOT NULL, doc TEXT NOT NULL, epoch INTEGER NOT NULL,
    start BLOB NOT NULL,
    PRIMARY KEY (session, doc, epoch)
  ) STRICT;
  `,
  // States were kept in Yjs' second encoding, which no client is sent; `state_v1` is defined where this runs.
  `
  UPDATE doc_snapshots SET state = state_v1(state);
  UPDATE doc_versions SET state = state_v1(state);
  UPDATE doc_epochs SET start = state_v1(start);
  `,
]

const OF_DOCUMENT = 'session = ? AND doc = ? AND epoch = ?'

type Address = readonly [session: string, doc: string, epoch: number]

const addressOf = (name: DocumentName): Address => [name.session, documentKey(name.ref), name.epoch]

/** Runs synchronous SQL as a promise, so that an adapter over a network looks the same to its callers. */
async function attempt<T>(task: () => T): Promise<T> {
  try {
    return task()
  } catch (error) {
    throw toStoreError(error)
  }
}

/** Documents in SQLite. The database may be shared with other components; calls never interleave with theirs. */
export function createSqliteDocStore(db: DatabaseSync): DocStore {
  db.function('state_v1', (state) => inFirstEncoding(toBytes(state)))
  migrate(db, 'documents', MIGRATIONS)
  return {
    ...journalOf(db),
    ...versionsOf(db),
    ...epochsOf(db),
    deleteSession: (session) => attempt(() => deleteSession(db, session)),
  }
}

/** A state that does not decode stays as it is: its document will not open, and all others do. */
function inFirstEncoding(state: Uint8Array): Uint8Array {
  try {
    return Y.convertUpdateFormatV2ToV1(state)
  } catch {
    return state
  }
}

function journalOf(db: DatabaseSync): Pick<DocStore, 'append' | 'load' | 'compact' | 'previousSnapshot'> {
  const insert = db.prepare('INSERT INTO doc_updates (session, doc, epoch, data) VALUES (?, ?, ?, ?)')
  const updates = db.prepare(`SELECT seq, data FROM doc_updates WHERE ${OF_DOCUMENT} ORDER BY seq`)
  const snapshot = db.prepare(`SELECT upto_seq, state FROM doc_snapshots WHERE ${OF_DOCUMENT} AND age = ?`)
  const dropPrevious = db.prepare(`DELETE FROM doc_snapshots WHERE ${OF_DOCUMENT} AND age = 1`)
  const agePresent = db.prepare(`UPDATE doc_snapshots SET age = 1 WHERE ${OF_DOCUMENT} AND age = 0`)
  const addSnapshot = db.prepare(
    'INSERT INTO doc_snapshots (session, doc, epoch, age, upto_seq, state) VALUES (?, ?, ?, 0, ?, ?)',
  )
  const dropUpdates = db.prepare(`DELETE FROM doc_updates WHERE ${OF_DOCUMENT} AND seq <= ?`)

  const load = (address: Address): StoredDocument => {
    const base = snapshot.get(...address, 0)
    const rows = updates.all(...address)
    const last = rows.at(-1)?.['seq'] ?? base?.['upto_seq'] ?? 0
    return {
      snapshot: base ? toBytes(base['state']) : null,
      updates: rows.map((row) => toBytes(row['data'])),
      lastSeq: Number(last),
    }
  }
  const compact = (address: Address, state: Uint8Array, uptoSeq: number): void => {
    dropPrevious.run(...address)
    agePresent.run(...address)
    addSnapshot.run(...address, uptoSeq, state)
    dropUpdates.run(...address, uptoSeq)
  }
  return {
    append: (rows) =>
      attempt(() =>
        transact(db, () => rows.map(({ name, update }) => Number(insert.run(...addressOf(name), update).lastInsertRowid))),
      ),
    load: (name) => attempt(() => load(addressOf(name))),
    compact: (name, state, uptoSeq) => attempt(() => transact(db, () => compact(addressOf(name), state, uptoSeq))),
    previousSnapshot: (name) =>
      attempt(() => {
        const row = snapshot.get(...addressOf(name), 1)
        return row ? toBytes(row['state']) : null
      }),
  }
}

function versionsOf(db: DatabaseSync): Pick<DocStore, 'saveVersion' | 'listVersions' | 'loadVersion' | 'deleteVersions'> {
  const insert = db.prepare('INSERT INTO doc_versions (session, doc, epoch, at, reason, state) VALUES (?, ?, ?, ?, ?, ?)')
  const list = db.prepare(`SELECT id, at, reason, length(state) AS bytes FROM doc_versions WHERE ${OF_DOCUMENT} ORDER BY id DESC`)
  const get = db.prepare(`SELECT state FROM doc_versions WHERE ${OF_DOCUMENT} AND id = ?`)
  const drop = db.prepare(`DELETE FROM doc_versions WHERE ${OF_DOCUMENT} AND id = ?`)
  return {
    deleteVersions: (name, ids) =>
      attempt(() =>
        transact(db, () => {
          for (const id of ids) drop.run(...addressOf(name), id)
        }),
      ),
    saveVersion: (name, state, reason, at) =>
      attempt(() => {
        const { lastInsertRowid } = insert.run(...addressOf(name), at, reason, state)
        return { id: Number(lastInsertRowid), at, reason, bytes: state.length }
      }),
    listVersions: (name) => attempt(() => list.all(...addressOf(name)).map(toVersionInfo)),
    loadVersion: (name, id) =>
      attempt(() => {
        const row = get.get(...addressOf(name), id)
        return row ? toBytes(row['state']) : null
      }),
  }
}

function epochsOf(db: DatabaseSync): Pick<DocStore, 'startEpoch' | 'epochStart'> {
  const keep = db.prepare('INSERT OR REPLACE INTO doc_epochs (session, doc, epoch, start) VALUES (?, ?, ?, ?)')
  const find = db.prepare(`SELECT start FROM doc_epochs WHERE ${OF_DOCUMENT}`)
  const dropSnapshots = db.prepare(`DELETE FROM doc_snapshots WHERE ${OF_DOCUMENT}`)
  const addSnapshot = db.prepare(
    'INSERT INTO doc_snapshots (session, doc, epoch, age, upto_seq, state) VALUES (?, ?, ?, 0, 0, ?)',
  )
  const takeVersions = db.prepare('UPDATE doc_versions SET epoch = ? WHERE session = ? AND doc = ? AND epoch < ?')
  const start = ([session, doc, epoch]: Address, state: Uint8Array): void => {
    keep.run(session, doc, epoch, state)
    dropSnapshots.run(session, doc, epoch)
    addSnapshot.run(session, doc, epoch, state)
    takeVersions.run(epoch, session, doc, epoch)
  }
  return {
    startEpoch: (name, state) => attempt(() => transact(db, () => start(addressOf(name), state))),
    epochStart: (name) =>
      attempt(() => {
        const row = find.get(...addressOf(name))
        return row ? toBytes(row['start']) : null
      }),
  }
}

function deleteSession(db: DatabaseSync, session: string): void {
  transact(db, () => {
    for (const table of ['doc_updates', 'doc_snapshots', 'doc_versions', 'doc_epochs']) {
      db.prepare(`DELETE FROM ${table} WHERE session = ?`).run(session)
    }
  })
}

type Column = null | number | bigint | string | Uint8Array | undefined

function toBytes(value: Column): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error('expected a blob')
  return value
}

const toVersionInfo = (row: Record<string, Column>): VersionInfo => ({
  id: Number(row['id']),
  at: Number(row['at']),
  reason: row['reason'] as VersionReason,
  bytes: Number(row['bytes']),
})
