import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { agendaFrom, type FacilitatorSeat, type Seat } from '@groundswell/shared'
import { startMeasured } from '../measured-process.ts'
import { NO_ENVELOPE, YjsSpeaker } from '../speakers/yjs.ts'
import type { Contender, Room } from './contender.ts'

const MAIN = fileURLToPath(new URL('../../../../server/src/main.ts', import.meta.url))
const BARE_RELAY = fileURLToPath(new URL('../server-process.ts', import.meta.url))
const AT_ONCE = 10

/** The step in which everyone may change the board. */
const GROUP_STEP = agendaFrom('short').find(({ kind }) => kind === 'group')?.id

const SESSION = {
  title: 'Visioning',
  district: 'Lakeview',
  targetYear: 2029,
  questions: { current: 'What do we see today?', ideal: 'What do we want to see?' },
  naming: 'named',
  template: 'short',
  language: 'en',
  facilitator: { name: 'Ada', jobRole: 'technology_coach' },
}

/** The shipped server with its data folder. `ext=1` is what our own client says, without it are stock clients. */
const shipped = (extensions: boolean): Contender['start'] =>
  async function start(folder, port = 0) {
    const env = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'error', TRUST_PROXY: 'true' }
    const process = await startMeasured({ args: [MAIN], env, ready: /ready at http:\/\/\S+:(\d+)\n/ })
    const url = `http://127.0.0.1:${process.ready}`
    return { port: Number(process.ready), process, room: (people) => openSession(url, people, folder, extensions) }
  }

export const ours: Contender = { id: 'ours', title: 'Groundswell', acknowledges: true, start: shipped(true) }

export const oursToStockClients: Contender = {
  id: 'ours-stock',
  title: 'Groundswell, stock clients',
  acknowledges: false,
  start: shipped(false),
}

/** The relay alone, without a limit of members: how far it carries. */
export const oursUnlimited: Contender = {
  ...ours,
  async start(folder) {
    mkdirSync(folder, { recursive: true })
    const process = await startMeasured({ args: [BARE_RELAY, join(folder, 'relay.db')], ready: /({.*})\n/ })
    const { port } = JSON.parse(process.ready) as { port: number }
    let rooms = 0
    return { port, process, room: async () => bareRoom(`room${++rooms}`) }
  },
}

const bareRoom = (session: string): Room => ({
  path: (person) => `/sync/${session}/board~1?token=p${person}:write&ext=1`,
  speaker: (story, options) => new YjsSpeaker(story, options, NO_ENVELOPE, true),
  storedBytes: () => 0,
})

/** Each call comes from an address of its own, so that the brakes on guessing and founding see many schools. */
let addresses = 0

async function post<T>(url: string, path: string, body: unknown, token = ''): Promise<T> {
  const from = `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': from, authorization: `Bearer ${token}` }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** Founds a session, goes to the step of grouping, and seats the people. */
async function openSession(url: string, people: number, folder: string, extensions: boolean): Promise<Room> {
  const { seat, links } = await post<FacilitatorSeat>(url, '/api/sessions', SESSION)
  await post(
    url,
    `/api/sessions/${seat.session}/commands`,
    { id: 'go', command: { type: 'step.go', to: GROUP_STEP } },
    seat.token,
  )
  const tokens = [seat.token]
  const seatOne = async (person: number): Promise<void> => {
    const body = { code: links.code, name: `Person ${person}`, jobRole: 'teacher', device: 'person', heads: 1 }
    tokens[person] = (await post<Seat>(url, `/api/sessions/${seat.session}/join`, body)).token
  }
  for (let from = 1; from < people; from += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, index) => seatOne(from + index)))
  }
  const query = extensions ? '&ext=1' : ''
  return {
    path: (person) => `/sync/${seat.session}/board~1?token=${tokens[person % tokens.length]}${query}`,
    speaker: (story, options) => new YjsSpeaker(story, options, NO_ENVELOPE, extensions),
    storedBytes: () => boardBytes(folder, seat.session),
  }
}

/** The latest snapshot of the board and what came after it. */
function boardBytes(folder: string, session: string): number {
  const db = new DatabaseSync(join(folder, 'groundswell.sqlite'), { readOnly: true })
  const sum = (sql: string): number => Number(db.prepare(sql).get(session)?.['bytes'] ?? 0)
  const state = sum(`SELECT sum(length(state)) AS bytes FROM doc_snapshots WHERE session = ? AND doc = 'board' AND age = 0`)
  const log = sum(`SELECT sum(length(data)) AS bytes FROM doc_updates WHERE session = ? AND doc = 'board'`)
  db.close()
  return state + log
}
