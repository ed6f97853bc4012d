import type { ClusterId } from '@groundswell/shared'
import type { GroupedCluster, LooseNote, SuggestedGroup } from '@groundswell/shared/suggest'

/** What the worker looks at: words and which belong together, nothing else of the board. */
export interface BoardWords {
  readonly loose: readonly LooseNote[]
  readonly clusters: readonly GroupedCluster[]
}

/** A question to the worker; its answer carries the same number. */
export type Ask =
  | { readonly ask: number; readonly about: 'groups'; readonly words: BoardWords }
  | {
      readonly ask: number
      readonly about: 'clusters'
      readonly texts: readonly string[]
      readonly clusters: readonly GroupedCluster[]
    }

export type Answer =
  | { readonly ask: number; readonly about: 'groups'; readonly groups: readonly SuggestedGroup[] }
  | { readonly ask: number; readonly about: 'clusters'; readonly clusters: readonly ClusterId[] }
