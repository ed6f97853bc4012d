import type { PersonId } from '@groundswell/shared'
import type { Presence, PresenceChannel } from './contract.ts'

/** A thing in somebody's hand that has not moved for so long is free again, in milliseconds. */
const HOLD_IDLE_MS = 10_000

/** Two hands that close within this many milliseconds did not know of each other: then the smaller id wins, on every device. */
const TOGETHER_MS = 1_000

/** Looks often enough for a hold that lies still to end in time. */
const LOOK_EVERY_MS = 1_000

interface Held {
  readonly ids: string
  readonly told: string
  readonly began: number
  readonly moved: number
}

/** This device's own hand: when it closed and when it last moved, on the clock that the holds were given. */
export interface OwnHand {
  readonly me: PersonId
  readonly began: number
  readonly moved: number
}

/** Who holds what: the first hold wins, until it is let go, its holder has gone, or it lies still for ten seconds. */
export interface Holds {
  /** Everything in others' hands, by id: the holder's name. The same object until a name or a thing changes. */
  readonly all: () => ReadonlyMap<string, string>
  readonly subscribe: (changed: () => void) => () => void
  /** The others, each holding only what nobody held before. The same list until something changes. */
  readonly others: () => readonly Presence[]
  /** Whose hand one's own has to give way to, by name; null where it may go on. */
  readonly blockedBy: (ids: Iterable<string>, own: OwnHand) => string | null
}

interface Hold {
  readonly by: Presence
  readonly began: number
}

const NOTHING: ReadonlyMap<string, string> = new Map()
const keyOf = ({ client, person }: Presence): string => `${client ?? ''} ${person}`

/** When each hand closed and last moved. */
function createMemory(now: () => number) {
  const seen = new Map<string, Held>()
  const hear = (one: Presence): Held | null => {
    const { drag } = one
    if (drag === null) return null
    const [ids, at] = [drag.ids.join(' '), now()]
    const told = `${ids} ${drag.dx} ${drag.dy}`
    const before = seen.get(keyOf(one))
    const goesOn = before?.ids === ids && (before.told === told || at - before.moved < HOLD_IDLE_MS)
    const held = goesOn
      ? { ...before, told, moved: before.told === told ? before.moved : at }
      : { ids, told, began: at, moved: at }
    seen.set(keyOf(one), held)
    return at - held.moved < HOLD_IDLE_MS ? held : null
  }
  return {
    /** Those who hold something, the first first. */
    holding: (others: readonly Presence[]): readonly Hold[] => {
      const hands = new Set(others.filter(({ drag }) => drag !== null).map(keyOf))
      for (const key of seen.keys()) if (!hands.has(key)) seen.delete(key)
      const holds = others.flatMap((by) => {
        const held = hear(by)
        return held === null ? [] : [{ by, began: held.began }]
      })
      return holds.sort((a, b) => a.began - b.began || (a.by.person < b.by.person ? -1 : 1))
    },
  }
}

/** Who is first at each thing. */
function firstOf(holds: readonly Hold[]): ReadonlyMap<string, Hold> {
  const first = new Map<string, Hold>()
  for (const hold of holds) for (const id of hold.by.drag?.ids ?? []) if (!first.has(id)) first.set(id, hold)
  return first
}

/** Without what another held first. */
function withoutLosers(others: readonly Presence[], first: ReadonlyMap<string, Hold>): readonly Presence[] {
  if (others.every(({ drag }) => drag === null)) return others
  return others.map((one) => {
    if (one.drag === null) return one
    const ids = one.drag.ids.filter((id) => first.get(id)?.by === one)
    if (ids.length === one.drag.ids.length) return one
    return { ...one, drag: ids.length === 0 ? null : { ...one.drag, ids } }
  })
}

export function createHolds(people: PresenceChannel, now: () => number = Date.now): Holds {
  const memory = createMemory(now)
  let from: readonly Presence[] | null = null
  let at = -Infinity
  let first: ReadonlyMap<string, Hold> = new Map()
  let names = NOTHING
  let key = ''
  let shown: readonly Presence[] = []
  const look = () => {
    const others = people.others()
    if (others === from && now() - at < LOOK_EVERY_MS) return
    from = others
    at = now()
    first = firstOf(memory.holding(others))
    const nextKey = [...first].map(([id, { by }]) => `${id} ${by.name}`).join('\n')
    if (nextKey !== key) names = new Map([...first].map(([id, { by }]) => [id, by.name]))
    key = nextKey
    shown = withoutLosers(others, first)
  }
  return {
    all: () => {
      look()
      return names
    },
    others: () => {
      look()
      return shown
    },
    blockedBy: (ids, own) => {
      look()
      const lost = now() - own.moved >= HOLD_IDLE_MS
      for (const id of ids) {
        const hold = first.get(id)
        if (hold !== undefined && (lost || isBefore(hold, own))) return hold.by.name
      }
      return null
    },
    subscribe: (changed) => {
      look()
      let before = names
      const check = () => {
        look()
        if (names !== before) changed()
        before = names
      }
      const stop = people.subscribe(check)
      const timer = setInterval(check, LOOK_EVERY_MS)
      return () => {
        stop()
        clearInterval(timer)
      }
    },
  }
}

const isBefore = ({ by, began }: Hold, own: OwnHand): boolean =>
  Math.abs(began - own.began) < TOGETHER_MS ? by.person < own.me : began < own.began

/** The channel with every dispute over a thing settled: what loses is in nobody's hand. */
export const withHolds = (people: PresenceChannel, holds: Holds): PresenceChannel => ({
  ...people,
  others: holds.others,
  subscribe: (changed) => {
    const stops = [people.subscribe(changed), holds.subscribe(changed)]
    return () => stops.forEach((stop) => stop())
  },
})
