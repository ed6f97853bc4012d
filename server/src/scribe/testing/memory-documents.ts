import { documentKey, type DocumentName } from '@groundswell/shared'
import * as Y from 'yjs'
import type { Documents } from '../../session/documents.ts'

/** Documents in memory, for tests of those who read and write them. */
export interface MemoryDocuments extends Documents {
  readonly doc: (key: string) => Y.Doc
  /** Called before each write, by number from 1; throwing stands for the end of the process. */
  beforeWrite: (write: number) => void
}

export function createMemoryDocuments(): MemoryDocuments {
  const docs = new Map<string, Y.Doc>()
  let writes = 0
  const doc = (key: string): Y.Doc => {
    const found = docs.get(key) ?? new Y.Doc()
    docs.set(key, found)
    return found
  }
  const at = (name: DocumentName): Y.Doc => doc(documentKey(name.ref))
  const documents: MemoryDocuments = {
    doc,
    beforeWrite: () => {},
    read: async (name, view) => view(at(name)),
    async write(name, change) {
      documents.beforeWrite(++writes)
      return at(name).transact(() => change(at(name)))
    },
  }
  return documents
}
