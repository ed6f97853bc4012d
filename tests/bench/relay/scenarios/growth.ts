import { Crowd, pause, seedRoom } from '../crowd.ts'
import { SERVERS } from './room.ts'
import { storyOf, type Story } from '../story.ts'
import type { Contender, Room, Running } from '../contenders/contender.ts'
import { withFolder, type Scenario } from './scenario.ts'

const NOTES = 500
const PEOPLE = 20
const DRAGS = 1_000

const story = storyOf({ notes: NOTES, textLength: 60, edits: DRAGS, writers: PEOPLE })

/** What is on disk of a board after its last change, the server stopped. */
async function storedAfter(contender: Contender, work: (running: Running, room: Room) => Promise<void>): Promise<number> {
  return withFolder(async (folder) => {
    const running = await contender.start(folder)
    const room = await running.room(PEOPLE)
    await seedRoom(running, room, story)
    await work(running, room)
    await pause(3_000)
    await running.process.stop()
    return room.storedBytes()
  })
}

/** Every drag ends with one new place, as the client writes it on drop. */
async function dragAll(running: Running, room: Room, { edits, writers }: Story): Promise<void> {
  const crowd = new Crowd(running, room, story)
  crowd.enter(PEOPLE)
  await crowd.synced()
  let heard = 0
  crowd.listener = { onEdit: (person) => void (person === 0 && heard++) }
  for (let number = 0; number < edits; number++) {
    const writer = number % writers
    crowd.send(writer, crowd.guests[writer]?.speaker.edit(number) ?? [])
    if (number % writers === writers - 1) await pause(10)
  }
  const end = performance.now() + 10_000
  // The first person does not always hear its own.
  while (heard < edits - edits / writers && performance.now() < end) await pause(20)
  crowd.leave()
}

export const growth: Scenario = {
  id: 'growth',
  once: true,
  rows: [{ id: 'growth', title: 'growth on disk per dragged note, bytes', target: 45, aim: '<= 45', better: 'lower' }],
  contenders: SERVERS,
  async measure(contender) {
    const before = await storedAfter(contender, async () => {})
    const after = await storedAfter(contender, (running, room) => dragAll(running, room, story))
    return { growth: (after - before) / DRAGS }
  },
}
