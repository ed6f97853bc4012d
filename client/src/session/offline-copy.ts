import { IndexeddbPersistence, clearDocument } from 'y-indexeddb'
import type * as Y from 'yjs'

/** A copy of one document on this device, kept up to date while it is attached to a `Y.Doc`. */
export interface OfflineCopy {
  /** Settles when what was stored is in the document; at once where nothing can be stored. Never rejects. */
  readonly loaded: Promise<void>
  /** Detaches; everything written so far stays stored. */
  readonly close: () => void
}

/** Copies of documents on this device. Names are opaque. Nothing here ever rejects or throws. */
export interface OfflineStore {
  readonly attach: (name: string, doc: Y.Doc) => OfflineCopy
  /** Whether the copy holds changes that the server has not confirmed. */
  readonly hasUnsent: (name: string) => boolean
  readonly setUnsent: (name: string, unsent: boolean) => void
  readonly remove: (name: string) => Promise<void>
  /** Deletes every copy whose name starts so. */
  readonly removeAll: (prefix: string) => Promise<void>
}

/** Waiting longer than this for the browser's database would keep the board from people who are online. */
const LOAD_LIMIT = 3000

const UNSENT = 'groundswell.unsent.'

/**
 * The mark "has unsent changes" lives in local storage, which is written at once: it is there even if the page dies
 * with the keystroke.
 */
function readMark(name: string): boolean {
  try {
    return localStorage.getItem(UNSENT + name) !== null
  } catch {
    return false
  }
}

function writeMark(name: string, unsent: boolean): void {
  try {
    if (unsent) localStorage.setItem(UNSENT + name, '1')
    else localStorage.removeItem(UNSENT + name)
  } catch {
    // A full or closed storage: the copy itself is still merged when it is opened for writing.
  }
}

function attach(name: string, doc: Y.Doc): OfflineCopy {
  if (typeof indexedDB === 'undefined') return { loaded: Promise.resolve(), close: () => {} }
  const persistence = new IndexeddbPersistence(name, doc)
  const timeUp = new Promise<void>((resolve) => {
    setTimeout(resolve, LOAD_LIMIT)
  })
  const loaded = Promise.race([persistence.whenSynced.then(() => {}), timeUp])
  return {
    loaded,
    close: () => void Promise.resolve(persistence.destroy()).catch(() => {}),
  }
}

/** Copies in IndexedDB. Without it (some private windows) documents live as long as the page. */
export const browserCopies: OfflineStore = {
  attach,
  hasUnsent: readMark,
  setUnsent: writeMark,
  remove,
  removeAll: async (prefix) => {
    for (const name of marksFrom(prefix)) writeMark(name, false)
    if (typeof indexedDB === 'undefined') return
    const stored = await indexedDB.databases().catch(() => [])
    const names = stored.map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix))
    await Promise.all(names.map(remove))
  },
}

async function remove(name: string): Promise<void> {
  if (typeof indexedDB !== 'undefined') await Promise.resolve(clearDocument(name)).catch(() => {})
}

function marksFrom(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(UNSENT + prefix))
      .map((key) => key.slice(UNSENT.length))
  } catch {
    return []
  }
}
