import type { PersonId } from '@groundswell/shared'
import type { Drag, Presence, PresenceChannel } from './contract.ts'

/** A thing in somebody's hand that has not moved for so long is free again, in milliseconds. */
const HOLD_IDLE_MS = 10_000

/** Two hands that close within this many milliseconds did not know of each other: then the smaller id wins, on every device. */
const TOGETHER_MS = 1_000

/** Looks often enough for a hold that lies still to end in time. */
const LOOK_EVERY_MS = 1_000

interface Held {
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
  readonly drag: Drag
  readonly began: number
}

const NOTHING: ReadonlyMap<string, string> = new Map()
/** One hand of one device: a touch panel has several, and each holds on its own. */
const keyOf = ({ client, person }: Presence, { ids }: Drag): string => `${client ?? ''} ${person} ${ids.join(' ')}`

/** When each hand closed and last moved. */
function createMemory(now: () => number) {
  const seen = new Map<string, Held>()
  const hear = (key: string, { dx, dy }: Drag): Held | null => {
    const [told, at] = [`${dx} ${dy}`, now()]
    const before = seen.get(key)
    const goesOn = before !== undefined && (before.told === told || at - before.moved < HOLD_IDLE_MS)
    const held = goesOn ? { ...before, told, moved: before.told === told ? before.moved : at } : { told, began: at, moved: at }
    seen.set(key, held)
    return at - held.moved < HOLD_IDLE_MS ? held : null
  }
  return {
    /** Those who hold something, the first first. */
    holding: (others: readonly Presence[]): readonly Hold[] => {
      const hands = others.flatMap((by) => by.drags.map((drag) => ({ by, drag, key: keyOf(by, drag) })))
      const keys = new Set(hands.map(({ key }) => key))
      for (const key of seen.keys()) if (!keys.has(key)) seen.delete(key)
      const holds = hands.flatMap(({ by, drag, key }) => {
        const held = hear(key, drag)
        return held === null ? [] : [{ by, drag, began: held.began }]
      })
      return holds.sort((a, b) => a.began - b.began || (a.by.person < b.by.person ? -1 : 1))
    },
  }
}

/** Who is first at each thing. */
function firstOf(holds: readonly Hold[]): ReadonlyMap<string, Hold> {
  const first = new Map<string, Hold>()
  for (const hold of holds) for (const id of hold.drag.ids) if (!first.has(id)) first.set(id, hold)
  return first
}

/** Without what another held first. */
function withoutLosers(others: readonly Presence[], first: ReadonlyMap<string, Hold>): readonly Presence[] {
  if (others.every(({ drags }) => drags.length === 0)) return others
  return others.map((one) => {
    const drags = one.drags.flatMap((drag) => {
      const ids = drag.ids.filter((id) => first.get(id)?.drag === drag)
      return ids.length === drag.ids.length ? [drag] : ids.length === 0 ? [] : [{ ...drag, ids }]
    })
    return drags.every((drag, index) => drag === one.drags[index]) && drags.length === one.drags.length ? one : { ...one, drags }
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
