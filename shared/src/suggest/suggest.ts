import type { ClusterId, NoteId } from '../ids.ts'
import { joinAlike, type Joined, type Likenesses } from './join.ts'
import { closeness, membersOf, tableOf, type Members, type Table } from './table.ts'
import { titleOf, type SuggestedTitle } from './titles.ts'
import { vectorsOf } from './vectors.ts'

export interface LooseNote {
  readonly id: NoteId
  readonly text: string
}

/** A cluster as people have grouped so far. An empty title says nothing. */
export interface GroupedCluster {
  readonly id: ClusterId
  readonly title: string
  readonly texts: readonly string[]
}

export interface SuggestedGroup {
  /** In the order they were given in. */
  readonly notes: readonly NoteId[]
  /** The cluster they seem to belong to; null where they make a new one. */
  readonly into: ClusterId | null
  /** Null for an existing cluster, and where nothing is common to most of the notes. */
  readonly title: SuggestedTitle | null
}

/** Below this likeness, 0 to 1, most groups would mix what people keep apart. Found on the sets that are not held out. */
const ALIKE = 0.2
/** Two alike notes are no group that is worth a question. */
const FEWEST = 3
const FEWEST_INTO = 2
/** Loose notes compared at once: the table of likenesses grows with the square. The rest has its turn later. */
const MOST_NOTES = 800
/** Clusters that are offered for one note. */
const LIKELY = 3

/** Texts of clusters compared at once; of many clusters, some notes each speak for it. */
const MOST_MEMBERS = 1200

/** A title speaks for its cluster as a note does. */
const speakers = ({ title, texts }: GroupedCluster, most: number): readonly string[] =>
  (title.trim() === '' ? texts : [title, ...texts]).slice(0, most)

interface Compared {
  readonly table: Table
  /** How many loose notes there are: they are the first rows. */
  readonly loose: number
  readonly members: readonly Members[]
}

/** Everything on the board in one measure: what is common on this board tells little. */
function compare(loose: readonly string[], clusters: readonly GroupedCluster[]): Compared {
  const most = Math.max(3, Math.floor(MOST_MEMBERS / Math.max(1, clusters.length)))
  const texts = [...loose]
  const rows = clusters.map((cluster) => speakers(cluster, most).map((text) => texts.push(text) - 1))
  const table = tableOf(vectorsOf(texts))
  return { table, loose: loose.length, members: rows.map((held) => membersOf(table, held)) }
}

/** Loose notes first, then clusters; two clusters are never joined. */
function likenessesOf({ table, loose, members }: Compared): Likenesses {
  const size = loose + members.length
  const at = new Float32Array(size * size).fill(-Infinity)
  for (let row = 0; row < loose; row++) {
    at.set(table.at.subarray(row * table.size, row * table.size + loose), row * size)
    members.forEach((held, index) => {
      const value = closeness(table, row, held)
      at[row * size + loose + index] = value
      at[(loose + index) * size + row] = value
    })
  }
  return { size, at }
}

/**
 * Groups of loose notes that look alike, the surest first: for a new cluster at least three, for one that is there at
 * least two. A note is in one group at most, and most boards leave some in none. At most 800 loose notes are compared, the
 * first ones. Pure: the same board gives the same groups.
 */
export function suggestGroups(loose: readonly LooseNote[], clusters: readonly GroupedCluster[]): readonly SuggestedGroup[] {
  const notes = loose.slice(0, MOST_NOTES).filter(({ text }) => text.trim() !== '')
  const compared = compare(
    notes.map(({ text }) => text),
    clusters,
  )
  const weights = [...notes.map(() => 1), ...clusters.map(({ texts }) => Math.max(1, texts.length))]
  return [...joinAlike(likenessesOf(compared), ALIKE, weights)]
    .sort((a, b) => b.likeness - a.likeness)
    .map((joined) => groupFrom(joined, notes, clusters))
    .filter(({ notes: held, into }) => held.length >= (into === null ? FEWEST : FEWEST_INTO))
}

function groupFrom({ items }: Joined, notes: readonly LooseNote[], clusters: readonly GroupedCluster[]): SuggestedGroup {
  const held = items.flatMap((item) => notes[item] ?? [])
  const into = items.flatMap((item) => clusters[item - notes.length]?.id ?? [])[0] ?? null
  return { notes: held.map(({ id }) => id), into, title: into === null ? titleOf(held.map(({ text }) => text)) : null }
}

/** Up to three clusters that these notes seem to belong to, the likeliest first; none where nothing speaks for any. */
export function suggestClusters(texts: readonly string[], clusters: readonly GroupedCluster[]): readonly ClusterId[] {
  const { table, members } = compare(texts, clusters)
  const scored = members.map((held, index) => ({
    id: clusters[index]?.id,
    score: texts.reduce((sum, _, row) => sum + closeness(table, row, held), 0),
  }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, LIKELY)
    .flatMap(({ id }) => id ?? [])
}
