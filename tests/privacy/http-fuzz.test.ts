import { connect } from 'node:net'
import { API_ERRORS, type Seat } from '@groundswell/shared'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { memoryInUse } from '../support/memory.ts'
import { until } from '../support/wait.ts'
import { NEW_SESSION, startApp, type App, type Room } from './support/app.ts'

const RUNS = process.env['LONG'] ? 20_000 : 1_000
const SEED = Number(process.env['SEED'] ?? 20_261_129)
const AT_ONCE = 10
/** Stands in every body: no log line may hold it. */
const WORDS = 'Words of a note that nobody may read in a log'

let app: App
let room: Room
beforeAll(async () => {
  app = await startApp()
  room = await app.found()
})
afterAll(() => app.close())

/** A request in its parts, so that each can be damaged on its own. */
interface Request {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: readonly string[]
  readonly body: string
}

const JSON_TYPE = 'Content-Type: application/json'
const UPGRADE = [
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
]

const post = (path: string, body: unknown, headers: readonly string[] = []): Request => ({
  method: 'POST',
  path,
  query: '',
  headers: [JSON_TYPE, 'Connection: close', ...headers],
  body: JSON.stringify(body),
})
const get = (path: string, query: string, headers: readonly string[] = ['Connection: close']): Request => ({
  method: 'GET',
  path,
  query,
  headers,
  body: '',
})

/** One sound request for each way in. */
function soundRequests({ session, token, key }: Seat, code: string): readonly Request[] {
  const here = `/api/sessions/${session}`
  const signed = [`Authorization: Bearer ${token}`]
  const close = ['Connection: close', ...signed]
  return [
    post('/api/sessions', { ...NEW_SESSION, title: WORDS }),
    post('/api/sessions/import', { format: 'groundswell-session', version: 1, title: WORDS }),
    post(`${here}/join`, { code, name: WORDS.slice(0, 20), jobRole: 'teacher', device: 'person', heads: 1 }),
    post(`${here}/commands`, { id: 'act', command: { type: 'note.add', note: 'n', horizon: 'current', text: WORDS } }, signed),
    post(`${here}/refresh`, { key }),
    post('/api/recover', { secret: WORDS }),
    get(`${here}/versions`, 'document=board', close),
    get(`${here}/epochs`, 'document=board&epoch=1', close),
    get(`${here}/review`, 'horizon=current', close),
    get(`${here}/export.csv`, `table=steps&token=${token}`),
    get(`/api/codes/${code}`, ''),
    get('/', 'step=1'),
    get(`/sync/${session}/board~1`, `token=${token}&ext=1`, UPGRADE),
  ]
}

type Damage = (text: string) => string
const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const junk = fc.oneof(
  fc.string({ maxLength: 8, unit: 'binary' }),
  fc.constantFrom(
    '%',
    '%00',
    '%E0%A4%A',
    '..%2f',
    '&',
    '=',
    '[]',
    '__proto__',
    '\r\n',
    '\0',
    '"',
    '{',
    '}',
    '\\u0000',
    '9'.repeat(400),
  ),
)
const damage: fc.Arbitrary<Damage> = fc.tuple(at, at, junk).map(([where, length, put]): Damage => (text) => {
  const start = Math.floor(where * (text.length + 1))
  return text.slice(0, start) + put + text.slice(start + Math.floor(length * 6))
})

type Part = 'method' | 'path' | 'query' | 'header' | 'body' | 'length'
interface Attack {
  readonly which: number
  readonly hits: readonly { readonly part: Part; readonly damage: Damage }[]
}
const part = fc.constantFrom<Part>(
  'method',
  'path',
  'path',
  'query',
  'query',
  'header',
  'header',
  'body',
  'body',
  'body',
  'length',
)
const attacks: fc.Arbitrary<Attack> = fc.record({
  which: fc.nat(),
  hits: fc.array(fc.record({ part, damage }), { minLength: 1, maxLength: 3 }),
})

/** The bytes of a request after the damage. The length is true but where it was hit itself. */
function bytesOf(sound: Request, { hits }: Attack): Buffer {
  const hit = (name: Part, text: string): string =>
    hits.filter((each) => each.part === name).reduce((damaged, each) => each.damage(damaged), text)
  const body = Buffer.from(hit('body', sound.body))
  const path = hit('path', sound.path) + (sound.query === '' ? '' : `?${hit('query', sound.query)}`)
  const length = sound.method === 'POST' ? [`Content-Length: ${hit('length', String(body.length))}`] : []
  const headers = ['Host: localhost', ...sound.headers, ...length].map((header, index) =>
    index === hits.length ? hit('header', header) : header,
  )
  return Buffer.concat([
    Buffer.from(`${[`${hit('method', sound.method)} ${path} HTTP/1.1`, ...headers].join('\r\n')}\r\n\r\n`),
    body,
  ])
}

/** Sends bytes, says that no more will come, and answers what came back until the line was closed. */
async function send(bytes: Buffer): Promise<string> {
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
  let heard = ''
  let isClosed = false
  socket.on('error', () => {})
  socket.on('data', (data) => void (heard += data.toString('latin1')))
  socket.on('close', () => void (isClosed = true))
  socket.end(bytes)
  await until('an end', () => isClosed)
  return heard
}

const statusOf = (heard: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(heard)?.[1] ?? 0)

/** The code of an error answer in JSON; null for any other. */
const codeIn = (heard: string): string | null => /\{"error":\{"code":"(\w+)"/.exec(heard)?.[1] ?? null

it(`P43 ${RUNS} damaged requests: nothing but clear refusals, no word of theirs in the log, and others never notice`, async () => {
  const sound = soundRequests(room.facilitator.seat, room.links.code)
  const other = await (await app.found()).facilitator.open('board')
  const statuses = new Map<number, number>()
  const memory = await memoryInUse()
  const sample = fc.sample(attacks, { numRuns: RUNS, seed: SEED })
  for (let from = 0; from < sample.length; from += AT_ONCE) {
    const batch = sample
      .slice(from, from + AT_ONCE)
      .map((attack) => bytesOf(sound[attack.which % sound.length] ?? sound[0]!, attack))
    const answers = await Promise.all(batch.map(send))
    for (const [index, heard] of answers.entries()) {
      const status = statusOf(heard)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const asked = batch[index]?.toString('latin1').slice(0, 300)
      expect({ seed: SEED, asked, isFault: status >= 500 && status !== 503 }).toEqual({ seed: SEED, asked, isFault: false })
      const code = codeIn(heard)
      if (code !== null) expect(API_ERRORS).toContain(code)
    }
    other.doc.getMap('m').set('count', from)
    await other.saved()
  }
  // Not vacuous: some went through, and there is every kind of refusal.
  for (const status of [101, 200, 400, 401, 404])
    expect({ status, count: statuses.get(status) ?? 0 }).not.toEqual({ status, count: 0 })
  expect(other.closes).toEqual([])
  expect((await memoryInUse()) - memory).toBeLessThan(32 * 1024 * 1024)
  expect(app.logLines.filter((line) => line.includes(WORDS.slice(0, 20)) || line.includes('127.0.0.1'))).toEqual([])
})
