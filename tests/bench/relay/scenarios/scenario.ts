import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contender, Running } from '../contenders/contender.ts'
import { Crowd, seedRoom } from '../crowd.ts'
import { editsIn, LoadRun, type Load, type LoadResult } from '../load.ts'
import { storyOf, type Story } from '../story.ts'

/** One line of the table. */
export interface Row {
  readonly id: string
  readonly title: string
  /** What we aim for in our own column, in the row's unit; null where the target is a relation or there is none. */
  readonly target: number | null
  /** What the target means, as it is printed. */
  readonly aim: string
  readonly better: 'lower' | 'higher'
}

/** Says how quiet the machine was while the rows above it were measured. */
export const waitRow = (id: `${string}-wait`): Row => ({
  id,
  title: '... the server waited for its core, % of the time',
  target: null,
  aim: '',
  better: 'lower',
})

/** Figures by row. A row that a protocol cannot have is left out. */
export type Figures = Readonly<Record<string, number>>

export interface Conditions {
  /** Empty; whatever the server stores goes here. */
  readonly folder: string
  /** Shorter phases: to see that it works, not to know how fast. */
  readonly quick: boolean
}

export interface Scenario {
  readonly id: string
  readonly rows: readonly Row[]
  readonly contenders: readonly Contender[]
  /** Measured once however many runs there are, because it repeats itself inside. */
  readonly once?: boolean
  /** Longest time one measurement may take, where it is not the usual. */
  readonly limitMs?: number
  /** Throws when the run is void. */
  measure(contender: Contender, conditions: Conditions): Promise<Figures>
}

/** Runs `task` with a running server over an empty folder, and clears up behind both. */
export async function withServer<T>(contender: Contender, folder: string, task: (running: Running) => Promise<T>): Promise<T> {
  const running = await contender.start(folder)
  try {
    return await task(running)
  } finally {
    await running.process.kill()
  }
}

export async function withFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-bench-'))
  try {
    return await task(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

export interface RoomLoad extends Load {
  readonly people: number
}

/** The board that people work on while edits and cursors are measured: three notes each, up to 150 people. */
const NOTES = 450
const TEXT = 60
const WRITERS = 150

const workStory = (load: RoomLoad): Story =>
  storyOf({ notes: NOTES, textLength: TEXT, edits: editsIn(load), writers: Math.min(load.people, WRITERS) })

/** Fills a new room with people and measures it under a load. Throws when the people end with different boards. */
export async function measureRoom(running: Running, load: RoomLoad): Promise<LoadResult> {
  const room = await running.room(load.people)
  const story = workStory(load)
  await seedRoom(running, room, story)
  const crowd = new Crowd(running, room, story)
  try {
    crowd.enter(load.people, true)
    await crowd.synced()
    const result = await new LoadRun([crowd], load, running.process).run()
    if (result.missing === 0 && !result.agrees) throw new Error('void: three clients hold different documents')
    return result
  } finally {
    crowd.leave()
  }
}
