import type { BoardView, Point } from '@groundswell/shared'
import { ghostsOf, previewsOf, type Drop, type Hand } from './drop.ts'
import { clusterKey, noteKey } from './items.ts'
import { NOTHING, type Overlay } from './scene.ts'

/** A hand and what letting go of it would do. */
export interface HandAbove {
  readonly hand: Hand
  readonly drop: Drop
}

/** What this device's hands show above the board. */
export function overlayOf(view: BoardView, hands: readonly HandAbove[]): Overlay {
  if (hands.length === 0) return NOTHING
  const places = new Map<string, Point>()
  for (const { hand } of hands) {
    for (const [id, at] of hand.clusters) places.set(clusterKey(id), at)
    for (const [id, at] of hand.notes) places.set(noteKey(id), at)
  }
  const previews = previewsOf(
    view,
    hands.map(({ drop }) => drop),
  )
  const ghosts = hands.flatMap(({ hand, drop }, index) =>
    // Ghosts of two hands are two things on the canvas.
    ghostsOf(view, hand, drop, previews).map((ghost) => (index === 0 ? ghost : { ...ghost, id: `${index}-${ghost.id}` })),
  )
  return { places, previews, ghosts }
}
