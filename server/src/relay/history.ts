import type { DocumentRef } from '@groundswell/shared/wire'
import type { VersionInfo } from '../ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a document changes before a version of it is kept. */
export const VERSION_EVERY_MS = 10 * MINUTE

const KEEP_ALL_MS = DAY
const KEEP_HOURLY_MS = 30 * DAY
/** Versions of one document, named ones apart. Acts that keep one may be repeated at will; the disk may not. */
const MOST_VERSIONS = 200

/** Private documents have no versions: a desk is emptied at the reveal, and nothing may keep what was on it. */
export const hasHistory = (ref: DocumentRef): boolean => ref.kind === 'board' || ref.kind === 'plc'

/**
 * Which versions have had their time, `newestFirst` as the store lists them. All are kept for a day, the newest of each
 * hour for thirty days, two hundred at most, and named ones for good.
 */
export function versionsToDrop(newestFirst: readonly VersionInfo[], now: number): readonly number[] {
  const hours = new Set<number>()
  let count = 0
  const isKept = ({ at, reason }: VersionInfo): boolean => {
    if (reason === 'named') return true
    if (++count > MOST_VERSIONS) return false
    if (now - at < KEEP_ALL_MS) return true
    const hour = Math.floor(at / HOUR)
    const isNewest = !hours.has(hour)
    hours.add(hour)
    return isNewest && now - at < KEEP_HOURLY_MS
  }
  return newestFirst.filter((version) => !isKept(version)).map(({ id }) => id)
}
