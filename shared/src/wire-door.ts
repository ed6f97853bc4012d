export { CLOSE, isPermanent } from './close-codes.ts'
export type { CloseCode } from './close-codes.ts'
export { documentKey, formatDocumentName, parseDocumentKey, parseDocumentName } from './documents.ts'
export type { DocumentName, DocumentRef } from './documents.ts'
export type { Capability, Right } from './capability.ts'
export type { PersonId, PlcId, SessionId } from './ids.ts'
export type { JobRole, SessionRole } from './records.ts'
export { err, ok } from './result.ts'
export type { Result } from './result.ts'
export { assert, unreachable } from './assert.ts'
export { NO_PRESENCE, readPresence, withinLimits } from './wire-presence.ts'
export type { Drag, Presence, PresenceEntry, RawPresenceEntry } from './wire-presence.ts'
export {
  MESSAGE,
  headOfSyncStep2,
  readClientMessage,
  readPresenceBatch,
  readSaved,
  readServerMessage,
  readStorage,
  readWelcome,
  writeAwareness,
  writePresence,
  writePresenceBatch,
  writeQueryAwareness,
  writeSaved,
  writeStorage,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
  writeWelcome,
} from './wire.ts'
export type { AwarenessEntry, ClientMessage, ServerMessage, StorageState, Welcome } from './wire.ts'
