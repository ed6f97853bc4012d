import type { PersonId } from '@groundswell/shared'

/** Who changed nothing for this many milliseconds may have more to add. */
export const QUIET_MS = 10 * 60_000

/** Whose changes stand under a number in the document, as far as their device is here. */
export interface Author {
  readonly client: number
  readonly person: PersonId
  readonly editing: boolean
}

/** What one has seen of a room: when who changed something, never what. Lives in this page's memory alone. */
export interface RoomWatch {
  readonly since: number
  readonly clocks: ReadonlyMap<number, number>
  readonly changedAt: number | null
  readonly people: ReadonlyMap<PersonId, number>
}

/** Looks at how far each device's changes have come, at `now` (milliseconds); the first look only begins the watch. */
export function lookAgain(
  before: RoomWatch | null,
  clocks: ReadonlyMap<number, number>,
  authors: readonly Author[],
  now: number,
): RoomWatch {
  if (before === null) return { since: now, clocks, changedAt: null, people: new Map(authors.map(({ person }) => [person, now])) }
  const moved = new Set(
    [...clocks].filter(([client, clock]) => clock > (before.clocks.get(client) ?? 0)).map(([client]) => client),
  )
  const people = new Map(before.people)
  for (const { client, person, editing } of authors)
    // Who has just come in has had no time to write yet.
    if (editing || moved.has(client) || !people.has(person)) people.set(person, now)
  return { since: before.since, clocks, changedAt: moved.size > 0 ? now : before.changedAt, people }
}

/** Members who are here and have changed nothing for ten minutes. */
export const quietOnes = (watch: RoomWatch, here: readonly PersonId[], now: number): readonly PersonId[] =>
  here.filter((person) => now - (watch.people.get(person) ?? now) >= QUIET_MS)

const watches = new Map<string, RoomWatch>()

/** Keeps the watch over a room while the coach is somewhere else in the app; `key` names session and PLC. */
export function keepWatch(key: string, next: (before: RoomWatch | null) => RoomWatch): RoomWatch {
  const watch = next(watches.get(key) ?? null)
  watches.set(key, watch)
  return watch
}
