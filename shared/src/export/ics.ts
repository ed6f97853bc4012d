import type { Language } from '../api.ts'
import type { PersonId, PlcId } from '../ids.ts'
import type { ActionStep } from '../records.ts'
import { isDate } from '../read.ts'
import type { StageView } from '../selectors/stage.ts'
import type { PlcPlan } from '../selectors/thread.ts'
import { EXPORT_WORDS } from './words.ts'

/** One whole day of a calendar. `key` stays the same for the same thing, so that importing again moves it. */
interface Day {
  readonly key: string
  /** yyyy-mm-dd */
  readonly date: string
  readonly title: string
  readonly text: string
  /** A page that belongs to it. */
  readonly address?: string | null
}

export interface CalendarOptions {
  /** Written as the time of making; milliseconds since 1970. */
  readonly now: number
  /** Only this person's steps; null is everyone's. */
  readonly person: PersonId | null
  /** The address of a PLC's check-in, for whom it is meant; null leaves it out. */
  readonly checkInOf?: (plc: PlcId) => string | null
}

/** A line of a calendar holds at most 75 octets; the rest goes on after a blank (RFC 5545, 3.1). */
const LONGEST = 75

const octets = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4
}

/** Breaks between letters, never inside one: half a letter would spoil the file for every reader. */
function fold(line: string): string {
  let [out, length] = ['', 0]
  for (const letter of line) {
    const size = octets(letter)
    if (length + size > LONGEST) {
      out += '\r\n '
      length = 1
    }
    out += letter
    length += size
  }
  return out
}

// oxlint-disable-next-line no-control-regex -- control characters are what must not stand in a calendar
const UNPRINTABLE = /[\u0000-\u0009\u000B-\u001F\u007F]/g

/** Text as RFC 5545, 3.3.11 has it. Half a surrogate pair would not survive the file's encoding. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(UNPRINTABLE, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const compact = (date: string): string => date.replaceAll('-', '')
const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** February 31 passes as a date on a form; no calendar takes it. */
const isRealDay = (date: string): boolean => {
  const time = isDate(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** 20261023T120000Z */
const stamp = (now: number): string => `${new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

const eventLines = (day: Day, now: number): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${day.key}@groundswell`,
  `DTSTAMP:${stamp(now)}`,
  `DTSTART;VALUE=DATE:${compact(day.date)}`,
  `DTEND;VALUE=DATE:${compact(nextDay(day.date))}`,
  `SUMMARY:${escaped(day.title)}`,
  ...(day.text === '' ? [] : [`DESCRIPTION:${escaped(day.text)}`]),
  ...(day.address ? [`URL:${encodeURI(day.address)}`] : []),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const joined = (...parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('\n')

/** Not every calendar shows an event's address, so it stands in the text too. */
function checkInDays({ plc, view }: PlcPlan, language: Language, address: string | null): readonly Day[] {
  const { label } = EXPORT_WORDS[language]
  return view.checkIns.map(({ id, date, day, focus }) => ({
    key: `${plc.id}.${id}`,
    date,
    title: `${plc.name}: ${label.checkIn}, ${label.day.toLowerCase()} ${day}`,
    text: joined(focus, view.goal.statement, address ?? ''),
    address,
  }))
}

const isOpen = ({ status }: ActionStep): boolean => status !== 'done' && status !== 'dropped'

function stepDays({ plc, view }: PlcPlan, stage: StageView, language: Language, person: PersonId | null): readonly Day[] {
  const { label } = EXPORT_WORDS[language]
  const nameOf = (id: PersonId): string => stage.people.find((each) => each.id === id)?.name ?? ''
  return view.steps
    .filter((step) => isOpen(step) && (person === null || step.owner === person))
    .map((step) => ({
      key: `${plc.id}.${step.id}`,
      date: step.due,
      title: `${label.due}: ${step.text.trim() || label.step} (${nameOf(step.owner) || plc.name})`,
      text: joined(step.evidence === '' ? '' : `${label.evidence}: ${step.evidence}`, step.ifThen),
    }))
}

function measureDays({ plc, view }: PlcPlan, language: Language): readonly Day[] {
  const { label } = EXPORT_WORDS[language]
  return view.goal.indicators.flatMap((indicator) => {
    const day = (kind: string, date: string, word: string): Day => ({
      key: `${plc.id}.${indicator.id}.${kind}`,
      date,
      title: `${plc.name}: ${word}: ${indicator.text}`,
      text: indicator.baselineSource,
    })
    const collect = indicator.baselineStatus === 'to_collect' ? [day('baseline', indicator.baselineDate, label.collect)] : []
    return [...collect, day('target', indicator.targetDate, label.target)]
  })
}

/**
 * The dates of one or more plans as a calendar (RFC 5545): check-ins, due dates of steps that are still open, and
 * when measures are due, each as a whole day. Things without a date are not in it.
 */
export function planIcs(plans: readonly PlcPlan[], stage: StageView, language: Language, options: CalendarOptions): string {
  const days = plans.flatMap((plan) => [
    ...checkInDays(plan, language, options.checkInOf?.(plan.plc.id) ?? null),
    ...stepDays(plan, stage, language, options.person),
    ...(options.person === null ? measureDays(plan, language) : []),
  ])
  const dated = days.filter(({ date }) => isRealDay(date)).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Groundswell//Plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(plans.length === 1 ? (plans[0]?.plc.name ?? '') : stage.title)}`,
    ...dated.flatMap((day) => eventLines(day, options.now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
