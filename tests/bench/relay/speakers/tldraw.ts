import { noteMovedBy, noteOf, pointOf, textOf, type Story } from '../story.ts'
import { findMarks, markOf, type Ears, type Message, type Speaker, type SpeakerOptions } from './speaker.ts'

/** What the peer's server prints when it starts. */
export interface TldrawGreeting {
  readonly schema: unknown
  readonly templates: { readonly note: Note; readonly presence: Readonly<Record<string, unknown>> }
}

type Note = Readonly<Record<string, unknown>> & { readonly props: Readonly<Record<string, unknown>> }
type Diff = Readonly<Record<string, readonly unknown[]>>
type ObjectDiff = Readonly<Record<string, readonly [op: string, value: unknown]>>
interface ServerMessage {
  readonly diff?: Diff
  readonly data?: readonly ServerMessage[]
}

const PROTOCOL_VERSION = 8
const CONNECTED = '"type":"connect"'
const PRESENCE_ID = '"instance_presence:'
const PUSH_RESULT = /"type":"push_result","clientClock":(\d+)/g
const NOTES_PER_PUSH = 100

/** tldraw's sync protocol, version 8: JSON, edits and presence as pushes of record diffs. */
export class TldrawSpeaker implements Speaker {
  readonly #story: Story
  readonly #options: SpeakerOptions
  readonly #greeting: TldrawGreeting
  /** Which edit was pushed at which clock. */
  readonly #pushed = new Map<number, number>()
  readonly #records: Map<string, Record<string, unknown>> | null
  #clock = 0
  #isPresent = false
  #asked: number | null = null

  constructor(story: Story, options: SpeakerOptions, greeting: TldrawGreeting) {
    this.#story = story
    this.#options = options
    this.#greeting = greeting
    this.#records = options.keepsCopy ? new Map() : null
  }

  hello(): readonly Message[] {
    const { schema } = this.#greeting
    const connectRequestId = `r${this.#options.person}`
    return [JSON.stringify({ type: 'connect', connectRequestId, lastServerClock: -1, protocolVersion: PROTOCOL_VERSION, schema })]
  }

  seed(): readonly Message[] {
    const pushes: Message[] = []
    for (let from = 0; from < this.#story.notes; from += NOTES_PER_PUSH) {
      const diff: Record<string, readonly unknown[]> = {}
      for (let note = from; note < Math.min(this.#story.notes, from + NOTES_PER_PUSH); note++) {
        diff[`shape:${noteOf(note)}`] = ['put', this.#note(note)]
      }
      pushes.push(this.#push({ diff }))
    }
    return pushes
  }

  ask(): Message {
    const [x, y] = pointOf(this.#story.notes)
    const push = this.#push({ diff: { 'shape:n0': ['patch', { x: ['put', x], y: ['put', y] }] } })
    this.#asked = this.#clock
    return push
  }

  edit(number: number): readonly Message[] {
    const [x, y] = pointOf(number)
    const change: ObjectDiff = { x: ['put', x], y: ['put', y], meta: ['put', { q: markOf(number) }] }
    const id = `shape:${noteOf(noteMovedBy(number, this.#story))}`
    // One's own copy has it at once; it does not come back.
    this.#apply(id, 'patch', change)
    const push = this.#push({ diff: { [id]: ['patch', change] } })
    this.#pushed.set(this.#clock, number)
    return [push]
  }

  cursor(x: number, y: number): Message {
    const cursor = { x, y, type: 'default', rotation: 0 }
    if (this.#isPresent) return this.#push({ presence: ['patch', { cursor: ['put', cursor] }] })
    this.#isPresent = true
    const { person } = this.#options
    const own = { id: `instance_presence:p${person}`, userId: `user:p${person}`, userName: `Person ${person}`, cursor }
    return this.#push({ presence: ['put', { ...this.#greeting.templates.presence, ...own }] })
  }

  keepAlive(): readonly Message[] {
    return [JSON.stringify({ type: 'ping' })]
  }

  read(payload: Buffer, wireBytes: number, ears: Ears): void {
    if (this.#records) this.#keep(JSON.parse(payload.toString()) as ServerMessage)
    if (payload.indexOf(CONNECTED) >= 0) return ears.onSynced()
    findMarks(payload, (number) => ears.onEdit(number))
    const cursors = countOf(payload, PRESENCE_ID)
    if (cursors > 0) ears.onCursors(cursors, wireBytes)
    if (payload.indexOf('push_result') >= 0) this.#readResults(payload.toString(), ears)
  }

  copy(): string | null {
    if (!this.#records) return null
    const shapes = [...this.#records].filter(([id]) => id.startsWith('shape:')).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return JSON.stringify(shapes.map(([id, { x, y, meta }]) => [id, x, y, meta]))
  }

  #readResults(text: string, ears: Ears): void {
    for (const [, clock = ''] of text.matchAll(PUSH_RESULT)) {
      const number = this.#pushed.get(Number(clock))
      if (number !== undefined) ears.onAcknowledged(number)
      if (Number(clock) === this.#asked) ears.onSynced()
    }
  }

  #note(note: number): object {
    const [x, y] = pointOf(note)
    const { note: template } = this.#greeting.templates
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: textOf(note, this.#story.textLength) }] }]
    return { ...template, id: `shape:${noteOf(note)}`, x, y, props: { ...template.props, richText: { type: 'doc', content } } }
  }

  #push(what: { readonly diff: Diff } | { readonly presence: readonly [string, unknown] }): string {
    return JSON.stringify({ type: 'push', clientClock: ++this.#clock, ...what })
  }

  #keep(message: ServerMessage): void {
    for (const part of message.data ?? [message]) {
      for (const [id, [op, value]] of Object.entries(part.diff ?? {})) this.#apply(id, op, value)
    }
  }

  #apply(id: string, op: unknown, value: unknown): void {
    if (op === 'put') this.#records?.set(id, { ...(value as object) })
    if (op === 'remove') this.#records?.delete(id)
    if (op !== 'patch') return
    const record = this.#records?.get(id)
    if (record) patch(record, value as ObjectDiff)
  }
}

/** Values replaced or patched in place; the benchmark makes no other changes. */
function patch(record: Record<string, unknown>, diff: ObjectDiff): void {
  for (const [key, [op, value]] of Object.entries(diff)) {
    if (op === 'patch') patch(record[key] as Record<string, unknown>, value as ObjectDiff)
    else record[key] = value
  }
}

function countOf(payload: Buffer, text: string): number {
  let count = 0
  for (let at = payload.indexOf(text); at >= 0; at = payload.indexOf(text, at + text.length)) count++
  return count
}
