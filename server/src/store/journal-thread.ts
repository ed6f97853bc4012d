/* oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule means windows */
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase, toStoreError } from './database.ts'
import { createSqliteDocStore } from './journal.ts'
import type { StoreAnswer, StoreCall } from './threaded-journal.ts'

// The thread behind `createThreadedDocStore`. Calls run one after the other, in the order they came.
const { path }: { readonly path: string } = workerData
const db = openDatabase(path)
const store = createSqliteDocStore(db)

async function answer({ id, method, args }: StoreCall): Promise<StoreAnswer> {
  try {
    // The other side is typed by `DocStore`; between the threads there is only data.
    const call = store[method] as (...values: readonly unknown[]) => Promise<unknown>
    return { id, value: await call(...args) }
  } catch (error) {
    const { failure, message } = toStoreError(error)
    return { id, failure, message }
  }
}

parentPort?.on('message', (message: StoreCall | 'close') => {
  if (message === 'close') {
    db.close()
    parentPort?.close()
    return
  }
  void answer(message).then((result) => parentPort?.postMessage(result))
})
