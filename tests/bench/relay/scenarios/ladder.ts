import type { Contender, ContenderId } from '../contenders/contender.ts'
import { oursToStockClients, oursUnlimited } from '../contenders/ours.ts'
import { hocuspocus, tldrawSync, yWebsocket } from '../contenders/peers.ts'
import { quietMoment } from '../machine.ts'
import type { LoadResult } from '../load.ts'
import { measureRoom, withServer, type Conditions, type Figures, type Scenario } from './scenario.ts'

const STEPS = [25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200]
/** Where to begin: below, everyone holds. The shipped server takes 200 into a document. */
const FIRST: Readonly<Record<ContenderId, number>> = {
  ours: 300,
  'ours-stock': 150,
  'y-websocket': 50,
  hocuspocus: 150,
  tldraw: 50,
}
const MOST_MS = 100
/** Whoever leaves out more positions than this does not carry the room. */
const LEAST_CURSORS = 0.85

const carries = (result: LoadResult): boolean =>
  result.latencyP99 <= MOST_MS && result.missing === 0 && result.gone === 0 && result.cursorShare >= LEAST_CURSORS

/** Up from the first step while it holds, or down while it does not. */
async function climb(first: number, holds: (people: number) => Promise<boolean>): Promise<number> {
  let index = STEPS.indexOf(first)
  const start = await holds(first)
  while (STEPS[index + (start ? 1 : -1)] !== undefined) {
    const next = STEPS[index + (start ? 1 : -1)] ?? 0
    const held = await holds(next)
    if (start && !held) return STEPS[index] ?? 0
    index += start ? 1 : -1
    if (!start && held) return next
  }
  return start ? (STEPS[index] ?? 0) : 0
}

export const largestRoom: Scenario = {
  id: 'ladder',
  once: true,
  rows: [
    {
      id: 'ladder',
      title: 'largest room, cursors at 10 Hz, edit p99 <= 100 ms: people (limit of members lifted)',
      target: 1000,
      aim: '>= 1,000',
      better: 'higher',
    },
  ],
  contenders: [oursUnlimited, oursToStockClients, yWebsocket, hocuspocus, tldrawSync],
  async measure(contender, conditions): Promise<Figures> {
    return { ladder: await climb(FIRST[contender.id], (people) => holdsIn(contender, conditions, people)) }
  },
}

/** A step that fails is tried again: one hiccup of the machine is no limit of the server. */
const TRIES = 2
/** A step in which others took the cores says nothing, so often it is repeated. */
const DISTURBED_TRIES = 6
const DISTURBED = 0.1

async function holdsIn(contender: Contender, { folder, quick }: Conditions, people: number): Promise<boolean> {
  const load = { people, edits: 20, cursors: 10, warmUpMs: quick ? 1_000 : 2_000, measureMs: quick ? 2_000 : 4_000 }
  let failures = 0
  for (let tries = 0; tries < DISTURBED_TRIES && failures < (quick ? 1 : TRIES); tries++) {
    await quietMoment()
    const name = `${folder}/${contender.id}-${people}-${tries}`
    const result = await withServer(contender, name, (running) => measureRoom(running, load)).catch(() => null)
    if (result !== null && carries(result)) return true
    if (result === null || Math.max(result.serverWait, result.generatorWait) < DISTURBED) failures++
  }
  return false
}
