import type { PersonId } from '@groundswell/shared'
import type { Presence, PresenceChannel } from '../../session/index.ts'

export interface Crowd {
  readonly channel: PresenceChannel
  /** Replaces what everybody else does, as one arrival. */
  readonly set: (others: readonly Partial<Presence>[]) => void
  /** What this person told the others, latest last. */
  readonly told: { readonly drags: Presence['drags'][]; editing: string | null }
}

/** Other people, without a network. */
export function createCrowd(): Crowd {
  let others: readonly Presence[] = []
  const listeners = new Set<() => void>()
  const told: Crowd['told'] = { drags: [], editing: null }
  return {
    told,
    set: (next) => {
      others = next.map((one, index) => ({
        person: `p${index}` as PersonId,
        name: `Person ${index}`,
        colour: `var(--presence-${(index % 12) + 1})`,
        cursor: null,
        drags: [],
        editing: null,
        facilitates: false,
        asksForPointers: false,
        ...one,
      }))
      listeners.forEach((listener) => listener())
    },
    channel: {
      others: () => others,
      subscribe: (changed) => {
        listeners.add(changed)
        return () => listeners.delete(changed)
      },
      moveCursor: () => {},
      drag: (drags) => void told.drags.push(drags),
      askForPointers: () => {},
      setEditing: (what) => {
        told.editing = what
      },
    },
  }
}
