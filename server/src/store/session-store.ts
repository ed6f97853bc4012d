import type { DatabaseSync } from 'node:sqlite'
import type { PlcId, QuestionCard, SessionId } from '@groundswell/shared'
import { toStoreError, transact } from './database.ts'
import { createDeviceTable } from './device-table.ts'
import { newRoom, type Session, type SessionFacts } from '../session/facts.ts'
import type { SessionStore } from '../session/store.ts'
import { createMemberTable } from './member-table.ts'
import { migrateSessions } from './session-schema.ts'
import { createVoteTable } from './vote-table.ts'
import { createAgreementTable } from './agreement-table.ts'
import { createReactionTable } from './reaction-table.ts'
import { createAnswerTable } from './answer-table.ts'

/** Sessions whose last reading is kept in memory; a running room asks for the same one thousands of times. */
const CACHED = 500

/** Sessions in SQLite, with those in use kept in memory. */
export function createSessionStore(db: DatabaseSync): SessionStore {
  migrateSessions(db)
  const rows = sessionRows(db)
  const members = createMemberTable(db)
  const cache = new Map<SessionId, Session>()

  const forget = (id: SessionId) => cache.delete(id)
  const get = (id: SessionId): Session | null => {
    const cached = cache.get(id)
    if (cached !== undefined) return cached
    const row = rows.read(id)
    if (row === null) return null
    const session = { ...row, members: new Map(members.all(id).map((member) => [member.id, member])) }
    if (cache.size >= CACHED) cache.clear()
    cache.set(id, session)
    return session
  }
  return {
    devices: createDeviceTable(db),
    votes: createVoteTable(db),
    agreements: createAgreementTable(db),
    reactions: createReactionTable(db),
    answers: createAnswerTable(db),
    transaction(task) {
      try {
        return transact(db, task)
      } catch (error) {
        // What was read inside a transaction that was undone has never been true.
        cache.clear()
        throw isOfDatabase(error) ? toStoreError(error) : error
      }
    },
    create(session, createdAt) {
      rows.insert(session, createdAt)
      for (const member of session.members.values()) members.save(session.id, member)
    },
    get,
    byCode(code) {
      const id = rows.idOfCode(code)
      return id === null ? null : get(id)
    },
    saveFacts(id, facts) {
      rows.saveFacts(id, facts)
      forget(id)
    },
    saveMember(id, member) {
      members.save(id, member)
      forget(id)
    },
    remove(id) {
      rows.remove(id)
      forget(id)
    },
    removed: rows.removed,
    forgetRemoved: rows.forgetRemoved,
    rehearsals: rows.rehearsals,
    count: rows.count,
  }
}

const isOfDatabase = (error: unknown): boolean => error instanceof Error && 'errcode' in error

/** Facts as stored; what later versions added reads as unset in an older row. */
const readFacts = (text: string): SessionFacts => {
  const stored = JSON.parse(text) as Omit<SessionFacts, 'agreements' | 'reactions' | 'homes' | 'room' | 'rehearsal' | 'epochs'> &
    Partial<SessionFacts>
  const { agreements = [], reactions = [], homes = [], rehearsal = null, epochs = {} } = stored
  const questionCards = stored.questionCards.map(readCard)
  return { ...stored, questionCards, agreements, reactions, homes, rehearsal, epochs, room: { ...newRoom(), ...stored.room } }
}

type StoredCard = QuestionCard | (Pick<QuestionCard, 'id' | 'text' | 'from'> & { readonly plc: PlcId | null })

/** Older rows say one PLC, or none for all. */
const readCard = (card: StoredCard): QuestionCard =>
  'plcs' in card ? card : { ...card, plcs: card.plc === null ? null : [card.plc], at: 0, settled: [] }

type SessionRow = Omit<Session, 'members'>

function sessionRows(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO sessions (id, code, epoch, secret, facts, created_at) VALUES (?, ?, ?, ?, ?, ?)')
  const select = db.prepare('SELECT code, epoch, secret, facts FROM sessions WHERE id = ?')
  const byCode = db.prepare('SELECT id FROM sessions WHERE code = ?')
  const update = db.prepare('UPDATE sessions SET facts = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?')
  const bury = db.prepare('INSERT OR IGNORE INTO removed_sessions (id) VALUES (?)')
  const removed = db.prepare('SELECT id FROM removed_sessions')
  const forget = db.prepare('DELETE FROM removed_sessions WHERE id = ?')
  const rehearsals = db.prepare("SELECT id FROM sessions WHERE json_extract(facts, '$.rehearsal.endsAt') > 0")
  const count = db.prepare('SELECT count(*) AS n FROM sessions')
  return {
    insert: ({ id, code, epoch, secret, facts }: Session, at: number) =>
      insert.run(id, code, epoch, secret, JSON.stringify(facts), at),
    read(id: SessionId): SessionRow | null {
      const row = select.get(id)
      if (row === undefined) return null
      return {
        id,
        code: String(row['code']),
        epoch: Number(row['epoch']),
        secret: row['secret'] as Uint8Array,
        facts: readFacts(String(row['facts'])),
      }
    },
    idOfCode(code: string): SessionId | null {
      const row = byCode.get(code)
      return row === undefined ? null : (String(row['id']) as SessionId)
    },
    saveFacts: (id: SessionId, facts: SessionFacts) => update.run(JSON.stringify(facts), id),
    remove(id: SessionId) {
      bury.run(id)
      remove.run(id)
    },
    removed: () => removed.all().map((row) => String(row['id']) as SessionId),
    forgetRemoved: (id: SessionId) => void forget.run(id),
    rehearsals: () => rehearsals.all().map((row) => String(row['id']) as SessionId),
    count: () => Number(count.get()?.['n']),
  }
}
