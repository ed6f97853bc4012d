import type { DatabaseSync } from 'node:sqlite'
import type { SessionId } from '@groundswell/shared'
import type { Member } from '../session/facts.ts'

/** The people of each session, in the order of joining. */
export function createMemberTable(db: DatabaseSync) {
  const all = db.prepare('SELECT facts FROM members WHERE session = ? ORDER BY place')
  const save = db.prepare(`
    INSERT INTO members (session, id, place, facts)
    VALUES (?1, ?2, (SELECT coalesce(max(place), 0) + 1 FROM members WHERE session = ?1), ?3)
    ON CONFLICT (session, id) DO UPDATE SET facts = excluded.facts
  `)
  return {
    all: (session: SessionId): readonly Member[] => all.all(session).map((row) => JSON.parse(String(row['facts'])) as Member),
    save: (session: SessionId, member: Member) => save.run(session, member.id, JSON.stringify(member)),
  }
}
