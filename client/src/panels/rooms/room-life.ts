/** What a room looks like from outside, as far as it can be told without listening in. */
export type RoomLife = 'empty' | 'writing' | 'idle' | 'stuck' | 'done'

export interface RoomSigns {
  /** Heads of its members who are connected: nobody waits for who has left. */
  readonly members: number
  /** Members whose devices have the room open. */
  readonly here: number
  /** Someone has a field open at this moment. */
  readonly editing: boolean
  /** Milliseconds since the last change, or since one began to look. */
  readonly quietFor: number
  /** Heads of those of them who said "I'm done". */
  readonly done: number
}

const WRITING_MS = 45_000
/** A team that talks writes nothing for a while; after four minutes a coach may want to look in. */
const STUCK_MS = 4 * 60_000

export function roomLife({ members, here, editing, quietFor, done }: RoomSigns): RoomLife {
  if (members > 0 && done >= members) return 'done'
  if (here === 0) return 'empty'
  if (editing || quietFor < WRITING_MS) return 'writing'
  return quietFor >= STUCK_MS ? 'stuck' : 'idle'
}
