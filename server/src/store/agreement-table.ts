import type { DatabaseSync } from 'node:sqlite'
import type { Agreement, AgreementLevel, PersonId, PlcId } from '@groundswell/shared'
import type { AgreementTable } from '../session/store.ts'

type Row = Readonly<Record<string, unknown>>

const levelOf = (row: Row): AgreementLevel => Number(row['level']) as AgreementLevel

const answerOf = (row: Row): Agreement => ({
  person: String(row['person']) as PersonId,
  level: levelOf(row),
  reservation: String(row['reservation']),
})

/** Answers in SQLite, a row each. */
export function createAgreementTable(db: DatabaseSync): AgreementTable {
  const of = db.prepare(
    'SELECT person, level, reservation FROM agreements WHERE session = ? AND plc = ? AND round = ? ORDER BY person',
  )
  const mine = db.prepare(
    'SELECT plc, round, level, reservation FROM agreements WHERE session = ? AND person = ? ORDER BY plc, round',
  )
  const save = db.prepare(
    'INSERT OR REPLACE INTO agreements (session, plc, round, person, level, reservation) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const take = db.prepare('DELETE FROM agreements WHERE session = ? AND plc = ? AND round = ? AND person = ?')
  return {
    of: ({ session, plc, round }) => of.all(session, plc, round).map(answerOf),
    mine: (session, person) =>
      mine.all(session, person).map((row) => ({
        plc: String(row['plc']) as PlcId,
        round: Number(row['round']),
        level: levelOf(row),
        reservation: String(row['reservation']),
      })),
    save: ({ session, plc, round }, { person, level, reservation }) =>
      void save.run(session, plc, round, person, level, reservation),
    take: ({ session, plc, round }, person) => void take.run(session, plc, round, person),
  }
}
