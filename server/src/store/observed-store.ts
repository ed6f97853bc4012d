import type { DocStore, JournalRow } from '../ports.ts'

/** The store, telling `stored` about the rows that have just come to be on disk. */
export const observeStore = (store: DocStore, stored: (rows: readonly JournalRow[]) => void): DocStore => ({
  ...store,
  async append(rows) {
    const numbers = await store.append(rows)
    stored(rows)
    return numbers
  },
})
