import type { Contender, Room, Running } from '../contenders/contender.ts'
import { Crowd, pause, seedRoom } from '../crowd.ts'
import { editsIn, LoadRun, type Load } from '../load.ts'
import { percentile } from '../statistics.ts'
import { storyOf, type Story } from '../story.ts'
import { SERVERS } from './room.ts'
import { waitRow, withServer, type Conditions, type Figures, type Scenario } from './scenario.ts'

const ROOMS = 500
const PEOPLE = 3
const FILLED_AT_ONCE = 10
/** Over all rooms, in a second. */
const EDITS = 350

const loadFor = ({ quick }: Conditions): Load =>
  quick
    ? { edits: EDITS, cursors: 0, warmUpMs: 1_000, measureMs: 3_000 }
    : { edits: EDITS, cursors: 0, warmUpMs: 2_000, measureMs: 6_000 }

const storyFor = (load: Load): Story =>
  storyOf({ notes: 30, textLength: 60, edits: Math.ceil(editsIn(load) / ROOMS) + 1, writers: PEOPLE })

/** So many seeded rooms, each with its people in it. */
async function fillRooms(running: Running, rooms: number, people: number, story: Story): Promise<readonly Crowd[]> {
  const crowds: Crowd[] = []
  const fillOne = async (): Promise<void> => {
    const room = await running.room(people)
    await seedRoom(running, room, story)
    const crowd = new Crowd(running, room, story)
    crowd.enter(people)
    await crowd.synced()
    crowds.push(crowd)
  }
  while (crowds.length < rooms) {
    await Promise.all(Array.from({ length: Math.min(FILLED_AT_ONCE, rooms - crowds.length) }, fillOne))
  }
  return crowds
}

export const manyRooms: Scenario = {
  id: 'many',
  rows: [
    { id: 'many-p99', title: '500 rooms of 3, 350 edits/s: edit p99, ms', target: 5, aim: '<= 5', better: 'lower' },
    { id: 'many-cpu', title: '... server CPU, % of a core', target: 40, aim: '< 40', better: 'lower' },
    waitRow('many-wait'),
  ],
  contenders: SERVERS,
  measure: (contender, conditions) =>
    withServer(contender, conditions.folder, async (running) => {
      const load = loadFor(conditions)
      const crowds = await fillRooms(running, ROOMS, PEOPLE, storyFor(load))
      const result = await new LoadRun(crowds, load, running.process).run()
      for (const crowd of crowds) crowd.leave()
      if (result.missing > 0) throw new Error(`${result.missing} deliveries missing`)
      return { 'many-p99': result.latencyP99, 'many-cpu': result.cpu * 100, 'many-wait': result.serverWait * 100 }
    }),
}

const RECONNECTING = 500
const AT_ONE_BOARD = 125
const SHORTEST_WAIT_MS = 100
const LONGEST_WAIT_MS = 2_500

export const afterPowerCut: Scenario = {
  id: 'restart',
  once: true,
  rows: [
    {
      id: 'restart',
      title: '500 connections after a power cut: all synced, ms after it listens again',
      target: 10_000,
      aim: '<= 10,000',
      better: 'lower',
    },
    { id: 'restart-p99', title: '... one client from its own try, p99, ms', target: null, aim: '', better: 'lower' },
  ],
  contenders: SERVERS,
  async measure(contender, { folder }): Promise<Figures> {
    const story = storyOf({ notes: 450, textLength: 60, edits: 0, writers: 1 })
    const before = await contender.start(folder)
    const rooms: Room[] = []
    for (let count = 0; count < RECONNECTING / AT_ONE_BOARD; count++) {
      const room = await before.room(AT_ONE_BOARD)
      await seedRoom(before, room, story)
      rooms.push(room)
    }
    await pause(3_000)
    await before.process.kill()
    return comeBack(contender, folder, before.port, rooms, story)
  },
}

/** Everyone tries again within a stock client's longest wait after the server is back, spread evenly. */
async function comeBack(
  contender: Contender,
  folder: string,
  port: number,
  rooms: readonly Room[],
  story: Story,
): Promise<Figures> {
  const running = await contender.start(folder, port)
  const back = performance.now()
  const crowds = rooms.map((room) => new Crowd(running, room, story))
  const each = (LONGEST_WAIT_MS - SHORTEST_WAIT_MS) / RECONNECTING
  for (let count = 0; count < RECONNECTING; count++) {
    while (performance.now() < back + SHORTEST_WAIT_MS + count * each) await pause(2)
    crowds[count % crowds.length]?.enter(1)
  }
  await Promise.all(crowds.map((crowd) => crowd.synced()))
  const waits = crowds.flatMap(({ guests }) => guests.map(({ startedAt, syncedAt }) => (syncedAt ?? 0) - startedAt))
  const last = Math.max(...crowds.flatMap(({ guests }) => guests.map(({ syncedAt }) => syncedAt ?? 0)))
  for (const crowd of crowds) crowd.leave()
  await running.process.kill()
  return { restart: last - back, 'restart-p99': percentile(waits, 0.99) }
}
