import { hocuspocus, tldrawSync, yWebsocket } from '../contenders/peers.ts'
import { ours, oursToStockClients } from '../contenders/ours.ts'
import type { Contender } from '../contenders/contender.ts'
import { measureRoom, waitRow, withServer, type Conditions, type Figures, type RoomLoad, type Scenario } from './scenario.ts'

export const ALL: readonly Contender[] = [ours, oursToStockClients, yWebsocket, hocuspocus, tldrawSync]

/** For what does not depend on the kind of client. */
export const SERVERS: readonly Contender[] = [ours, yWebsocket, hocuspocus, tldrawSync]

/** The warm-up is for compilers: servers run for hours, and the first seconds of each cost most. */
const times = ({ quick }: Conditions): Pick<RoomLoad, 'warmUpMs' | 'measureMs'> =>
  quick ? { warmUpMs: 1_000, measureMs: 3_000 } : { warmUpMs: 10_000, measureMs: 5_000 }

const onRoom = (contender: Contender, conditions: Conditions, load: Omit<RoomLoad, 'warmUpMs' | 'measureMs'>) =>
  withServer(contender, conditions.folder, (running) => measureRoom(running, { ...load, ...times(conditions) }))

/** 150 people, 20 edits a second, every cursor moving at 10 Hz. */
export const fullRoom: Scenario = {
  id: 'room',
  rows: [
    {
      id: 'room-p50',
      title: '150 people, 20 edits/s, cursors at 10 Hz: edit p50, ms',
      target: 12,
      aim: '<= 12',
      better: 'lower',
    },
    { id: 'room-p99', title: '... edit p99, ms', target: 50, aim: '<= 50', better: 'lower' },
    { id: 'room-missing', title: '... deliveries missing after 10 s, %', target: 0, aim: '0', better: 'lower' },
    { id: 'room-cpu', title: '... server CPU, % of a core', target: null, aim: '<= 1/8 of Hocuspocus', better: 'lower' },
    { id: 'room-cursors', title: '... cursor positions delivered, % of all', target: null, aim: '', better: 'higher' },
    { id: 'room-bytes', title: '... bytes per cursor position delivered', target: 12, aim: '<= 12', better: 'lower' },
    waitRow('room-wait'),
    { id: 'room-load', title: '... load generator: CPU, % of its core', target: null, aim: '', better: 'lower' },
    {
      id: 'room-load-wait',
      title: '... load generator waited for its core, % of the time',
      target: null,
      aim: '',
      better: 'lower',
    },
  ],
  contenders: ALL,
  async measure(contender, conditions): Promise<Figures> {
    const result = await onRoom(contender, conditions, { people: 150, edits: 20, cursors: 10 })
    return {
      'room-p50': result.latencyP50,
      'room-p99': result.latencyP99,
      'room-missing': missingPercent(result),
      'room-cpu': result.cpu * 100,
      'room-cursors': result.cursorShare * 100,
      'room-bytes': result.bytesPerCursor,
      'room-wait': result.serverWait * 100,
      'room-load': result.generatorCpu * 100,
      'room-load-wait': result.generatorWait * 100,
    }
  },
}

const missingPercent = ({ missing, deliveries }: { readonly missing: number; readonly deliveries: number }): number =>
  (100 * missing) / (missing + deliveries)

/** The same without presence, and what is acknowledged meanwhile. */
export const editsAlone: Scenario = {
  id: 'edits',
  rows: [
    { id: 'edits-p50', title: 'the same without presence: edit p50, ms', target: 5, aim: '<= 5', better: 'lower' },
    { id: 'edits-p99', title: '... edit p99, ms', target: 20, aim: '<= 20', better: 'lower' },
    { id: 'ack-p50', title: '... acknowledged p50, ms (ours: on disk)', target: 50, aim: '<= 50', better: 'lower' },
    { id: 'ack-p99', title: '... acknowledged p99, ms', target: 150, aim: '<= 150', better: 'lower' },
    { id: 'edits-cpu', title: '... server CPU, % of a core', target: null, aim: '', better: 'lower' },
    waitRow('edits-wait'),
  ],
  contenders: ALL,
  async measure(contender, conditions): Promise<Figures> {
    const result = await onRoom(contender, conditions, { people: 150, edits: 20, cursors: 0 })
    return {
      'edits-p50': result.latencyP50,
      'edits-p99': result.latencyP99,
      ...(contender.acknowledges ? { 'ack-p50': result.acknowledgedP50, 'ack-p99': result.acknowledgedP99 } : {}),
      'edits-cpu': result.cpu * 100,
      'edits-wait': result.serverWait * 100,
    }
  },
}

/** What one delivery of an edit costs: some people at work, and everyone typing. */
const RATES = [50, 200] as const
const PEOPLE = 100

export const costOfAnEdit: Scenario = {
  id: 'cost',
  rows: RATES.flatMap((rate) => [
    {
      id: `cost-${rate}`,
      title: `100 people, ${rate} edits/s: server CPU per edit delivered, us`,
      target: null,
      aim: '<= half of the best peer',
      better: 'lower',
    },
    { id: `cost-${rate}-p99`, title: '... edit p99, ms', target: null, aim: '', better: 'lower' },
    waitRow(`cost-${rate}-wait`),
  ]),
  contenders: SERVERS,
  measure: (contender, conditions) =>
    withServer(contender, conditions.folder, async (running) => {
      const figures: Record<string, number> = {}
      for (const [turn, edits] of RATES.entries()) {
        const { measureMs, warmUpMs } = times(conditions)
        // The second room meets a server that is warm.
        const load = { people: PEOPLE, edits, cursors: 0, measureMs, warmUpMs: turn === 0 ? warmUpMs : warmUpMs / 4 }
        const result = await measureRoom(running, load)
        figures[`cost-${edits}`] = (result.cpu * 1e6) / (edits * (PEOPLE - 1))
        figures[`cost-${edits}-p99`] = result.latencyP99
        figures[`cost-${edits}-wait`] = result.serverWait * 100
      }
      return figures
    }),
}
