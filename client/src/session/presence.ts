import type { PersonId } from '@groundswell/shared'
import { NO_PRESENCE, withinLimits, type Presence as LanePresence, type PresenceEntry } from '@groundswell/shared/wire'
import type { Awareness } from 'y-protocols/awareness'
import type { Presence, PresenceChannel } from './contract.ts'
import type { Line } from './line.ts'

export const PRESENCE_COLOURS = 12

/** A CSS colour, `var(--presence-1)` to `var(--presence-12)`: the same person has the same one on every screen. */
export function colourOf(person: string): string {
  let hash = 7
  for (const letter of person) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return `var(--presence-${(hash % PRESENCE_COLOURS) + 1})`
}

/** Milliseconds between two positions we send: 30, 20 or 10 a second by the number of people, as the relay passes them on. */
export const sendInterval = (people: number): number => (people <= 20 ? 33 : people <= 60 ? 50 : 100)

/** What the relay stamped into someone's state, as far as it can be read. */
interface Stamped {
  readonly person: PersonId
  readonly name: string
  readonly seat: number | null
  readonly editing: string | null
  readonly asksForPointers: boolean
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function readState(state: Readonly<Record<string, unknown>>): Stamped | null {
  const user: unknown = state['user']
  if (typeof user !== 'object' || user === null) return null
  const { person, name } = user as Readonly<Record<string, unknown>>
  if (typeof person !== 'string') return null
  const { seat, editing, pointers } = state
  return {
    person: person as PersonId,
    name: textOf(name) ?? '',
    seat: typeof seat === 'number' ? seat : null,
    editing: textOf(editing),
    asksForPointers: pointers === 'all',
  }
}

/** The channel that screens keep, and the end that follows the document's line as it is opened and replaced. */
export interface PresenceHub extends PresenceChannel {
  readonly attach: (line: Line) => () => void
  readonly receive: (entries: readonly PresenceEntry[]) => void
}

/** Joins the slow facts (awareness: who, typing in what) with the fast lane (pointer, drag) by seat. */
export function createPresence(facilitates: (person: PersonId) => boolean): PresenceHub {
  const listeners = new Set<() => void>()
  const lane = new Map<number, LanePresence>()
  let line: Line | null = null
  let cached: readonly Presence[] | null = null
  let editing: string | null = null
  let pointers: 'all' | null = null
  const changed = () => {
    cached = null
    for (const listener of listeners) listener()
  }
  const others = (): readonly Presence[] => (cached ??= line ? read(line.awareness, lane, facilitates) : [])
  const sender = createSender(
    (presence) => line?.sendPresence(presence),
    () => others().length,
  )

  return {
    others,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    moveCursor: (cursor) => sender.change({ cursor }),
    drag: (drags) => sender.change({ drags: withinLimits(drags) }),
    setEditing: (what) => {
      editing = what
      line?.awareness.setLocalStateField('editing', what)
    },
    askForPointers: (asks) => {
      if (asks === (pointers === 'all')) return
      pointers = asks ? 'all' : null
      line?.awareness.setLocalStateField('pointers', pointers)
    },
    receive: (entries) => {
      for (const { seat, presence } of entries) lane.set(seat, presence)
      changed()
    },
    attach: (next) => {
      line = next
      lane.clear()
      next.awareness.setLocalState(pointers === null ? { editing } : { editing, pointers })
      next.awareness.on('change', changed)
      changed()
      return () => {
        next.awareness.off('change', changed)
        sender.stop()
        if (line === next) line = null
        changed()
      }
    },
  }
}

function read(
  awareness: Awareness,
  lane: ReadonlyMap<number, LanePresence>,
  facilitates: (person: PersonId) => boolean,
): readonly Presence[] {
  const found: Presence[] = []
  for (const [client, state] of awareness.getStates()) {
    const stamped = client === awareness.clientID ? null : readState(state)
    if (stamped === null) continue
    const { person, name, seat, editing, asksForPointers } = stamped
    const { cursor, drags } = (seat === null ? undefined : lane.get(seat)) ?? NO_PRESENCE
    const who = { person, name, colour: colourOf(person), facilitates: facilitates(person), client }
    found.push({ ...who, cursor, drags, editing, asksForPointers })
  }
  return found
}

/** Sends the latest position at most so often, and always the last one. */
function createSender(send: (presence: LanePresence) => void, people: () => number) {
  let now: LanePresence = NO_PRESENCE
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting = false
  const flush = () => {
    timer = null
    if (!waiting) return
    waiting = false
    send(now)
    timer = setTimeout(flush, sendInterval(people()))
  }
  return {
    change: (part: Partial<LanePresence>): void => {
      now = { ...now, ...part }
      waiting = true
      if (timer === null) flush()
    },
    stop: (): void => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      waiting = false
    },
  }
}
