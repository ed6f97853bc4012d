/** A square of likenesses, row by row; -Infinity where two may never be in one group. */
export interface Likenesses {
  readonly size: number
  readonly at: Float32Array
}

/** Items that were joined, smallest first. */
export interface Joined {
  readonly items: readonly number[]
  /** How alike they were on average when the last of them came in; 1 for an item alone. */
  readonly likeness: number
}

interface Work {
  readonly size: number
  readonly alike: Float32Array
  /** Null where a group went into another. */
  readonly groups: (Joined | null)[]
  readonly weight: number[]
  /** For each group the one most like it, -1 where none is like enough. */
  readonly best: Int32Array
  readonly enough: number
}

const at = ({ alike, size }: Work, row: number, col: number): number => alike[row * size + col] ?? -Infinity

function lookAgain(work: Work, row: number): void {
  let found = -1
  let value = work.enough
  for (let col = 0; col < work.size; col++) {
    if (col === row || !work.groups[col] || at(work, row, col) <= value) continue
    found = col
    value = at(work, row, col)
  }
  work.best[row] = found
}

/** The two most alike; of equal pairs the first. */
function mostAlike(work: Work): readonly [number, number] | null {
  let row = -1
  for (let other = 0; other < work.size; other++) {
    if (!work.groups[other] || (work.best[other] ?? -1) < 0) continue
    if (row < 0 || at(work, other, work.best[other] ?? -1) > at(work, row, work.best[row] ?? -1)) row = other
  }
  if (row < 0) return null
  const col = work.best[row] ?? -1
  return [Math.min(row, col), Math.max(row, col)]
}

/** Average link: a group is as alike to another as its items are on average. */
function join(work: Work, kept: number, gone: number): void {
  const [a, b] = [work.groups[kept], work.groups[gone]]
  if (!a || !b) return
  const [wa, wb] = [work.weight[kept] ?? 1, work.weight[gone] ?? 1]
  work.groups[kept] = { items: [...a.items, ...b.items].sort((x, y) => x - y), likeness: at(work, kept, gone) }
  work.groups[gone] = null
  work.weight[kept] = wa + wb
  for (let other = 0; other < work.size; other++) {
    const value = (at(work, kept, other) * wa + at(work, gone, other) * wb) / (wa + wb)
    work.alike[kept * work.size + other] = value
    work.alike[other * work.size + kept] = value
  }
}

/** True where the group's best has changed or may be the one that has just grown. */
function isTouched(work: Work, row: number, kept: number, gone: number): boolean {
  if (!work.groups[row]) return false
  const best = work.best[row] ?? -1
  return row === kept || best === kept || best === gone || at(work, row, kept) > (best < 0 ? work.enough : at(work, row, best))
}

/**
 * Joins the two groups that are most alike on average, again and again, until none are more alike than `enough`. `weights`
 * say how many items each stands for. The same likenesses give the same groups. Time grows with the square of the size.
 */
export function joinAlike(likenesses: Likenesses, enough: number, weights: readonly number[]): readonly Joined[] {
  const { size } = likenesses
  const work: Work = {
    size,
    alike: Float32Array.from(likenesses.at),
    groups: Array.from({ length: size }, (_, item) => ({ items: [item], likeness: 1 })),
    weight: [...weights],
    best: new Int32Array(size),
    enough,
  }
  for (let row = 0; row < size; row++) lookAgain(work, row)
  for (let pair = mostAlike(work); pair !== null; pair = mostAlike(work)) {
    const [kept, gone] = pair
    join(work, kept, gone)
    for (let row = 0; row < size; row++) if (isTouched(work, row, kept, gone)) lookAgain(work, row)
  }
  return work.groups.filter((group) => group !== null)
}
