/** The scribe's door. */
export { createScribe, SessionGone } from './scribe.ts'
export type { Scribe } from './scribe.ts'
export { copyDocuments, factsFrom, fillAgreements, fillDocuments, membersFrom } from './portable.ts'
export { createWritingCounter } from './writing-counter.ts'
export { relayDocuments } from './relay-documents.ts'
export { relayHistory } from './relay-history.ts'
export { restoreVersion } from './restore.ts'
export { endSession, finishRemovals } from './end-session.ts'
