/** What a speaker makes out of the server's messages. */
export interface Ears {
  /** The whole document arrived. */
  onSynced(): void
  /** An edit of the story, by its number. */
  onEdit(number: number): void
  /** Positions of others, in one message of `wireBytes`. */
  onCursors(count: number, wireBytes: number): void
  /** Everything this client sent up to its edit `number` is acknowledged. */
  onAcknowledged(number: number): void
  /** The protocol wants an answer at once. */
  reply(message: Message): void
}

export type Message = Uint8Array | string

/** One client's side of a protocol, without a socket. */
export interface Speaker {
  /** Said as soon as the line is open. */
  hello(): readonly Message[]
  /** Makes the story's board in an empty room. */
  seed(): readonly Message[]
  /** Asks something that is answered once all of the above is taken in; `onSynced` hears the answer. */
  ask(): Message
  /** The story's edit `number`, and the request for an acknowledgement where the protocol has one. */
  edit(number: number): readonly Message[]
  cursor(x: number, y: number): Message
  /** What an idle client says now and then. */
  keepAlive(): readonly Message[]
  read(payload: Buffer, wireBytes: number, ears: Ears): void
  /** What this client's copy of the document holds, for comparison; null unless it keeps one. */
  copy(): string | null
}

/** Who speaks. */
export interface SpeakerOptions {
  /** Counted from 0 within the room. */
  readonly person: number
  /** Keeps a whole document, as a real client does, to see whether all end with the same. */
  readonly keepsCopy: boolean
  /** The room holds the story's board: only who has that is synced. Some servers answer before they have loaded anything. */
  readonly expectsBoard: boolean
}

const MARK = Buffer.from('q~')
const DIGITS = 7

/** How edit `number` is recognised in whatever bytes it travels. */
export const markOf = (number: number): string => `q~${String(number).padStart(DIGITS, '0')}`

/** Calls `found` with every edit number in `bytes`. */
export function findMarks(bytes: Buffer, found: (number: number) => void): void {
  let at = bytes.indexOf(MARK)
  while (at >= 0) {
    found(Number(bytes.toString('latin1', at + MARK.length, at + MARK.length + DIGITS)))
    at = bytes.indexOf(MARK, at + MARK.length)
  }
}
