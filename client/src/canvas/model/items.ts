import type { ClusterId, FocusType, Horizon, NoteId } from '@groundswell/shared'

/** One thing on the canvas as it should look now, before the renderer makes its own record of it. */
export type Item = NoteItem | ClusterItem | GhostItem

export interface NoteItem {
  readonly kind: 'note'
  readonly id: NoteId
  readonly x: number
  readonly y: number
  readonly text: string
  readonly horizon: Horizon
  readonly late: boolean
  /** Whose pile it lies on; null for a loose note and for one that is in a hand by itself. */
  readonly cluster: ClusterId | null
  readonly lifted: boolean
}

export interface ClusterItem {
  readonly kind: 'cluster'
  readonly id: ClusterId
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly title: string
  readonly focus: FocusType | null
  readonly current: number
  readonly ideal: number
  /** True while something in this person's hand would join it when let go. */
  readonly target: boolean
  readonly lifted: boolean
}

/** Where what is in the hand would land, or what it would join. */
export interface GhostItem {
  readonly kind: 'ghost'
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly says: 'add' | 'group' | 'merge' | 'none'
  readonly round: boolean
  /** The cluster it marks a slot of; null for a mark around something. */
  readonly cluster: ClusterId | null
  readonly lifted: boolean
}

/** The key of an item among all items: ids of notes and clusters live in different documents' maps and may coincide. */
export const keyOf = (item: Item): string => `${item.kind}-${item.id}`
export const noteKey = (id: NoteId): string => `note-${id}`
export const clusterKey = (id: ClusterId): string => `cluster-${id}`
