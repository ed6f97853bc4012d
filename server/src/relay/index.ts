export { createRelay } from './relay.ts'
export type { RoomDoor } from './door.ts'
export type { Relay, RelayDeps } from './relay.ts'
export type { RelayStats } from './stats.ts'
export { DEFAULT_LIMITS } from './limits.ts'
export type { RelayLimits } from './limits.ts'
export type { Transport, TransportEvents } from './transport.ts'
export type { Batch } from './frames.ts'
export { systemClock } from '../lib/clock.ts'
export { createLog, silentLog } from '../lib/log.ts'
export { createMetrics, noMetrics } from '../lib/metrics.ts'
export { StoreError } from '../ports.ts'
export type {
  Admission,
  AdmissionRequest,
  Authorize,
  Clock,
  DocStore,
  Identity,
  JournalRow,
  Log,
  Metrics,
  Stop,
  StoredDocument,
} from '../ports.ts'
