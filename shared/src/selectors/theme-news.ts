import type { Plc, Theme } from '../records.ts'
import type { BoardView } from './board.ts'
import type { PlcView } from './plc.ts'
import type { StageView } from './stage.ts'

/** What happened to a PLC's theme since it was taken. Nothing of it takes a word away (SPEC G14). */
export type ThemeNews =
  /** Its cluster was poured into another one. */
  | { readonly kind: 'merged'; readonly into: string }
  /** Its cluster was dissolved; its notes are loose, or in other clusters. */
  | { readonly kind: 'dissolved' }
  /** The PLC took another theme after the goal was started. */
  | { readonly kind: 'replaced'; readonly from: string; readonly to: Theme }
  /** The theme that the goal was started from is no theme any more. */
  | { readonly kind: 'unmarked' }

/** The theme a PLC's work stands on: the one its goal was started from, while there is one. */
export const themeOf = (plc: Plc, stage: StageView, view: PlcView): Theme | undefined =>
  stage.themes.find((theme) => theme.id === view.goal.theme) ?? stage.themes.find((theme) => theme.id === plc.theme)

function clusterNews({ cluster }: Theme, board: BoardView): readonly ThemeNews[] {
  const home = board.merged.get(cluster)
  if (home !== undefined) return [{ kind: 'merged', into: board.clusters.get(home)?.title ?? '' }]
  return board.dissolved.has(cluster) ? [{ kind: 'dissolved' }] : []
}

function linkNews(theme: Theme | undefined, plc: Plc, stage: StageView, view: PlcView): readonly ThemeNews[] {
  const { theme: started } = view.goal
  if (started === null) return []
  if (theme?.id !== started) return [{ kind: 'unmarked' }]
  if (started === plc.theme) return []
  const to = stage.themes.find((other) => other.id === plc.theme)
  return to === undefined ? [] : [{ kind: 'replaced', from: theme.title, to }]
}

export function themeNews(plc: Plc, stage: StageView, board: BoardView, view: PlcView): readonly ThemeNews[] {
  const theme = themeOf(plc, stage, view)
  return [...linkNews(theme, plc, stage, view), ...(theme === undefined ? [] : clusterNews(theme, board))]
}
