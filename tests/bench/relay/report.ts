import type { Contender, ContenderId } from './contenders/contender.ts'
import type { Row, Scenario } from './scenarios/scenario.ts'
import { median } from './statistics.ts'

/** Everything measured: the values of each run, in the order of the runs. */
export interface Measured {
  readonly row: Row
  readonly values: Partial<Record<ContenderId, readonly number[]>>
}

export interface Conclusion {
  /** Medians, by column. */
  readonly medians: Partial<Record<ContenderId, number>>
  readonly reached: boolean | null
}

const PEERS: readonly ContenderId[] = ['y-websocket', 'hocuspocus', 'tldraw']

export interface Report {
  readonly date: string
  readonly node: string
  readonly machine: string
  readonly runs: number
  /** How many of them are in it. */
  readonly finished: number
  readonly quick: boolean
  readonly pinned: boolean
  readonly measured: readonly Measured[]
  readonly failures: readonly string[]
  /** What a reader must know about how these figures came about, beyond the conditions. */
  readonly note?: string
}

/** Collects values while runs go on. */
export class Notebook {
  readonly #values = new Map<string, Partial<Record<ContenderId, number[]>>>()
  readonly failures: string[] = []

  note(row: string, contender: ContenderId, value: number): void {
    const values = this.#values.get(row) ?? {}
    values[contender] = [...(values[contender] ?? []), value]
    this.#values.set(row, values)
  }

  fail(scenario: Scenario, contender: Contender, error: unknown): void {
    this.failures.push(`${titleOf(scenario, contender)}: ${error instanceof Error ? error.message : String(error)}`)
  }

  failuresOf(scenario: Scenario, contender: Contender): number {
    return this.failures.filter((failure) => failure.startsWith(`${titleOf(scenario, contender)}: `)).length
  }

  measured(scenarios: readonly Scenario[]): readonly Measured[] {
    return scenarios.flatMap(({ rows }) => rows.map((row) => ({ row, values: this.#values.get(row.id) ?? {} })))
  }
}

const titleOf = ({ id }: Scenario, { title }: Contender): string => `${id}, ${title}`

export function conclude({ row, values }: Measured): Conclusion {
  const medians = Object.fromEntries(Object.entries(values).map(([id, numbers]) => [id, median(numbers)]))
  return { medians, reached: isReached(row, medians) }
}

function isReached(row: Row, medians: Partial<Record<ContenderId, number>>): boolean | null {
  const { ours } = medians
  if (ours === undefined || Number.isNaN(ours)) return null
  if (row.target !== null) return row.better === 'lower' ? ours <= row.target : ours >= row.target
  const best = Math.min(...PEERS.map((id) => medians[id] ?? Number.POSITIVE_INFINITY))
  if (/^cost-\d+$/.test(row.id)) return ours <= best / 2
  if (row.id === 'room-cpu') return ours <= (medians.hocuspocus ?? Number.NaN) / 8
  return null
}

const COLUMNS: readonly ContenderId[] = ['ours', 'ours-stock', ...PEERS]

/** The table, with the conditions it was measured under. */
export function toMarkdown(report: Report, titles: Readonly<Partial<Record<ContenderId, string>>>): string {
  const columns = COLUMNS.filter((id) => report.measured.some(({ values }) => values[id] !== undefined))
  const head = ['measure', 'target', 'reached', 'values', ...columns.map((id) => titles[id] ?? id)]
  const rows = report.measured.filter(({ values }) => Object.keys(values).length > 0).map((each) => toLine(each, columns))
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const failures = report.failures.map((failure) => `- ${failure}`)
  return [
    '# The relay beside others',
    '',
    describe(report),
    ...(report.note === undefined ? [] : [report.note]),
    ...(isDisturbed(report) ? [DISTURBED] : []),
    '',
    ...table,
    ...(failures.length > 0 ? ['', 'Void or failed:', '', ...failures] : []),
    '',
  ].join('\n')
}

/** Share of the time in which our server was ready to run and had no core, percent. */
const MOST_WAIT = 5
const DISTURBED =
  'Others used the cores meanwhile (see "waited for its core"): timings are what was left to each server, not what it can do.'

const isDisturbed = ({ measured }: Report): boolean =>
  measured.some((each) => each.row.id.endsWith('-wait') && (conclude(each).medians.ours ?? 0) > MOST_WAIT)

const describe = ({ date, node, machine, runs, finished, quick, pinned, note }: Report): string =>
  [
    `${date.slice(0, 10)}, Node ${node}, ${machine}; medians (smallest to largest).`,
    // A note says otherwise.
    ...(note === undefined ? [`${runs} run${runs === 1 ? '' : 's'}, interleaved${quick ? '; short phases' : ''}.`] : []),
    ...(finished < runs ? [`So far: run ${finished} of ${runs}.`] : []),
    pinned ? 'Server on one core, load generator on the other.' : 'Server and load generator share the cores.',
    'All servers store: ours SQLite with an fsync before each acknowledgement, y-websocket LevelDB, Hocuspocus SQLite two seconds later, tldraw sync SQLite.',
    '"Groundswell" is the shipped server with clients that read the compact cursor lane, "stock clients" the same server with plain y-websocket clients.',
  ].join('\n')

function toLine(measured: Measured, columns: readonly ContenderId[]): readonly string[] {
  const { medians, reached } = conclude(measured)
  const figures = columns.map((id) => formatSpread(medians[id], measured.values[id] ?? []))
  return [
    measured.row.title,
    measured.row.aim,
    reached === null ? '' : reached ? 'yes' : 'no',
    countsOf(measured, columns),
    ...figures,
  ]
}

/** How many values stand behind the cells, as "2" or, where the columns differ, "1 to 2". */
function countsOf({ values }: Measured, columns: readonly ContenderId[]): string {
  const counts = columns.map((id) => values[id]?.length ?? 0).filter((count) => count > 0)
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  return least === most ? String(least) : `${least} to ${most}`
}

/** The median, and the smallest and largest value where there are several. A run without a figure shows as a dash. */
function formatSpread(middle: number | undefined, values: readonly number[]): string {
  const figures = values.filter((value) => !Number.isNaN(value))
  const lost = figures.length < values.length ? ', -' : ''
  if (values.length < 2) return format(middle)
  return `${format(middle)} (${format(Math.min(...figures))} to ${format(Math.max(...figures))}${lost})`
}

function format(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return ''
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US')
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
