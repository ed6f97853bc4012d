import type { DatabaseSync } from 'node:sqlite'
import type { CommandAnswer, PersonId, SessionId } from '@groundswell/shared'

/** Which act is meant: the same id from two people is two acts. */
export interface ActKey {
  readonly session: SessionId
  readonly person: PersonId
  readonly id: string
}

export interface StoredAnswer {
  readonly commandHash: Uint8Array
  readonly answer: CommandAnswer
}

/** First answers of commands, so that sending one again changes nothing. */
export interface AnswerTable {
  find(key: ActKey): StoredAnswer | null
  save(key: ActKey, stored: StoredAnswer): void
}

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
