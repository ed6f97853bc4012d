import { documentKey, type DocumentName, type DocumentRef } from '@groundswell/shared'
import type * as Y from 'yjs'
import type { Session } from './facts.ts'

/** The documents of all sessions, as the server itself reads and writes them. Rejects when one cannot be loaded. */
export interface Documents {
  readonly read: <T>(name: DocumentName, view: (doc: Y.Doc) => T) => Promise<T>
  /** Runs `change` in one transaction and resolves once it is on disk. `change` must not throw half-way. */
  readonly write: <T>(name: DocumentName, change: (doc: Y.Doc) => T) => Promise<T>
}

export const documentOf = (session: Pick<Session, 'id' | 'epoch' | 'facts'>, ref: DocumentRef): DocumentName => ({
  session: session.id,
  ref,
  epoch: session.facts.epochs[documentKey(ref)] ?? session.epoch,
})
