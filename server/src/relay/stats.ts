import type { StorageState } from '@groundswell/shared/wire'
import type { Metrics } from '../ports.ts'

/** What all connections together did since the start. */
export interface ConnectionCounters {
  messagesIn: number
  bytesIn: number
  batchesOut: number
  bytesOut: number
  presenceSkipped: number
  throttled: number
}

export interface RelayStats extends Readonly<ConnectionCounters> {
  readonly connections: number
  readonly rooms: number
  readonly loads: number
  readonly compactions: number
  readonly storage: StorageState
  /** Milliseconds since the oldest change that is not on disk; 0 when all are. */
  readonly unsavedMs: number
  readonly draining: boolean
}

/** Registers every number; they are read when someone asks. */
export function publishStats(metrics: Metrics, stats: () => RelayStats): void {
  metrics.gauge('connections', 'Open connections', () => stats().connections)
  metrics.gauge('rooms', 'Documents in memory', () => stats().rooms)
  metrics.total('messages_in_total', 'Messages received', () => stats().messagesIn)
  metrics.total('bytes_in_total', 'Bytes received', () => stats().bytesIn)
  metrics.total('writes_out_total', 'Batches written to members', () => stats().batchesOut)
  metrics.total('bytes_out_total', 'Bytes written to members', () => stats().bytesOut)
  metrics.total('presence_skipped_total', 'Presence batches not sent to slow members', () => stats().presenceSkipped)
  metrics.total('throttled_total', 'Times a connection was read more slowly', () => stats().throttled)
  metrics.total('document_loads_total', 'Documents loaded', () => stats().loads)
  metrics.total('compactions_total', 'Logs folded into a snapshot', () => stats().compactions)
}
