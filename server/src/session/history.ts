import { parseDocumentKey, type DocumentName, type DocumentRef } from '@groundswell/shared'
import type { VersionInfo, VersionReason } from '../ports.ts'
import type { SessionFacts } from './facts.ts'

/** The versions of documents that have them: boards and PLC documents. Rejects for all others. */
export interface History {
  /** Keeps the document as it is on disk by now. */
  readonly keep: (name: DocumentName, reason: VersionReason) => Promise<VersionInfo>
  /** Keeps `state` (a Yjs state) as a version that was there at this moment. */
  readonly keepState: (name: DocumentName, state: Uint8Array, reason: VersionReason) => Promise<VersionInfo>
  /** Newest first. */
  readonly list: (name: DocumentName) => Promise<readonly VersionInfo[]>
  /** State of one version; null when there is no such version of this document. */
  readonly load: (name: DocumentName, id: number) => Promise<Uint8Array | null>
  readonly drop: (name: DocumentName, id: number) => Promise<void>
}

/** The document that `key` names, if it has a history: the board, or a PLC of this session. */
export function historyOf(facts: SessionFacts, key: string): DocumentRef | null {
  const ref = parseDocumentKey(key)
  if (ref?.kind === 'board') return ref
  return ref?.kind === 'plc' && facts.plcs.some((plc) => plc.id === ref.plc) ? ref : null
}
