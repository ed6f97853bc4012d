import type { Room, Running } from '../contenders/contender.ts'
import { Crowd, pause } from '../crowd.ts'
import { storyOf, type Story } from '../story.ts'
import { afterRestart } from './joining.ts'
import { SERVERS } from './room.ts'
import { withServer, type Scenario } from './scenario.ts'

const CONNECTIONS = 1_000
const PER_ROOM = 50
const SETTLE_MS = 1_500
const KIBI = 1024

const EMPTY = storyOf({ notes: 1, textLength: 10, edits: 0, writers: 1 })

async function enterRooms(
  running: Running,
  rooms: readonly Room[],
  perRoom: number,
  story: Story | null,
): Promise<readonly Crowd[]> {
  const crowds: Crowd[] = []
  for (const room of rooms) {
    const crowd = new Crowd(running, room, story ?? EMPTY, story !== null)
    crowd.enter(perRoom)
    await crowd.synced()
    crowds.push(crowd)
  }
  await pause(SETTLE_MS)
  return crowds
}

export const idleConnections: Scenario = {
  id: 'idle',
  once: true,
  rows: [{ id: 'idle', title: 'memory per idle connection, KB', target: 15, aim: '<= 15', better: 'lower' }],
  contenders: SERVERS,
  measure: (contender, { folder }) =>
    withServer(contender, folder, async (running) => {
      const rooms: Room[] = []
      for (let count = 0; count < CONNECTIONS / PER_ROOM + 4; count++) rooms.push(await running.room(2))
      // The first rooms pay for what is loaded and compiled once.
      const first = await enterRooms(running, rooms.slice(0, 4), PER_ROOM, null)
      const before = running.process.memory()
      const idle = await enterRooms(running, rooms.slice(4), PER_ROOM, null)
      const memory = running.process.memory() - before
      for (const crowd of [...first, ...idle]) crowd.leave()
      return { idle: memory / CONNECTIONS / KIBI }
    }),
}

const MEGABYTE = storyOf({ notes: 2_000, textLength: 330, edits: 0, writers: 1 })
const ROOMS = 20

export const roomMemory: Scenario = {
  id: 'rooms',
  once: true,
  rows: [{ id: 'room-memory', title: 'memory per open room of 1 MB, MB', target: 14, aim: '<= 14', better: 'lower' }],
  contenders: SERVERS,
  measure: (contender, { folder }) =>
    afterRestart(contender, folder, [...Array.from({ length: ROOMS }, () => MEGABYTE), EMPTY], async (running, rooms) => {
      const [first, opened] = [rooms.slice(ROOMS), rooms.slice(0, ROOMS)]
      const warm = await enterRooms(running, first, 1, EMPTY)
      const before = running.process.memory()
      const crowds = await enterRooms(running, opened, 1, MEGABYTE)
      const memory = running.process.memory() - before
      for (const crowd of [...warm, ...crowds]) crowd.leave()
      return { 'room-memory': memory / ROOMS / KIBI / KIBI }
    }),
}
