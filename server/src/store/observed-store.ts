import type { DocStore, JournalRow } from '../ports.ts'

/** The store, telling `stored` about the rows that have just come to be on disk. */
export const observeStore = (store: DocStore, stored: (rows: readonly JournalRow[]) => void): DocStore => ({
  async append(rows) {
    const numbers = await store.append(rows)
    stored(rows)
    return numbers
  },
  load: (name) => store.load(name),
  compact: (name, snapshot, uptoSeq) => store.compact(name, snapshot, uptoSeq),
  previousSnapshot: (name) => store.previousSnapshot(name),
  saveVersion: (name, state, reason, at) => store.saveVersion(name, state, reason, at),
  listVersions: (name) => store.listVersions(name),
  loadVersion: (name, id) => store.loadVersion(name, id),
  deleteVersions: (name, ids) => store.deleteVersions(name, ids),
  startEpoch: (name, state) => store.startEpoch(name, state),
  epochStart: (name) => store.epochStart(name),
  deleteSession: (session) => store.deleteSession(session),
})
