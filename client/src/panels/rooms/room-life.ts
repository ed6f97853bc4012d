/** What a room looks like from outside, as far as it can be told without listening in. */
export const ROOM_LIVES = ['calling', 'stuck', 'empty', 'idle', 'writing', 'done'] as const
export type RoomLife = (typeof ROOM_LIVES)[number]

export interface RoomSigns {
  /** The PLC asked for the coach. */
  readonly calling: boolean
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

export function roomLife({ calling, members, here, editing, quietFor, done }: RoomSigns): RoomLife {
  if (calling) return 'calling'
  if (members > 0 && done >= members) return 'done'
  if (here === 0) return 'empty'
  if (editing || quietFor < WRITING_MS) return 'writing'
  return quietFor >= STUCK_MS ? 'stuck' : 'idle'
}

/** A room as the order of help sees it. */
export interface RoomNeed {
  readonly life: RoomLife
  /** How many in it have been quiet for long. */
  readonly quiet: number
}

/** Who may need the coach first; among equals, the room with more quiet people, then as they stand. */
export const byNeed = (a: RoomNeed, b: RoomNeed): number =>
  ROOM_LIVES.indexOf(a.life) - ROOM_LIVES.indexOf(b.life) || b.quiet - a.quiet
