/** How alike each two of some texts are, 0 to 1, row by row. */
export interface Table {
  readonly size: number
  readonly at: Float32Array
}

/** Text -> its weight in one dimension. */
interface Entry {
  readonly row: number
  readonly weight: number
}

function entriesOf(vectors: readonly ReadonlyMap<string, number>[]): Iterable<readonly Entry[]> {
  const entries = new Map<string, Entry[]>()
  vectors.forEach((vector, row) => {
    for (const [key, weight] of vector) {
      const found = entries.get(key)
      if (found === undefined) entries.set(key, [{ row, weight }])
      else found.push({ row, weight })
    }
  })
  return entries.values()
}

/** The cosines of unit vectors, put together dimension by dimension: most pairs share few, and only those cost. */
export function tableOf(vectors: readonly ReadonlyMap<string, number>[]): Table {
  const size = vectors.length
  const at = new Float32Array(size * size)
  for (const entries of entriesOf(vectors))
    for (const one of entries)
      for (const other of entries) {
        const cell = one.row * size + other.row
        at[cell] = (at[cell] ?? 0) + one.weight * other.weight
      }
  return { size, at }
}

/** The nearest members decide as much as the middle: a cluster often holds two or three kinds of notes. */
const NEAREST = 2

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)

/** Rows that belong together, and how long their sum is: alike texts add up, unlike ones do not. */
export interface Members {
  readonly rows: readonly number[]
  readonly length: number
}

export const membersOf = ({ size, at }: Table, rows: readonly number[]): Members => ({
  rows,
  length: Math.sqrt(sum(rows.map((one) => sum(rows.map((other) => at[one * size + other] ?? 0))))),
})

/** How well a text goes with a group of others, 0 to 1: with its middle, and with the members nearest to it. */
export function closeness({ size, at }: Table, row: number, { rows, length }: Members): number {
  if (length === 0) return 0
  const alike = rows.map((member) => at[row * size + member] ?? 0).sort((a, b) => b - a)
  const nearest = alike.slice(0, NEAREST)
  return (sum(alike) / length + sum(nearest) / nearest.length) / 2
}
