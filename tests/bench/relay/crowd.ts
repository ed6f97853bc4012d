import type { Room, Running } from './contenders/contender.ts'
import { SocketLine } from './socket-line.ts'
import type { Ears, Message, Speaker } from './speakers/speaker.ts'
import type { Story } from './story.ts'

/** What a crowd reports while it listens. Times are those of `performance.now()`. */
export interface Listener {
  onEdit?(person: number, number: number, at: number): void
  onCursors?(person: number, count: number, wireBytes: number): void
  onAcknowledged?(person: number, number: number, at: number): void
}

export interface Guest {
  readonly speaker: Speaker
  readonly line: SocketLine
  readonly startedAt: number
  /** When the document had arrived; null until then. */
  syncedAt: number | null
  isGone: boolean
}

/** How many people keep a whole document and must agree at the end. */
const COPIES = 3

const SYNC_LIMIT_MS = 60_000

/** The people of one room, connected. */
export class Crowd {
  readonly guests: Guest[] = []
  readonly story: Story
  listener: Listener = {}
  readonly #running: Pick<Running, 'port'>
  readonly #room: Room

  readonly #expectsBoard: boolean

  constructor(running: Pick<Running, 'port'>, room: Room, story: Story, expectsBoard = true) {
    this.#expectsBoard = expectsBoard
    this.#running = running
    this.#room = room
    this.story = story
  }

  /** Connects so many people; those who come first keep copies if asked to. */
  enter(people: number, keepCopies = false): void {
    for (let index = 0; index < people; index++) this.#enterOne(keepCopies && this.guests.length < COPIES)
  }

  /** Resolves when everyone has the document. Rejects when someone was thrown out, or after a minute. */
  async synced(): Promise<void> {
    const end = performance.now() + SYNC_LIMIT_MS
    while (this.guests.some(({ syncedAt }) => syncedAt === null)) {
      if (this.guests.some(({ isGone }) => isGone)) throw new Error('a client was thrown out before it had the document')
      if (performance.now() > end) throw new Error('not everyone got the document')
      await pause(2)
    }
  }

  send(person: number, messages: readonly Message[]): void {
    const guest = this.guests[person]
    for (const message of messages) guest?.line.send(message)
  }

  keepAlive(): void {
    for (const { line, speaker } of this.guests) for (const message of speaker.keepAlive()) line.send(message)
  }

  /** The copies' contents; all equal when the crowd agrees. */
  copies(): readonly string[] {
    return this.guests.flatMap(({ speaker }) => speaker.copy() ?? [])
  }

  get gone(): number {
    return this.guests.filter(({ isGone }) => isGone).length
  }

  leave(): void {
    for (const { line } of this.guests) line.end()
  }

  #enterOne(keepsCopy: boolean): void {
    const person = this.guests.length
    const speaker = this.#room.speaker(this.story, { person, keepsCopy, expectsBoard: this.#expectsBoard })
    const target = { port: this.#running.port, path: this.#room.path(person), keepsAll: keepsCopy }
    const ears = this.#earsOf(person)
    const line = new SocketLine(target, {
      onOpen: () => this.send(person, speaker.hello()),
      onMessage: (payload, wireBytes) => speaker.read(payload, wireBytes, ears),
      onClose: () => this.#note(person, (guest) => (guest.isGone = true)),
    })
    this.guests.push({ speaker, line, startedAt: performance.now(), syncedAt: null, isGone: false })
  }

  #earsOf(person: number): Ears {
    return {
      onSynced: () => this.#note(person, (guest) => (guest.syncedAt = performance.now())),
      onEdit: (number) => this.listener.onEdit?.(person, number, performance.now()),
      onCursors: (count, wireBytes) => this.listener.onCursors?.(person, count, wireBytes),
      onAcknowledged: (number) => this.listener.onAcknowledged?.(person, number, performance.now()),
      reply: (message) => this.send(person, [message]),
    }
  }

  #note(person: number, change: (guest: Guest) => void): void {
    const guest = this.guests[person]
    if (guest) change(guest)
  }
}

/** Puts the story's board into an empty room. Resolves when the server has taken it in. */
export async function seedRoom(running: Pick<Running, 'port'>, room: Room, story: Story): Promise<void> {
  const crowd = new Crowd(running, room, story, false)
  crowd.enter(1)
  await crowd.synced()
  const [guest] = crowd.guests
  if (guest === undefined) return
  guest.syncedAt = null
  crowd.send(0, [...guest.speaker.seed(), guest.speaker.ask()])
  await crowd.synced()
  crowd.leave()
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))
