import type { BoardView, ClusterView } from '@groundswell/shared'
import type { GroupedCluster } from '@groundswell/shared/suggest'
import type { BoardWords } from './ask.ts'

const groupedFrom = ({ id, title, notes }: ClusterView): GroupedCluster => ({ id, title, texts: notes.map(({ text }) => text) })

export const groupedClusters = (view: BoardView, except: string | null = null): readonly GroupedCluster[] =>
  [...view.clusters.values()].filter(({ id }) => id !== except).map(groupedFrom)

export const boardWords = (view: BoardView): BoardWords => ({
  loose: view.loose.map(({ id, text }) => ({ id, text })),
  clusters: groupedClusters(view),
})
