import type { FacilitatorSeat, Seat } from '@groundswell/shared'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/**
 * A session from nothing to an edit with the stock provider alone:
 * `node tests/support/stock-client-example.ts http://localhost:4600`. `server/PROTOCOL.md` explains each step.
 */
export async function runExample(origin: string): Promise<{ readonly session: string; readonly seenByParticipant: unknown }> {
  const { seat, links } = await found(origin)
  const ben = await post<Seat>(origin, `/api/sessions/${seat.session}/join`, {
    code: links.code,
    name: 'Ben',
    jobRole: 'teacher',
    device: 'person',
    heads: 1,
  })

  // Everyone reads the stage; the board is the facilitator's to write at any step, and a participant's when the step allows.
  const stage = connect(origin, ben, 'stage')
  const mine = connect(origin, seat, 'board')
  const theirs = connect(origin, ben, 'board')
  await Promise.all([stage, mine, theirs].map(isSynced))

  mine.doc.getMap('example').set('greeting', 'hello')
  const seenByParticipant = await firstValue(theirs.doc.getMap('example'), 'greeting')
  for (const { provider } of [stage, mine, theirs]) provider.destroy()
  return { session: seat.session, seenByParticipant }
}

/** Makes a session; the answer is its facilitator's seat and its links. */
export const found = (origin: string): Promise<FacilitatorSeat> =>
  post<FacilitatorSeat>(origin, '/api/sessions', {
    title: 'Visioning',
    district: 'Lakeview',
    targetYear: 2029,
    questions: { current: 'What do we see today?', ideal: 'What do we want to see?' },
    naming: 'named',
    template: 'short',
    language: 'en',
    facilitator: { name: 'Ada', jobRole: 'technology_coach' },
  })

interface Open {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
}

function connect(origin: string, { session, token }: Seat, document: string): Open {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, `${session}/${document}~1`, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  return { doc, provider }
}

/** Commands need a token; founding and joining do not. */
export async function post<T>(origin: string, path: string, body: object, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

function isSynced({ provider }: Open): Promise<void> {
  return new Promise((resolve, reject) => {
    provider.on('sync', () => resolve())
    provider.on('closed', ({ code }) => reject(new Error(`refused with ${code}`)))
  })
}

function firstValue(map: Y.Map<unknown>, key: string): Promise<unknown> {
  return new Promise((resolve) => {
    if (map.has(key)) resolve(map.get(key))
    map.observe(() => map.has(key) && resolve(map.get(key)))
  })
}

if (import.meta.main) console.log(await runExample(process.argv[2] ?? 'http://localhost:4600'))
