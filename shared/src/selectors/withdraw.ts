import type { Note, Theme } from '../records.ts'
import type { BoardView } from './board.ts'

/** What has been decided so far, as far as it depends on which notes there are. */
export interface Decided {
  readonly vote: 'closed' | 'open' | 'counted'
  readonly themes: readonly Pick<Theme, 'cluster'>[]
}

/**
 * Whether a note can still be taken back by its writer (SPEC N10): until people decide on what it is part of. Votes are given to
 * a cluster as it reads, and a theme stands on its notes. What lies in no cluster, or in the tray, bears nothing.
 */
export function mayWithdraw(
  { id, place: [cluster], aside }: Pick<Note, 'id' | 'place' | 'aside'>,
  { vote, themes }: Decided,
  { merged, dissolved }: Pick<BoardView, 'merged' | 'dissolved'>,
): boolean {
  if (aside) return true
  const bears = (theme: Pick<Theme, 'cluster'>) =>
    (cluster !== null && (merged.get(theme.cluster) ?? theme.cluster) === cluster) ||
    (dissolved.get(theme.cluster)?.includes(id) ?? false)
  return !themes.some(bears) && (cluster === null || vote === 'closed')
}
