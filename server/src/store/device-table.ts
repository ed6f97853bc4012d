import type { DatabaseSync } from 'node:sqlite'
import type { PersonId, PlcId, SessionId } from '@groundswell/shared'
import type { DeviceTable } from '../session/store.ts'

/** Hashes of keys and links in SQLite. */
export function createDeviceTable(db: DatabaseSync): DeviceTable {
  const add = db.prepare('INSERT INTO devices (key_hash, session, person, plc) VALUES (?, ?, ?, ?)')
  const person = db.prepare('SELECT person, plc FROM devices WHERE key_hash = ? AND session = ?')
  const addLink = db.prepare('INSERT OR IGNORE INTO links (secret_hash, session, kind) VALUES (?, ?, ?)')
  const session = db.prepare('SELECT session FROM links WHERE secret_hash = ? AND kind = ?')
  return {
    add: (id, who, hash, plc) => void add.run(hash, id, who, plc ?? null),
    limitOf: (id, hash) => (person.get(hash, id)?.['plc'] ?? null) as PlcId | null,
    personOf: (id, hash) => (person.get(hash, id)?.['person'] ?? null) as PersonId | null,
    addLink: (id, kind, hash) => void addLink.run(hash, id, kind),
    sessionOf: (kind, hash) => (session.get(hash, kind)?.['session'] ?? null) as SessionId | null,
  }
}
