import type { Measures } from './gestures.ts'

export interface Result {
  readonly who: 'ours' | 'builtIn'
  readonly count: number
  readonly measures: Measures
}

interface Row {
  readonly key: keyof Measures
  readonly name: string
  readonly unit: string
  /** What to reach at 3,000 notes. */
  readonly target: string
}

const ROWS: readonly Row[] = [
  { key: 'painted', name: 'start to painted', unit: 'ms', target: '<= 0.33 x built-in, <= 2 x empty' },
  { key: 'mounted', name: 'start to every note mounted', unit: 'ms', target: '' },
  { key: 'panNear', name: 'zoom 1: pan, frame', unit: 'ms', target: '<= 20' },
  { key: 'zoomNear', name: 'zoom 1: zoom, frame', unit: 'ms', target: '<= 20' },
  { key: 'dragNear', name: 'zoom 1: drag 50, frame', unit: 'ms', target: '<= 33' },
  { key: 'panFit', name: 'whole board: pan, frame', unit: 'ms', target: '<= 33' },
  { key: 'zoomFit', name: 'whole board: zoom, frame', unit: 'ms', target: '<= 33' },
  { key: 'dragFit', name: 'whole board: drag 50, frame', unit: 'ms', target: '<= 33' },
  { key: 'cursors', name: '50 cursors, cost of a tick', unit: 'ms', target: '<= 3' },
  { key: 'burst', name: '20 moves by others, cost of the merge', unit: 'ms', target: '<= 10' },
  { key: 'heap', name: 'heap', unit: 'MB', target: '<= 75' },
]

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const pick = (results: readonly Result[], who: Result['who'], count: number, key: keyof Measures): number =>
  median(
    results
      .filter((result) => result.who === who && result.count === count)
      .map(({ measures }) => measures[key])
      .filter((value) => value !== undefined),
  )

const show = (value: number): string => (Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(1))

/** Medians as a Markdown table, ours beside tldraw's own note and beside the targets. */
export function table(results: readonly Result[], sizes: readonly number[]): string {
  const empty = pick(results, 'ours', 0, 'painted')
  const lines = sizes.flatMap((count) => [
    `### ${count.toLocaleString('en-US')} notes (empty board painted at ${show(empty)} ms)`,
    '',
    '| measure | ours | tldraw note | ratio | target |',
    '|---|---:|---:|---:|---|',
    ...ROWS.map(({ key, name, unit, target }) => {
      const [ours, theirs] = [pick(results, 'ours', count, key), pick(results, 'builtIn', count, key)]
      return `| ${name} | ${show(ours)} ${unit} | ${show(theirs)} ${unit} | ${(ours / theirs).toFixed(2)} | ${target} |`
    }),
    '',
  ])
  return lines.join('\n')
}
