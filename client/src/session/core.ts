import type { DocumentRef, MyFacts, Watched } from '@groundswell/shared'
import type { DocumentHandle, PresenceChannel, SavedState, SessionHandle } from './contract.ts'

/** A document of the session, open while somebody holds it. */
export interface LiveDocument {
  /** The same object until the Y.Doc, the right or readiness changes; `saved` on it is read live. */
  readonly handle: () => DocumentHandle
  /** Calls back when `handle()` gives another object; returns its own undo. */
  readonly subscribe: (changed: () => void) => () => void
  /** Keeps it open; returns the release. The last release closes it a little later. */
  readonly retain: () => () => void
  readonly presence: PresenceChannel
}

/** What the hooks need beyond a SessionHandle. */
export interface SessionCore extends SessionHandle {
  readonly document: (ref: DocumentRef) => LiveDocument
  /** What only this person may know; null until it has arrived. */
  readonly facts: Watched<MyFacts | null>
  /** The worst state of all open documents; the same object until it changes. */
  readonly saved: () => SavedState
}
