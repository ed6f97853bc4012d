import { decoding, encoding } from 'lib0'
import type { Story } from '../story.ts'
import type { Ears, Message, SpeakerOptions } from './speaker.ts'
import { YjsSpeaker, type Envelope } from './yjs.ts'

const AUTH = 2
const SYNC_STATUS = 8

/** Every message of Hocuspocus starts with the name of its document. */
function envelopeOf(name: string): Envelope {
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, name))
  return { wrap: (message) => Buffer.concat([prefix, message]), start: prefix.length }
}

/** Hocuspocus: y-websocket's messages in an envelope, a token first, and a status after each update it has taken in. */
export class HocuspocusSpeaker extends YjsSpeaker {
  readonly #envelope: Envelope
  /** Edits that wait for their status, oldest first. */
  readonly #waiting: number[] = []

  constructor(story: Story, options: SpeakerOptions, name: string) {
    const envelope = envelopeOf(name)
    super(story, options, envelope, false)
    this.#envelope = envelope
  }

  override hello(): readonly Message[] {
    const token = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, AUTH)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'token')
    })
    return [this.#envelope.wrap(token), ...super.hello()]
  }

  override edit(number: number): readonly Message[] {
    this.#waiting.push(number)
    return super.edit(number)
  }

  protected override readOther(payload: Buffer, ears: Ears): void {
    const decoder = decoding.createDecoder(payload.subarray(this.#envelope.start))
    if (decoding.readVarUint(decoder) !== SYNC_STATUS) return
    const number = this.#waiting.shift()
    if (number !== undefined) ears.onAcknowledged(number)
  }
}
