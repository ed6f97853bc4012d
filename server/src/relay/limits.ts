const KIB = 1024
const MIB = 1024 * KIB

/** Every bound of the relay. Times are milliseconds, sizes bytes. */
export interface RelayLimits {
  /** Largest frame from a client. */
  readonly frameBytes: number
  readonly frameFragments: number
  /** Per connection; whoever sends faster is read more slowly, nothing is lost. */
  readonly messagesPerSecond: number
  readonly messageBurst: number
  readonly bytesPerSecond: number
  readonly byteBurst: number
  /** Largest awareness state of one client, as JSON text. */
  readonly awarenessBytes: number
  /** Updates that wait for a missing one, or for the store, per connection. */
  readonly parkedBytes: number
  /** Updates that wait for a missing one, per document. Each change looks at all of them again. */
  readonly parkedGaps: number
  /** How long an update may wait for the ones it depends on. */
  readonly gapMs: number
  /** More than the people a session takes, so that its displays and devices that come back early find a place. */
  readonly members: number
  readonly documentBytes: number
  /** Presence is not sent to a member with more than this unsent. */
  readonly presenceBacklog: number
  /** A member with more than this unsent, or anything unsent for `editLagMs`, is closed and syncs again. */
  readonly editBacklog: number
  readonly editLagMs: number
  /** Slowest link worth waiting for while it loads a document, in bytes per second. */
  readonly slowestLink: number
  /** A stock client drops a connection on which it hears nothing for 30 s. */
  readonly keepAliveMs: number
  readonly sweepMs: number
  /** Edits of a busy room go out together at this distance; a room is busy from `busyMembers` on. */
  readonly tickMs: number
  readonly busyMembers: number
  /** How long the first change after a pause waits for others before its commit. */
  readonly gatherMs: number
  /** Distance between commits while changes keep coming: each costs about as much, whatever is in it. Twenty edits a second still get one each. */
  readonly commitEveryMs: number
  readonly retryMs: number
  readonly retryMaxMs: number
  /** The log of a document is folded into a snapshot at this many rows or bytes (or the snapshot's own size, if larger). */
  readonly compactRows: number
  readonly compactBytes: number
  /** Larger documents are folded on a thread of their own, from what the store holds. */
  readonly threadBytes: number
  readonly unloadMs: number
  /** Over how long a draining relay spreads its closes. */
  readonly drainMs: number
}

export const DEFAULT_LIMITS: RelayLimits = {
  frameBytes: MIB,
  frameFragments: 64,
  messagesPerSecond: 200,
  messageBurst: 1000,
  bytesPerSecond: 256 * KIB,
  byteBurst: 4 * MIB,
  awarenessBytes: 4 * KIB,
  parkedBytes: 2 * MIB,
  parkedGaps: 500,
  gapMs: 10_000,
  // A full session (300 people, 50 displays) with some of them in two tabs.
  members: 400,
  documentBytes: 10 * MIB,
  presenceBacklog: 64 * KIB,
  editBacklog: 4 * MIB,
  editLagMs: 10_000,
  slowestLink: 16 * KIB,
  keepAliveMs: 20_000,
  sweepMs: 2_000,
  tickMs: 16,
  busyMembers: 16,
  gatherMs: 8,
  commitEveryMs: 40,
  retryMs: 250,
  retryMaxMs: 5_000,
  compactRows: 1_000,
  compactBytes: 256 * KIB,
  threadBytes: 256 * KIB,
  unloadMs: 60_000,
  drainMs: 5_000,
}
