import type { BoardView, ClusterId, StageView, Theme } from '@groundswell/shared'

/** What became of a cluster: its theme and the PLCs that took it. */
export interface Fate {
  readonly theme: Theme
  readonly plcs: readonly string[]
}

/** One look-up per board instead of one per note; the same link that `noteFate` follows for a single note. */
export function fatesOf(stage: StageView, board: BoardView): ReadonlyMap<ClusterId, Fate> {
  const fates = new Map<ClusterId, Fate>()
  for (const theme of stage.themes) {
    const plcs = stage.plcs.filter((plc) => plc.theme === theme.id).map((plc) => plc.name)
    fates.set(board.merged.get(theme.cluster) ?? theme.cluster, { theme, plcs })
  }
  return fates
}
