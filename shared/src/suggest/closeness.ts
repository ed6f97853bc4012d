import { likeness, middleOf, type Vector } from './vectors.ts'

/** A cluster as its notes stand in it. */
export interface Gathered {
  readonly middle: Vector
  readonly members: readonly Vector[]
}

export const gather = (members: readonly Vector[]): Gathered => ({ middle: middleOf(members), members })

/** The nearest members decide as much as the middle: a cluster often holds two or three kinds of notes. */
const NEAREST = 2

/** How well a note goes with a cluster, 0 to 1. */
export function closeness(note: Vector, { middle, members }: Gathered): number {
  if (members.length === 0) return 0
  const nearest = members
    .map((member) => likeness(note, member))
    .sort((a, b) => b - a)
    .slice(0, NEAREST)
  return (likeness(note, middle) + nearest.reduce((sum, one) => sum + one, 0) / nearest.length) / 2
}
