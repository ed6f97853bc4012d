/** Dates as yyyy-mm-dd, moved by whole days. Noon UTC, so that no time zone or clock change turns one into its neighbour. */
const DAY = 24 * 60 * 60 * 1000

const atNoon = (date: string): number => Date.parse(`${date}T12:00:00Z`)

export const moveDate = (date: string, days: number): string => new Date(atNoon(date) + days * DAY).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => Math.round((atNoon(to) - atNoon(from)) / DAY)

const YEAR_DAYS = 365.2425
const WEEK = 7

/**
 * Days by which to move a plan whose first review is dated `review`, so that this review is the latest one before `now`
 * (milliseconds since 1970). Whole years, because texts name months; whole weeks, because schools keep weekdays.
 */
export function yearShift(review: string, now: number): number {
  const shift = (years: number): number => Math.round((years * YEAR_DAYS) / WEEK) * WEEK
  let years = Math.floor((now - atNoon(review)) / DAY / YEAR_DAYS) + 1
  while (atNoon(moveDate(review, shift(years))) > now) years--
  return shift(years)
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WRITTEN = new RegExp(`(${MONTHS.join('|')}) (\\d{1,2}), (\\d{4})`, 'g')

/** Moves the dates that stand written in a text, as in "May 21, 2027". */
export const moveWrittenDates = (text: string, days: number): string =>
  text.replace(WRITTEN, (_, month: string, day: string, year: string) => {
    const moved = moveDate(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`, days)
    return `${MONTHS[Number(moved.slice(5, 7)) - 1]} ${Number(moved.slice(8))}, ${moved.slice(0, 4)}`
  })
