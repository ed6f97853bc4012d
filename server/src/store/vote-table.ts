import type { DatabaseSync } from 'node:sqlite'
import type { ClusterId, PersonId } from '@groundswell/shared'
import type { VoteTable } from '../session/store.ts'

/** Votes in SQLite, a row each. */
export function createVoteTable(db: DatabaseSync): VoteTable {
  const mine = db.prepare('SELECT cluster FROM votes WHERE session = ? AND person = ? ORDER BY id')
  const all = db.prepare('SELECT person, cluster FROM votes WHERE session = ? ORDER BY id')
  const place = db.prepare('INSERT INTO votes (session, person, cluster) VALUES (?, ?, ?)')
  const take = db.prepare(`
    DELETE FROM votes WHERE id = (SELECT max(id) FROM votes WHERE session = ? AND person = ? AND cluster = ?)
  `)
  return {
    mine: (session, person) => mine.all(session, person).map((row) => String(row['cluster']) as ClusterId),
    all: (session) =>
      all
        .all(session)
        .map((row) => ({ person: String(row['person']) as PersonId, cluster: String(row['cluster']) as ClusterId })),
    place: (session, vote) => void place.run(session, vote.person, vote.cluster),
    take: (session, vote) => take.run(session, vote.person, vote.cluster).changes > 0,
  }
}
