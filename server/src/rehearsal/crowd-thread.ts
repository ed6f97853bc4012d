import type { RehearsalPace } from '@groundswell/shared'
import { parentPort, workerData } from 'node:worker_threads'
import { castOf } from './cast.ts'
import { enter, type CrowdOrders } from './door.ts'
import { createPace } from './pace.ts'
import { live } from './person.ts'
import { createChance } from './random.ts'
import { phrasesIn } from './words/phrases.ts'

/** What the server tells the thread while it runs. */
export interface CrowdSteering {
  readonly state: 'running' | 'paused'
  readonly pace: RehearsalPace
}

/** People do not come through the door in one moment, milliseconds at the pace of a room. */
const BETWEEN_ARRIVALS = 350

// The thread behind a rehearsal: it has nothing of the server's but its address.
const orders: CrowdOrders = workerData
const phrases = phrasesIn(orders.language)
const pace = createPace()
parentPort?.on('message', ({ state, pace: speed }: CrowdSteering) => pace.set(state, speed))

const arrive = async (): Promise<void> => {
  for (const [place, character] of castOf(orders.people, phrases, orders.seed).entries()) {
    const door = await enter(orders, character)
    if (door !== null) {
      const mind = { character, place, people: orders.people, phrases, chance: createChance(orders.seed + place + 1) }
      void live(mind, door, pace, () => false)
    }
    await pace.wait(BETWEEN_ARRIVALS)
  }
}
await arrive()
