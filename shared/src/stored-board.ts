import type * as Y from 'yjs'
import type { ClusterId, NoteId, PersonId } from './ids.ts'
import { FOCUS_TYPES, HORIZONS, type Cluster, type Note } from './records.ts'
import { readBoolean, readId, readIds, readInitials, readOneOf, readPlace, readString, readWhole, recordsOf } from './read.ts'
import { boardRoots, type YRecord } from './schema.ts'

/** A cluster as stored, before merges and dissolutions are applied. */
export interface RawCluster extends Cluster {
  readonly gone: boolean
  readonly mergedInto: ClusterId | null
  /** The notes it had when it was dissolved; empty before. A theme made of it still leads to them. */
  readonly held: readonly NoteId[]
}

/** The board as stored, in the order of ids: what commands and selectors both start from. */
export interface StoredBoard {
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly clusters: ReadonlyMap<ClusterId, RawCluster>
}

/** Null for a note that its writer took back: for everyone it is as if it were not there (SPEC N10). */
export const readNote = (id: NoteId, record: YRecord): Note | null =>
  readBoolean(record.get('withdrawn')) ? null : noteIn(id, record)

const noteIn = (id: NoteId, record: YRecord): Note => ({
  id,
  horizon: readOneOf(record.get('horizon'), HORIZONS, 'current'),
  text: readString(record.get('text')),
  place: readPlace(record.get('place')),
  author: readId<PersonId>(record.get('author')),
  initials: readInitials(record.get('initials')),
  round: readWhole(record.get('round'), 1, 1, 99),
  late: readBoolean(record.get('late')),
  aside: readBoolean(record.get('aside')),
})

export const readCluster = (id: ClusterId, record: YRecord): RawCluster => {
  const at = record.get('at')
  const [, x, y] = readPlace(Array.isArray(at) ? [null, ...(at as readonly unknown[])] : null)
  return {
    id,
    title: readString(record.get('title')),
    focus: readOneOf(record.get('focus'), FOCUS_TYPES, null),
    x,
    y,
    gone: readBoolean(record.get('gone')),
    mergedInto: readId<ClusterId>(record.get('mergedInto')),
    held: readIds<NoteId>(record.get('held')),
  }
}

export function storedBoard(board: Y.Doc): StoredBoard {
  const roots = boardRoots(board)
  const clusters = recordsOf(roots.clusters).map(
    ([id, record]) => [id as ClusterId, readCluster(id as ClusterId, record)] as const,
  )
  const notes = new Map<NoteId, Note>()
  for (const [id, record] of recordsOf(roots.notes)) {
    const note = readNote(id as NoteId, record)
    if (note !== null) notes.set(note.id, note)
  }
  return { notes, clusters: new Map(clusters) }
}

type Clusters = ReadonlyMap<ClusterId, RawCluster>

/** Where a cluster was poured; null when it stands on its own. A target that is dissolved or unknown does not hold. */
function nextOf(id: ClusterId, clusters: Clusters): ClusterId | null {
  const next = clusters.get(id)?.mergedInto ?? null
  const target = next === null ? undefined : clusters.get(next)
  return target === undefined || target.gone ? null : target.id
}

/**
 * Where a cluster's notes are shown: the end of its chain of merges. Two people may merge two clusters into each
 * other at once; of such a ring the smallest id stays, on every device alike (SPEC C4).
 */
export function homeOf(id: ClusterId, clusters: Clusters): ClusterId {
  const seen: ClusterId[] = []
  let here = id
  for (;;) {
    const ring = seen.indexOf(here)
    if (ring >= 0) return seen.slice(ring).reduce((least, next) => (next < least ? next : least))
    seen.push(here)
    const next = nextOf(here, clusters)
    if (next === null) return here
    here = next
  }
}

/** The home of every stored cluster. */
export const homesOf = (clusters: Clusters): ReadonlyMap<ClusterId, ClusterId> =>
  new Map([...clusters.keys()].map((id) => [id, homeOf(id, clusters)]))
