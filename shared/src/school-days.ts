import { isDate } from './read.ts'
import type { SchoolBreak } from './records.ts'

const DAY = 86_400_000
const SUNDAY = 0
const MONDAY = 1
const THURSDAY = 4
const SATURDAY = 6

const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day)
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
const weekdayOf = (time: number): number => new Date(time).getUTCDay()

/** The `nth` such weekday of a month. */
const nth = (year: number, month: number, weekday: number, count: number): number => {
  const first = at(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) * DAY + (count - 1) * 7 * DAY
}

const lastMonday = (year: number, month: number): number => {
  const last = at(year, month + 1, 0)
  return last - ((weekdayOf(last) - MONDAY + 7) % 7) * DAY
}

/** A holiday on a Saturday is kept on Friday, one on a Sunday on Monday (5 U.S.C. 6103). */
const observed = (time: number): number => {
  const weekday = weekdayOf(time)
  return weekday === SATURDAY ? time - DAY : weekday === SUNDAY ? time + DAY : time
}

/** The legal public holidays of the United States as they are kept in a year (5 U.S.C. 6103), ISO dates. */
const holidaysOf = (year: number): ReadonlySet<string> =>
  new Set(
    [
      observed(at(year, 1, 1)),
      nth(year, 1, MONDAY, 3),
      nth(year, 2, MONDAY, 3),
      lastMonday(year, 5),
      observed(at(year, 6, 19)),
      observed(at(year, 7, 4)),
      nth(year, 9, MONDAY, 1),
      nth(year, 10, MONDAY, 2),
      observed(at(year, 11, 11)),
      nth(year, 11, THURSDAY, 4),
      observed(at(year, 12, 25)),
      // New Year's Day of the year after may be kept on its eve.
      observed(at(year + 1, 1, 1)),
    ].map(isoOf),
  )

/** Why there is no school on a day: a weekend, a federal holiday, or a break of the PLC's own list; null on school days. */
export type NoSchool = { readonly kind: 'weekend' | 'holiday' } | { readonly kind: 'break'; readonly name: string }

export function noSchool(date: string, breaks: readonly SchoolBreak[]): NoSchool | null {
  if (!isDate(date)) return null
  const time = Date.parse(`${date}T00:00:00Z`)
  const weekday = weekdayOf(time)
  if (weekday === SATURDAY || weekday === SUNDAY) return { kind: 'weekend' }
  const own = breaks.find(({ from, to }) => from <= date && date <= to)
  if (own !== undefined) return { kind: 'break', name: own.name }
  return holidaysOf(new Date(time).getUTCFullYear()).has(date) ? { kind: 'holiday' } : null
}

/** No break is longer than this; a list that closes every day must not be searched for ever. */
const MOST_DAYS = 400

/** The first school day on or after the day `days` after `from` (ISO dates). Without one within a year, that day itself. */
export function schoolDayAfter(from: string, days: number, breaks: readonly SchoolBreak[] = []): string {
  const wanted = Date.parse(`${from}T00:00:00Z`) + days * DAY
  for (let ahead = 0; ahead < MOST_DAYS; ahead++) {
    const date = isoOf(wanted + ahead * DAY)
    if (noSchool(date, breaks) === null) return date
  }
  return isoOf(wanted)
}
