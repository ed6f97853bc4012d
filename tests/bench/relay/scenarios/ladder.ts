import type { Contender, ContenderId } from '../contenders/contender.ts'
import { oursToStockClients, oursUnlimited } from '../contenders/ours.ts'
import { hocuspocus, tldrawSync, yWebsocket } from '../contenders/peers.ts'
import { quietMoment } from '../machine.ts'
import type { LoadResult } from '../load.ts'
import { measureRoom, waitRow, withServer, type Conditions, type Figures, type Scenario } from './scenario.ts'

const STEPS = [25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1_000, 1_500, 2_000, 3_000]
/** Where to begin: about what each has been seen to hold. */
const FIRST: Readonly<Record<ContenderId, number>> = {
  ours: 1_000,
  'ours-stock': 200,
  'y-websocket': 75,
  hocuspocus: 200,
  tldraw: 75,
}
const MOST_MS = 100
/** Whoever leaves out more positions than this does not carry the room. */
const LEAST_CURSORS = 0.85

const carries = (result: LoadResult): boolean =>
  result.latencyP99 <= MOST_MS && result.missing === 0 && result.gone === 0 && result.cursorShare >= LEAST_CURSORS

interface Held {
  readonly people: number
  readonly result: LoadResult
}

type Try = (people: number) => Promise<LoadResult | null>

/** Up from the first step while it holds, or down until one does. Null when none did. */
async function climb(first: number, attempt: Try): Promise<Held | null> {
  const at = STEPS.indexOf(first)
  const start = await attempt(first)
  if (start === null) return firstHeld(STEPS.slice(0, at).toReversed(), attempt)
  let best: Held = { people: first, result: start }
  for (const people of STEPS.slice(at + 1)) {
    const result = await attempt(people)
    if (result === null) return best
    best = { people, result }
  }
  return best
}

async function firstHeld(steps: readonly number[], attempt: Try): Promise<Held | null> {
  for (const people of steps) {
    const result = await attempt(people)
    if (result !== null) return { people, result }
  }
  return null
}

const toFigures = (held: Held | null): Figures =>
  held === null
    ? { ladder: 0 }
    : {
        ladder: held.people,
        'ladder-p99': held.result.latencyP99,
        'ladder-cpu': held.result.cpu * 100,
        'ladder-load': held.result.generatorCpu * 100,
        'ladder-wait': held.result.serverWait * 100,
      }

export const largestRoom: Scenario = {
  id: 'ladder',
  once: true,
  limitMs: 400_000,
  rows: [
    {
      id: 'ladder',
      title: 'largest room, cursors at 10 Hz, edit p99 <= 100 ms: people (limit of members lifted)',
      target: 1000,
      aim: '>= 1,000',
      better: 'higher',
    },
    { id: 'ladder-p99', title: '... edit p99 at that size, ms', target: 100, aim: '<= 100', better: 'lower' },
    { id: 'ladder-cpu', title: '... server CPU, % of a core', target: null, aim: '', better: 'lower' },
    { id: 'ladder-load', title: '... load generator: CPU, % of its core', target: null, aim: '', better: 'lower' },
    waitRow('ladder-wait'),
  ],
  contenders: [oursUnlimited, oursToStockClients, yWebsocket, hocuspocus, tldrawSync],
  async measure(contender, conditions): Promise<Figures> {
    return toFigures(await climb(FIRST[contender.id], (people) => tryRoom(contender, conditions, people)))
  },
}

/** A step that fails is tried again: one hiccup of the machine is no limit of the server. */
const TRIES = 2
/** A step in which others took the cores says nothing, so often it is repeated. */
const DISTURBED_TRIES = 4
const DISTURBED = 0.1

async function tryRoom(contender: Contender, { folder, quick }: Conditions, people: number): Promise<LoadResult | null> {
  const load = { people, edits: 20, cursors: 10, warmUpMs: quick ? 1_000 : 2_000, measureMs: quick ? 2_000 : 4_000 }
  let failures = 0
  for (let tries = 0; tries < DISTURBED_TRIES && failures < (quick ? 1 : TRIES); tries++) {
    await quietMoment()
    const name = `${folder}/${contender.id}-${people}-${tries}`
    const result = await withServer(contender, name, (running) => measureRoom(running, load)).catch(() => null)
    if (result !== null && carries(result)) return result
    if (result === null || Math.max(result.serverWait, result.generatorWait) < DISTURBED) failures++
  }
  return null
}
