import type { MeasuredProcess } from '../measured-process.ts'
import type { Speaker, SpeakerOptions } from '../speakers/speaker.ts'
import type { Story } from '../story.ts'

/** A room in a running server. */
export interface Room {
  /** The path that a person connects to; persons are counted from 0, and the first one may always write. */
  path(person: number): string
  speaker(story: Story, options: SpeakerOptions): Speaker
  /** What the store holds of this room, bytes. The server has been stopped before. */
  storedBytes(): number
}

export interface Running {
  readonly port: number
  readonly process: MeasuredProcess
  /** Makes an empty room with a place for `people`. */
  room(people: number): Promise<Room>
}

/** A server to measure. */
export interface Contender {
  readonly id: ContenderId
  /** Heading of its column. */
  readonly title: string
  /** Its members can be told what is saved, or at least taken in. */
  readonly acknowledges: boolean
  /** Starts it over what it stored in `folder` before, on the same `port` when one is given. */
  start(folder: string, port?: number): Promise<Running>
}

export type ContenderId = 'ours' | 'ours-stock' | 'y-websocket' | 'hocuspocus' | 'tldraw'
