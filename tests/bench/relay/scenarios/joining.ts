import type { Contender, Room, Running } from '../contenders/contender.ts'
import { Crowd, pause, seedRoom } from '../crowd.ts'
import { median, percentile } from '../statistics.ts'
import { storyOf, type Story } from '../story.ts'
import { SERVERS } from './room.ts'
import { withServer, type Conditions, type Figures, type Scenario } from './scenario.ts'

const PEOPLE = 150
/** About 4 MB as a Yjs state; as tldraw's JSON the same notes are larger. */
const LARGE: Story = storyOf({ notes: 8_000, textLength: 330, edits: 0, writers: 1 })
const MEBI = 1024 * 1024

/** Connects so many people at once and answers how long each waited for the document, milliseconds. */
async function joinAtOnce(running: Running, room: Room, story: Story, people: number): Promise<readonly number[]> {
  const crowd = new Crowd(running, room, story)
  crowd.enter(people)
  try {
    await crowd.synced()
    return crowd.guests.map(({ startedAt, syncedAt }) => (syncedAt ?? Number.POSITIVE_INFINITY) - startedAt)
  } finally {
    crowd.leave()
  }
}

export const joinStorm: Scenario = {
  id: 'join',
  once: true,
  rows: [
    { id: 'join-p99', title: '150 join a 4 MB board at once: p99, ms', target: 1_500, aim: '<= 1,500', better: 'lower' },
    { id: 'join-cpu', title: '... server CPU, ms', target: 1_500, aim: '<= 1,500', better: 'lower' },
    { id: 'join-memory', title: '... peak memory above before, MB', target: 100, aim: '<= 100', better: 'lower' },
  ],
  contenders: SERVERS,
  measure: (contender, { folder }) =>
    withServer(contender, folder, async (running) => {
      const room = await running.room(PEOPLE)
      await seedRoom(running, room, LARGE)
      await joinAtOnce(running, room, LARGE, 2)
      await pause(3_000)
      const { process } = running
      process.peakMemory()
      const [memory, cpu] = [process.memory(), process.cpuMs()]
      const waits = await joinAtOnce(running, room, LARGE, PEOPLE)
      return {
        'join-p99': percentile(waits, 0.99),
        'join-cpu': process.cpuMs() - cpu,
        'join-memory': (process.peakMemory() - memory) / MEBI,
      }
    }),
}

const BOARD: Story = storyOf({ notes: 2_000, textLength: 120, edits: 0, writers: 1 })
const SMALL: Story = storyOf({ notes: 10, textLength: 60, edits: 0, writers: 1 })

/** Fills rooms, stops the server as an operator would, and starts it again. The task finds nothing in memory. */
export async function afterRestart(
  contender: Contender,
  folder: string,
  stories: readonly Story[],
  task: (running: Running, rooms: readonly Room[]) => Promise<Figures>,
): Promise<Figures> {
  const before = await contender.start(folder)
  const rooms: Room[] = []
  for (const story of stories) {
    const room = await before.room(3)
    await seedRoom(before, room, story)
    rooms.push(room)
  }
  // Hocuspocus stores two seconds after the last change.
  await pause(3_000)
  await before.process.stop()
  const running = await contender.start(folder, before.port)
  try {
    return await task(running, rooms)
  } finally {
    await running.process.kill()
  }
}

export const coldOpen: Scenario = {
  id: 'cold',
  once: true,
  rows: [
    { id: 'cold-cpu', title: 'cold open of a 2,000-note board: server time, ms', target: 60, aim: '<= 60', better: 'lower' },
    { id: 'cold-wall', title: '... until one client has it, ms', target: null, aim: '', better: 'lower' },
  ],
  contenders: SERVERS,
  measure: (contender, { folder }: Conditions) =>
    afterRestart(contender, folder, [SMALL, BOARD, BOARD, BOARD, BOARD, BOARD], async (running, rooms) => {
      const [warm, ...cold] = rooms
      if (warm) await joinAtOnce(running, warm, SMALL, 3)
      const cpu: number[] = []
      const wall: number[] = []
      for (const room of cold) {
        const before = running.process.cpuMs()
        wall.push(...(await joinAtOnce(running, room, BOARD, 1)))
        cpu.push(running.process.cpuMs() - before)
      }
      return { 'cold-cpu': median(cpu), 'cold-wall': median(wall) }
    }),
}
