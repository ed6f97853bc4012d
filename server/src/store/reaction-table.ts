import type { DatabaseSync } from 'node:sqlite'
import { addReactions, NO_REACTIONS, REACTIONS, type NoteId, type Reaction } from '@groundswell/shared'
import type { ReactionTable } from '../session/store.ts'

const kindOf = (value: unknown): Reaction => REACTIONS.find((kind) => kind === value) ?? 'same'

/** Reactions in SQLite, a row for each person, note and kind: who presses twice still counts once. */
export function createReactionTable(db: DatabaseSync): ReactionTable {
  const mine = db.prepare('SELECT note, kind FROM reactions WHERE session = ? AND person = ? ORDER BY note, kind')
  const counts = db.prepare('SELECT note, kind, count(*) AS n FROM reactions WHERE session = ? GROUP BY note, kind')
  const add = db.prepare('INSERT OR IGNORE INTO reactions (session, note, kind, person) VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM reactions WHERE session = ? AND note = ? AND kind = ? AND person = ?')
  return {
    mine: (session, person) =>
      mine.all(session, person).map((row) => ({ note: String(row['note']) as NoteId, kind: kindOf(row['kind']) })),
    counts: (session) =>
      addReactions(
        counts.all(session).map((row) => ({
          ...NO_REACTIONS,
          note: String(row['note']) as NoteId,
          [kindOf(row['kind'])]: Number(row['n']),
        })),
      ),
    set: (session, person, { note, kind }, on) => void (on ? add : remove).run(session, note, kind, person),
  }
}
