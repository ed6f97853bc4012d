import { CURSOR_CROWD, type Cursors } from '@groundswell/shared'
import type { Presence, PresenceChannel } from './contract.ts'

/**
 * Whose pointers are on this device's board: everyone's; in a crowd those of who leads; everyone's because this person asked; or
 * those of who leads, because a facilitator wants it so.
 */
export type Pointers = 'everyone' | 'leaders' | 'asked' | 'closed'

/** `people` counts this device too. */
export function pointersFor(cursors: Cursors, people: number, asked: boolean): Pointers {
  if (cursors === 'facilitators') return 'closed'
  if (people <= CURSOR_CROWD) return 'everyone'
  return asked ? 'asked' : 'leaders'
}

const showsAll = (pointers: Pointers): boolean => pointers === 'everyone' || pointers === 'asked'

const withoutPointer = (one: Presence): Presence => (one.facilitates || one.cursor === null ? one : { ...one, cursor: null })

/**
 * The channel without the pointers that are not to be seen, and without sending one that nobody sees: in a crowd sixty moving
 * pointers cost every device more than the notes do. What is dragged stays visible.
 */
export function withPointers(people: PresenceChannel, leads: () => boolean, pointers: () => Pointers): PresenceChannel {
  let from: readonly Presence[] | null = null
  let all = true
  let shown: readonly Presence[] = []
  let told = false
  const mayTell = () => {
    const now = pointers()
    if (leads() || now === 'everyone') return true
    return now !== 'closed' && people.others().some(({ asksForPointers }) => asksForPointers)
  }
  return {
    ...people,
    others: () => {
      const [others, every] = [people.others(), showsAll(pointers())]
      if (others !== from || every !== all) shown = every ? others : others.map(withoutPointer)
      from = others
      all = every
      return shown
    },
    moveCursor: (at) => {
      const tells = at !== null && mayTell()
      if (tells || told) people.moveCursor(tells ? at : null)
      told = tells
    },
  }
}
