import type { Indicator, Reading } from '@groundswell/shared'
import { readNumberText } from './readings.ts'

/** A reading on the chart. `x` and `y` run from 0 to 1, from the left and from the top. */
export interface Point {
  readonly id: string
  readonly x: number
  readonly y: number
}

export interface Plot {
  readonly points: readonly Point[]
  /** Heights of the two lines; null where the value is no number. */
  readonly baseline: number | null
  readonly target: number | null
  /** First and last day, yyyy-mm-dd. */
  readonly from: string
  readonly to: string
}

const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`)

/** Where a number lies between the lowest and the highest, with a little air above and below. */
function scale(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low || Math.abs(high) || 1) * 0.12
  return (value) => 1 - (value - low + air) / (high - low + 2 * air)
}

/** Readings over time against baseline and target; null without a reading that is a number on a day. */
export function plotOf(indicator: Indicator, readings: readonly Reading[]): Plot | null {
  const known = readings.flatMap(({ id, date, value }) => {
    const number = readNumberText(value)
    return number === null || Number.isNaN(timeOf(date)) ? [] : [{ id, date, number }]
  })
  if (known.length === 0) return null
  const baseline = indicator.baselineStatus === 'known' ? readNumberText(indicator.baseline) : null
  const target = readNumberText(indicator.target)
  const y = scale([...known.map(({ number }) => number), ...[baseline, target].filter((value) => value !== null)])
  const marks = [indicator.baselineStatus === 'known' ? indicator.baselineDate : '', indicator.targetDate].filter(
    (date) => date !== '',
  )
  const days = [...known.map(({ date }) => date), ...marks].sort()
  const [from = '', to = ''] = [days[0], days.at(-1)]
  const span = timeOf(to) - timeOf(from)
  return {
    points: known.map(({ id, date, number }) => ({
      id,
      x: span === 0 ? 0.5 : (timeOf(date) - timeOf(from)) / span,
      y: y(number),
    })),
    baseline: baseline === null ? null : y(baseline),
    target: target === null ? null : y(target),
    from,
    to,
  }
}
