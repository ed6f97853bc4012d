import type { DatabaseSync } from 'node:sqlite'
import type { CommandAnswer } from '@groundswell/shared'
import type { AnswerTable } from '../session/store.ts'

/** First answers in SQLite. */
export function createAnswerTable(db: DatabaseSync): AnswerTable {
  const find = db.prepare('SELECT command_hash, answer FROM answers WHERE session = ? AND person = ? AND id = ?')
  const save = db.prepare('INSERT OR IGNORE INTO answers (session, person, id, command_hash, answer) VALUES (?, ?, ?, ?, ?)')
  return {
    find({ session, person, id }) {
      const row = find.get(session, person, id)
      if (row === undefined) return null
      return { commandHash: row['command_hash'] as Uint8Array, answer: JSON.parse(String(row['answer'])) as CommandAnswer }
    },
    save: ({ session, person, id }, { commandHash, answer }) =>
      void save.run(session, person, id, commandHash, JSON.stringify(answer)),
  }
}
