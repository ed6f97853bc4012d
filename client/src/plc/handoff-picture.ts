import type { PersonId } from '@groundswell/shared'
import type { Handoff } from './team.ts'

/** An arc from one row to another: how far apart they are decides how far it swings out. */
export interface Arc {
  readonly key: string
  readonly kind: Handoff['kind']
  readonly from: number
  readonly to: number
  readonly count: number
  /** 1 for the innermost; arcs over the same rows swing out further each. */
  readonly lane: number
}

/** Arcs between the rows of people, shortest inside; several handoffs of one kind between two people are one arc. */
export function arcsOf(people: readonly PersonId[], all: readonly Handoff[]): readonly Arc[] {
  const found = new Map<string, Omit<Arc, 'lane'>>()
  for (const { kind, from, to } of all) {
    const [a, b] = [people.indexOf(from), people.indexOf(to)]
    if (a < 0 || b < 0) continue
    const key = `${kind} ${a} ${b}`
    found.set(key, { key, kind, from: a, to: b, count: (found.get(key)?.count ?? 0) + 1 })
  }
  const span = ({ from, to }: Pick<Arc, 'from' | 'to'>): number => Math.abs(from - to)
  return [...found.values()]
    .sort((a, b) => span(a) - span(b) || (a.key < b.key ? -1 : 1))
    .map((arc, index) => ({ ...arc, lane: index + 1 }))
}
