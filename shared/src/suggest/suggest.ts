import type { ClusterId, NoteId } from '../ids.ts'
import { closeness, gather, type Gathered } from './closeness.ts'
import { joinAlike, type Joined, type Likenesses } from './join.ts'
import { titleOf, type SuggestedTitle } from './titles.ts'
import { likeness, vectorsOf, type Vector } from './vectors.ts'

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

/** A title speaks for its cluster as a note does. */
const textsOf = ({ title, texts }: GroupedCluster): readonly string[] => (title.trim() === '' ? texts : [title, ...texts])

interface Compared {
  readonly notes: readonly Vector[]
  readonly clusters: readonly Gathered[]
}

/** Everything on the board in one measure: what is common on this board tells little. */
function compare(loose: readonly string[], clusters: readonly GroupedCluster[]): Compared {
  const held = clusters.map(textsOf)
  const vectors = vectorsOf([...loose, ...held.flat()])
  let start = loose.length
  return {
    notes: vectors.slice(0, loose.length),
    clusters: held.map((texts) => {
      start += texts.length
      return gather(vectors.slice(start - texts.length, start))
    }),
  }
}

/** Loose notes first, then clusters; two clusters are never joined. */
function likenessesOf({ notes, clusters }: Compared): Likenesses {
  const size = notes.length + clusters.length
  const at = new Float32Array(size * size).fill(-Infinity)
  const set = (row: number, col: number, value: number) => {
    at[row * size + col] = value
    at[col * size + row] = value
  }
  notes.forEach((note, row) => {
    for (let col = row + 1; col < notes.length; col++) set(row, col, likeness(note, notes[col] ?? new Map()))
    clusters.forEach((cluster, index) => set(row, notes.length + index, closeness(note, cluster)))
  })
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
  const { notes, clusters: gathered } = compare(texts, clusters)
  const scored = gathered.map((cluster, index) => ({
    id: clusters[index]?.id,
    score: notes.reduce((sum, note) => sum + closeness(note, cluster), 0),
  }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, LIKELY)
    .flatMap(({ id }) => id ?? [])
}
