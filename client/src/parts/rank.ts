import type { ClusterTally, ClusterView } from '@groundswell/shared'

export interface Ranked {
  readonly cluster: ClusterView
  readonly votes: number
  /** 1 is first; clusters with equal votes share a rank. */
  readonly rank: number
}

export interface Ranking {
  readonly rows: readonly Ranked[]
  /** Clusters that share the votes of the last place still taken: people decide between them. Empty without such a tie. */
  readonly tied: readonly Ranked[]
}

const largerFirst = (a: ClusterView, b: ClusterView): number => b.notes.length - a.notes.length || (a.id < b.id ? -1 : 1)

/** Both questions' totals together: what stands high in both, stands first. */
export function sumTallies(...tallies: readonly (readonly ClusterTally[])[]): readonly ClusterTally[] {
  const totals = new Map<ClusterTally['cluster'], number>()
  for (const { cluster, votes } of tallies.flat()) totals.set(cluster, (totals.get(cluster) ?? 0) + votes)
  return [...totals].map(([cluster, votes]) => ({ cluster, votes }))
}

/** Clusters by votes. A tie counts only where it crosses the line between the `places` taken and the rest. */
export function rankClusters(clusters: Iterable<ClusterView>, tally: readonly ClusterTally[], places: number): Ranking {
  const votesOf = new Map(tally.map((row) => [row.cluster, row.votes]))
  const counted = [...clusters].map((cluster) => ({ cluster, votes: votesOf.get(cluster.id) ?? 0 }))
  counted.sort((a, b) => b.votes - a.votes || largerFirst(a.cluster, b.cluster))
  const rows = counted.map((row) => ({ ...row, rank: counted.findIndex((other) => other.votes === row.votes) + 1 }))
  const last = rows[places - 1]
  const crosses = last !== undefined && last.votes > 0 && rows[places]?.votes === last.votes
  return { rows, tied: crosses ? rows.filter((row) => row.votes === last.votes) : [] }
}
