import type { PersonId } from '@groundswell/shared'
import type { Presence, PresenceChannel } from './contract.ts'

/** A thing in somebody's hand that has not moved for so long is free again, in milliseconds. */
const HOLD_IDLE_MS = 10_000

interface Held {
  readonly told: string
  readonly since: number
}

/** Who holds what: the first hold wins, until it is let go, its holder has gone, or it lies still for ten seconds. */
interface Holds {
  /** Everything in others' hands, by id: the holder's name. The same object until a name or a thing changes. */
  readonly all: () => ReadonlyMap<string, string>
  readonly subscribe: (changed: () => void) => () => void
}

const NOTHING: ReadonlyMap<string, string> = new Map()

/** Looks often enough for a hold that lies still to end in time. */
const LOOK_EVERY_MS = 1_000

export function createHolds(people: PresenceChannel, now: () => number = Date.now): Holds {
  const seen = new Map<PersonId, Held>()
  let all = NOTHING
  let key = ''
  const holding = (): readonly Presence[] =>
    people.others().filter(({ person, drag }) => {
      if (drag === null) return void seen.delete(person)
      const told = `${drag.ids.join(' ')} ${drag.dx} ${drag.dy}`
      const before = seen.get(person)
      if (before?.told !== told) seen.set(person, { told, since: now() })
      return before?.told !== told || now() - before.since < HOLD_IDLE_MS
    })
  const look = () => {
    const next = new Map<string, string>()
    for (const { drag, name } of holding()) for (const id of drag?.ids ?? []) if (!next.has(id)) next.set(id, name)
    const nextKey = [...next].map(([id, name]) => `${id} ${name}`).join('\n')
    if (nextKey !== key) all = next
    key = nextKey
    return all
  }
  return {
    all: look,
    subscribe: (changed) => {
      let before = look()
      const check = () => {
        const after = look()
        if (after !== before) changed()
        before = after
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
