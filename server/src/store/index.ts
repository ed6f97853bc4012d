export { migrate, openDatabase, toStoreError, transact } from './database.ts'
export type { Migrations } from './database.ts'
export { createSqliteDocStore } from './journal.ts'
