import type { DatabaseSync } from 'node:sqlite'
import { migrate } from './database.ts'

/** Everything hangs on its session: deleting that row deletes all of it. */
const OF_SESSION = 'session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE'

const MIGRATIONS = [
  `
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    epoch INTEGER NOT NULL,
    secret BLOB NOT NULL,
    facts TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE members (
    ${OF_SESSION},
    id TEXT NOT NULL,
    place INTEGER NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (session, id)
  ) STRICT;
  CREATE TABLE devices (
    key_hash BLOB PRIMARY KEY,
    ${OF_SESSION},
    person TEXT NOT NULL
  ) STRICT;
  CREATE INDEX devices_by_session ON devices (session, person);
  CREATE TABLE links (
    secret_hash BLOB PRIMARY KEY,
    ${OF_SESSION},
    kind TEXT NOT NULL CHECK (kind IN ('recovery', 'display'))
  ) STRICT;
  CREATE INDEX links_by_session ON links (session);
  CREATE TABLE votes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ${OF_SESSION},
    person TEXT NOT NULL,
    cluster TEXT NOT NULL
  ) STRICT;
  CREATE INDEX votes_by_person ON votes (session, person);
  CREATE TABLE answers (
    ${OF_SESSION},
    person TEXT NOT NULL,
    id TEXT NOT NULL,
    command_hash BLOB NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (session, person, id)
  ) STRICT;
  CREATE TABLE removed_sessions (id TEXT PRIMARY KEY) STRICT;
  `,
  `
  CREATE TABLE agreements (
    ${OF_SESSION},
    plc TEXT NOT NULL,
    round INTEGER NOT NULL,
    person TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    reservation TEXT NOT NULL,
    PRIMARY KEY (session, plc, round, person)
  ) STRICT;
  CREATE INDEX agreements_by_person ON agreements (session, person);
  `,
  `
  ALTER TABLE devices ADD COLUMN plc TEXT;
  `,
  `
  CREATE TABLE reactions (
    ${OF_SESSION},
    note TEXT NOT NULL,
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (session, note, kind, person)
  ) STRICT;
  CREATE INDEX reactions_by_person ON reactions (session, person);
  `,
]

export const migrateSessions = (db: DatabaseSync): void => migrate(db, 'sessions', MIGRATIONS)
