import type { DatabaseSync } from 'node:sqlite'
import type { ClusterId, PersonId, SessionId } from '@groundswell/shared'
import type { Vote } from './facts.ts'

/** Votes are rows: a budget can only be kept by one counter in one transaction, and totals can be hidden. */
export interface VoteTable {
  /** One entry per vote, in the order of voting. */
  mine(session: SessionId, person: PersonId): readonly ClusterId[]
  all(session: SessionId): readonly Vote[]
  place(session: SessionId, vote: Vote): void
  /** Takes the newest vote on that cluster back; false when there was none. */
  take(session: SessionId, vote: Vote): boolean
}

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
