import type { Capability, CloseCode, DocumentName, JobRole, PersonId, Result, SessionId } from '@groundswell/shared/wire'

/** Undoes whatever returned it. Safe to call twice. */
export type Stop = () => void

/** Time as the server sees it. Simulations bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `task` once, `ms` milliseconds from now. */
  after(ms: number, task: () => void): Stop
  /** Runs `task` once, at the end of this turn of the event loop. */
  soon(task: () => void): Stop
}

export type LogFields = Readonly<Record<string, string | number | boolean>>

/** Structured log. `event` is a fixed phrase; fields never hold note text, names, tokens or network addresses. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** Numbers for a monitoring system. Names follow Prometheus; `read` is called when the numbers are asked for. */
export interface Metrics {
  gauge(name: string, help: string, read: () => number): void
  /** A counter that only grows, read from a plain variable: the hot path pays an addition and nothing else. */
  total(name: string, help: string, read: () => number): void
  /** A counter with one label; the label's values come from a closed set. */
  labelled(name: string, help: string, label: string): (value: string) => void
  /** A histogram; `buckets` are upper bounds in the unit that the name ends in. */
  histogram(name: string, help: string, buckets: readonly number[]): (value: number) => void
}

/** One accepted change of one document, as Yjs update V1. */
export interface JournalRow {
  readonly name: DocumentName
  readonly update: Uint8Array
}

/** What the store holds of a document: apply the snapshot, then the updates in order. */
export interface StoredDocument {
  /** Yjs state, in the encoding of updates (V1) so that it can be sent as it is; null before the first compaction. */
  readonly snapshot: Uint8Array | null
  /** Yjs updates V1 after the snapshot, oldest first. */
  readonly updates: readonly Uint8Array[]
  /** Sequence number of the last update that snapshot and updates contain; 0 for a new document. */
  readonly lastSeq: number
}

export type VersionReason = 'timed' | 'before-reveal' | 'before-restore' | 'before-bulk' | 'named'

export interface VersionInfo {
  readonly id: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly reason: VersionReason
  readonly bytes: number
}

/** Why the store refused: no room left on the disk, or anything else. */
export type StoreFailure = 'full' | 'failed'

export class StoreError extends Error {
  readonly failure: StoreFailure
  constructor(failure: StoreFailure, message: string) {
    super(message)
    this.failure = failure
  }
}

/**
 * Durable documents. Every promise that resolves means "on disk"; every one that rejects (with a `StoreError`)
 * means "nothing of this call is stored".
 */
export interface DocStore {
  /** Stores all rows in one transaction and answers their sequence numbers, in the rows' order. */
  append(rows: readonly JournalRow[]): Promise<readonly number[]>
  /** Rejects rather than answer less than everything that was stored. */
  load(name: DocumentName): Promise<StoredDocument>
  /**
   * In one transaction: the current snapshot becomes the previous one, `snapshot` takes its place, and
   * the updates up to `uptoSeq`, which it must contain, are deleted.
   */
  compact(name: DocumentName, snapshot: Uint8Array, uptoSeq: number): Promise<void>
  /** The snapshot before the last compaction, for recovery by hand; null when there is none. */
  previousSnapshot(name: DocumentName): Promise<Uint8Array | null>
  saveVersion(name: DocumentName, state: Uint8Array, reason: VersionReason, at: number): Promise<VersionInfo>
  /** Newest first. */
  listVersions(name: DocumentName): Promise<readonly VersionInfo[]>
  /** State of one version; null when it does not exist. */
  loadVersion(name: DocumentName, id: number): Promise<Uint8Array | null>
  deleteVersions(name: DocumentName, ids: readonly number[]): Promise<void>
  /**
   * In one transaction: `state` becomes the whole of the document `name`, which begins with it, and the versions kept
   * in its earlier epochs go on with it. What those epochs held stays.
   */
  startEpoch(name: DocumentName, state: Uint8Array): Promise<void>
  /** What the document began with; null for a first epoch. */
  epochStart(name: DocumentName): Promise<Uint8Array | null>
  /** Removes every document, snapshot and version of a session. */
  deleteSession(session: SessionId): Promise<void>
}

/** Who a connection belongs to, as stamped into its presence. */
export interface Identity {
  readonly person: PersonId
  readonly name: string
  readonly jobRole: JobRole
}

export interface AdmissionRequest {
  readonly token: string
  /** What followed `/sync/`, percent-decoded; any string. */
  readonly document: string
  /** The client understands extension messages. */
  readonly extensions: boolean
}

export interface Admission {
  readonly capability: Capability
  readonly document: DocumentName
  readonly right: 'read' | 'write'
  /** Null for a device without an identity of its own (a display): it has no presence. */
  readonly identity: Identity | null
}

/** Decides who may open which document. Synchronous and without side effects. Fails closed. */
export interface Authorize {
  /** Verifies the token, the session, the person, the epoch and the right, in this order. */
  admit(request: AdmissionRequest): Result<Admission, CloseCode>
  /** The right that an open connection has at this moment; an error is the code to close it with. */
  rightNow(admission: Admission): Result<'read' | 'write', CloseCode>
}
