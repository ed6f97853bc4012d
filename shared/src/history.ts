/** Why a version was kept. */
export const VERSION_REASONS = ['timed', 'before-reveal', 'before-restore', 'before-bulk', 'named'] as const
export type VersionReason = (typeof VERSION_REASONS)[number]

/** A document as it was at one moment. */
export interface DocumentVersion {
  readonly id: number
  /** Server clock, milliseconds since 1970. */
  readonly at: number
  readonly reason: VersionReason
}

/** Answer of `GET /api/sessions/:id/versions?document=`, newest first. */
export interface DocumentVersions {
  readonly versions: readonly DocumentVersion[]
}

/** Commands on the history of a document that has one: `board`, or `plc:<id>`. Facilitators alone. */
export type HistoryCommand =
  /** Keeps the document as it is, before an act that changes much of it. */
  | { readonly type: 'version.keep'; readonly document: string }
  | { readonly type: 'version.restore'; readonly document: string; readonly version: number }
  /** Writes the document anew without its past, in the next epoch: for one that nears its limit. */
  | { readonly type: 'document.rebuild'; readonly document: string }
