import { writeAwareness, writePresence, writeSaved, writeSyncStep1, writeUpdate } from '@groundswell/shared/wire'
import { decoding } from 'lib0'
import * as Y from 'yjs'
import { contentOf, type Story } from '../story.ts'
import { findMarks, type Ears, type Message, type Speaker, type SpeakerOptions } from './speaker.ts'

/** How a y-websocket message is wrapped. */
export interface Envelope {
  wrap(message: Uint8Array): Uint8Array
  /** Where in the payload the message starts. */
  readonly start: number
}

export const NO_ENVELOPE: Envelope = { wrap: (message) => message, start: 0 }

const SYNC = 0
const AWARENESS = 1
const STEP_1 = 0
const STEP_2 = 1
const SAVED = 102
const PRESENCE = 104
const NOTHING_TO_ADD = Uint8Array.of(SYNC, STEP_2, 2, 0, 0)
const EMPTY_VECTOR = Uint8Array.of(0)

/** A state is a little smaller than the updates that made it. */
const LEAST_SHARE = 0.8

const sizeOf = ({ board }: Story): number => board.reduce((sum, { length }) => sum + length, 0)

/** Speaks y-websocket's protocol; with `extensions` the relay's own too: compact cursors, acknowledgements. */
export class YjsSpeaker implements Speaker {
  readonly #story: Story
  readonly #person: number
  readonly #envelope: Envelope
  readonly #extensions: boolean
  readonly #doc: Y.Doc | null
  /** Bytes of the document still to come before this client is synced. */
  #owed: number
  #clock = 0

  constructor(story: Story, options: SpeakerOptions, envelope: Envelope, extensions: boolean) {
    this.#story = story
    this.#person = options.person
    this.#envelope = envelope
    this.#extensions = extensions
    this.#doc = options.keepsCopy ? new Y.Doc() : null
    this.#owed = options.expectsBoard ? sizeOf(story) * LEAST_SHARE : 0
  }

  hello(): readonly Message[] {
    const here = this.#awareness({ cursor: null })
    return [this.ask(), here]
  }

  seed(): readonly Message[] {
    return this.#story.board.map((update) => this.#envelope.wrap(writeUpdate(update)))
  }

  ask(): Message {
    return this.#envelope.wrap(writeSyncStep1(EMPTY_VECTOR))
  }

  edit(number: number): readonly Message[] {
    const change = this.#story.updates[number]
    if (change === undefined) throw new Error('the story is too short')
    // One's own copy has it at once; not every server sends it back.
    if (this.#doc) Y.applyUpdate(this.#doc, change)
    const update = this.#envelope.wrap(writeUpdate(change))
    return this.#extensions ? [update, writeSaved(number)] : [update]
  }

  cursor(x: number, y: number): Message {
    return this.#extensions ? writePresence({ cursor: { x, y }, drags: [] }) : this.#awareness({ cursor: { x, y } })
  }

  keepAlive(): readonly Message[] {
    return [this.#awareness({ cursor: null })]
  }

  read(payload: Buffer, wireBytes: number, ears: Ears): void {
    const at = this.#envelope.start
    switch (payload[at]) {
      case SYNC:
        return this.#readSync(payload, at + 1, wireBytes, ears)
      case AWARENESS:
        return ears.onCursors(countAwareness(payload, at + 1, this.#id), wireBytes)
      case SAVED:
        return ears.onAcknowledged(decoding.readVarUint(decoding.createDecoder(payload.subarray(at + 1))))
      case PRESENCE:
        // The batch holds one's own place too, which nobody counts as delivered.
        return ears.onCursors(Math.max(0, countBatch(payload, at + 1) - 1), wireBytes)
      default:
        return this.readOther(payload, ears)
    }
  }

  /** Messages of protocols that have more. */
  protected readOther(_payload: Buffer, _ears: Ears): void {}

  copy(): string | null {
    return this.#doc && contentOf(this.#doc)
  }

  get #id(): number {
    return this.#person + 1
  }

  #awareness(state: object): Uint8Array {
    return this.#envelope.wrap(writeAwareness([{ client: this.#id, clock: ++this.#clock, state: JSON.stringify(state) }]))
  }

  #readSync(payload: Buffer, at: number, wireBytes: number, ears: Ears): void {
    const type = payload[at]
    if (type === STEP_1) return ears.reply(this.#envelope.wrap(NOTHING_TO_ADD))
    if (this.#doc) {
      const decoder = decoding.createDecoder(payload.subarray(at + 1))
      Y.applyUpdate(this.#doc, decoding.readVarUint8Array(decoder))
    }
    const wasOwed = this.#owed > 0
    this.#owed -= wireBytes
    if (this.#owed <= 0 && (type === STEP_2 || wasOwed)) ears.onSynced()
    if (type !== STEP_2) findMarks(payload.subarray(at), (number) => ears.onEdit(number))
  }
}

/** Entries of others in an awareness message. */
function countAwareness(payload: Buffer, at: number, own: number): number {
  const decoder = decoding.createDecoder(payload.subarray(at))
  decoding.readVarUint(decoder)
  const count = decoding.readVarUint(decoder)
  if (count !== 1) return Math.max(0, count - 1)
  return decoding.readVarUint(decoder) === own ? 0 : 1
}

const countBatch = (payload: Buffer, at: number): number => decoding.readVarUint(decoding.createDecoder(payload.subarray(at)))
