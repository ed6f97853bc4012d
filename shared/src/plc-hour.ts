/**
 * The hour in which a PLC writes its goal and plans, in the order of its talk; minutes are a proposal. Arrive and re-read,
 * a silent draft shared in turn, what is known, the sentence, agreement, own plans, reading aloud, dates.
 */
export const HOUR_PARTS = [
  { id: 'arrive', minutes: 5 },
  { id: 'silent', minutes: 10 },
  { id: 'evidence', minutes: 8 },
  { id: 'sentence', minutes: 12 },
  { id: 'agree', minutes: 7 },
  { id: 'plans', minutes: 8 },
  { id: 'aloud', minutes: 7 },
  { id: 'close', minutes: 3 },
] as const
export type HourPart = (typeof HOUR_PARTS)[number]['id']

/** Where a PLC is in its hour. It never goes on by itself. */
export interface PlcHour {
  readonly part: HourPart
  /** Server clock, milliseconds since 1970. */
  readonly endsAt: number
}

const MINUTE = 60_000

/** A part as it begins at `now` (server clock, milliseconds). */
export const beginPart = (part: HourPart, now: number): PlcHour => ({
  part,
  endsAt: now + (HOUR_PARTS.find(({ id }) => id === part)?.minutes ?? 0) * MINUTE,
})

/** One minute more, counted from now when the time is up already. */
export const oneMinuteMore = ({ part, endsAt }: PlcHour, now: number): PlcHour => ({
  part,
  endsAt: Math.max(endsAt, now) + MINUTE,
})

/** The part after this one; null after the last. */
export const partAfter = (part: HourPart): HourPart | null =>
  HOUR_PARTS[HOUR_PARTS.findIndex(({ id }) => id === part) + 1]?.id ?? null
