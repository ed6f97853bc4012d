import { createHmac } from 'node:crypto'
import { API_ERRORS, LIMITS, type FacilitatorSeat, type SessionFile } from '@groundswell/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectRaw } from '../support/raw-client.ts'
import { upgradeStatus } from './support/http.ts'
import { NEW_SESSION, startApp, type App, type Room } from './support/app.ts'

let app: App
let room: Room
beforeAll(async () => {
  app = await startApp()
  room = await app.found()
})
afterAll(() => app.close())

const long = (length: number): string => 'x'.repeat(length)
const JOIN = { name: 'Cy', jobRole: 'teacher', device: 'person', heads: 1 }

/** What was sent, and what comes back. Every answer has the one shape, and its code is in the vocabulary. */
type Case = readonly [what: string, method: string, path: string, body: unknown, code: string, status: number]

const session = (path: string): string => `/api/sessions/:id${path}`

const CASES: readonly Case[] = [
  ['no JSON', 'POST', '/api/sessions', '{"title":', 'bad_request', 400],
  ['an empty body', 'POST', '/api/sessions', '', 'bad_request', 400],
  ['a list', 'POST', '/api/sessions', [], 'bad_request', 400],
  ['null', 'POST', '/api/sessions', 'null', 'bad_request', 400],
  ['a blank title', 'POST', '/api/sessions', { ...NEW_SESSION, title: ' \u202e ' }, 'bad_request', 400],
  ['a long title', 'POST', '/api/sessions', { ...NEW_SESSION, title: long(LIMITS.title + 1) }, 'bad_request', 400],
  ['a year that is none', 'POST', '/api/sessions', { ...NEW_SESSION, targetYear: 1e9 }, 'bad_request', 400],
  ['an unknown template', 'POST', '/api/sessions', { ...NEW_SESSION, template: '__proto__' }, 'bad_request', 400],
  ['too much', 'POST', '/api/sessions', { ...NEW_SESSION, title: long(LIMITS.bodyBytes) }, 'too_large', 413],
  ['a code that is none', 'GET', '/api/codes/hello%20world', undefined, 'code_unknown', 404],
  ['an unknown code', 'GET', '/api/codes/777777', undefined, 'code_unknown', 404],
  ['a very long code', 'GET', `/api/codes/${long(3000)}`, undefined, 'code_unknown', 404],
  ['a broken address', 'GET', '/api/codes/%E0%A4%A', undefined, 'bad_request', 400],
  ['joining with a wrong code', 'POST', session('/join'), { ...JOIN, code: '777777' }, 'code_unknown', 404],
  ['joining nothing', 'POST', '/api/sessions/nothing/join', { ...JOIN, code: '777777' }, 'code_unknown', 404],
  ['no name', 'POST', session('/join'), { ...JOIN, code: '777777', name: '' }, 'bad_request', 400],
  ['a display by the wrong door', 'POST', session('/join'), { ...JOIN, code: '777777', device: 'display' }, 'bad_request', 400],
  ['too many heads', 'POST', session('/join'), { ...JOIN, code: '777777', device: 'table', heads: 99 }, 'bad_request', 400],
  ['a wrong recovery secret', 'POST', '/api/recover', { secret: 'nothing' }, 'not_found', 404],
  ['a wrong display secret', 'POST', '/api/display', { secret: 'nothing' }, 'not_found', 404],
  ['a wrong key', 'POST', session('/refresh'), { key: 'nothing' }, 'unauthorized', 401],
  ['a command without a token', 'POST', session('/commands'), { id: 'a', command: { type: 'timer.stop' } }, 'unauthorized', 401],
  ['exports without a token', 'GET', session('/export.json'), undefined, 'unauthorized', 401],
  ['an unknown export', 'GET', session('/export.exe'), undefined, 'not_found', 404],
  ['an unknown route', 'GET', '/api/nothing', undefined, 'not_found', 404],
  ['an unknown method', 'DELETE', '/api/sessions', undefined, 'not_found', 404],
  ['an import that is none', 'POST', '/api/sessions/import', { hello: 1 }, 'bad_request', 400],
  [
    'an import of another version',
    'POST',
    '/api/sessions/import',
    { format: 'groundswell-session', version: 9 },
    'bad_request',
    400,
  ],
  ['an import too large', 'POST', '/api/sessions/import', long(LIMITS.importBytes + 1), 'too_large', 413],
  ['an import nested deeply', 'POST', '/api/sessions/import', '['.repeat(100_000) + ']'.repeat(100_000), 'bad_request', 400],
]

describe('whoever sends nonsense gets one clear error', () => {
  it.each(CASES)('%s', async (_what, method, path, body, code, status) => {
    const answer = await app.call(method, path.replace(':id', room.facilitator.seat.session), body)
    expect([answer.code, answer.status]).toEqual([code, status])
    expect(API_ERRORS).toContain(answer.code)
    expect(Object.keys(answer.body as object)).toEqual(['error'])
  })

  it('says which fields are wrong', async () => {
    const { body } = await app.call('POST', '/api/sessions', { ...NEW_SESSION, facilitator: { name: 3 } })
    const { error } = body as { error: { fields: readonly { path: string }[] } }
    expect(error.fields.map((field) => field.path)).toEqual(['facilitator.name', 'facilitator.jobRole'])
  })

  it('takes JSON alone', async () => {
    const answer = await app.call('POST', '/api/sessions', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(answer.code).toBe('bad_request')
  })
})

describe('commands that are none', () => {
  const COMMANDS: readonly (readonly [string, unknown])[] = [
    ['no command', undefined],
    ['an unknown type', { type: 'step.fly' }],
    ['a type from the prototype', { type: 'constructor' }],
    ['a missing field', { type: 'step.go' }],
    ['an id that is none', { type: 'step.go', to: '../../etc' }],
    ['a long name', { type: 'plc.create', plc: 'p', name: long(LIMITS.plcName + 1) }],
    ['a blank note', { type: 'note.add', note: 'n', horizon: 'current', text: ' \n ' }],
    ['a long mending', { type: 'note.mend', note: 'n', from: '', text: long(LIMITS.note + 1) }],
    ['a blank mending', { type: 'note.mend', note: 'n', from: '', text: ' ' }],
    ['a mending from nothing', { type: 'note.mend', note: 'n', text: 'x' }],
    ['a half withdrawal', { type: 'note.withdraw', note: 'n' }],
    ['an endless timer', { type: 'timer.start', minutes: 1e300 }],
    ['a timer backwards', { type: 'timer.add', minutes: -5 }],
    ['a display as a role', { type: 'person.role', person: 'p', role: 'display' }],
  ]

  it.each(COMMANDS)('%s', async (_what, command) => {
    const answer = await room.facilitator.call('POST', '/commands', { id: 'act', command })
    expect(answer.code).toBe('bad_request')
  })

  it('an act that is sent again gives the first answer, and its id serves no other act', async () => {
    const start = { type: 'timer.start', minutes: 5 } as const
    expect(await room.facilitator.command(start, 'once')).toBe('ok')
    const before = await room.facilitator.stage((stage) => stage.timer !== null)
    expect(await room.facilitator.command(start, 'once')).toBe('ok')
    expect(await room.facilitator.command({ type: 'timer.stop' }, 'once')).toBe('conflict')
    expect((await room.facilitator.stage(() => true)).timer).toEqual(before.timer)
  })
})

describe('tokens that are none', () => {
  const forged = (): readonly string[] => {
    const { token } = room.facilitator.seat
    const [body = '', mac = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[]
    const late = Buffer.from(JSON.stringify([...claims.slice(0, 3), 9e15])).toString('base64url')
    return ['', 'x', '.', `${body}.`, `.${mac}`, `${late}.${mac}`, `${body}.${mac}.`, `${late}.${signed(late)}`, long(2000)]
  }
  const signed = (body: string): string => createHmac('sha256', 'guess').update(body).digest('base64url')

  it('no request is answered', async () => {
    const path = `/api/sessions/${room.facilitator.seat.session}/me`
    for (const token of forged()) {
      expect((await app.call('GET', path, undefined, { authorization: `Bearer ${token}` })).code).toBe('unauthorized')
    }
  })

  it('no document opens', async () => {
    const url = `${app.url.replace('http', 'ws')}/sync/${room.facilitator.seat.session}/stage~1`
    for (const token of forged()) expect(await (await connectRaw(`${url}?token=${token}`)).closed()).toBe(4401)
  })

  it('a page of another origin opens no socket', async () => {
    const { seat } = room.facilitator
    const key = Buffer.from('0123456789abcdef').toString('base64')
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': key }
    const status = await upgradeStatus(`${app.url}/sync/${seat.session}/stage~1?token=${seat.token}`, {
      ...headers,
      origin: 'https://evil.example',
    })
    expect(status).toBe(403)
  })

  it('documents that are not there are refused for good', async () => {
    const { facilitator } = room
    const base = `${app.url.replace('http', 'ws')}/sync/${facilitator.seat.session}`
    const open = async (name: string) => (await connectRaw(`${base}/${name}?token=${facilitator.seat.token}`)).closed()
    expect(await open('stage~2')).toBe(4409)
    expect(await open('plc:none~1')).toBe(4404)
    expect(await open('attic~1')).toBe(4404)
    expect(await open('board')).toBe(4404)
  })
})

describe('import and export', () => {
  it('X1 a session comes back the same from its own file', async () => {
    const { body } = await app.call('POST', '/api/sessions/example')
    const file = await exportOf(body as FacilitatorSeat)
    const again = await app.call('POST', '/api/sessions/import', file)
    expect(again.status).toBe(201)
    expect((again.body as FacilitatorSeat).seat.session).not.toBe((body as FacilitatorSeat).seat.session)
    expect(await exportOf(again.body as FacilitatorSeat)).toEqual(file)
  })

  it('the example is whole', async () => {
    const { body } = await app.call('POST', '/api/sessions/example')
    const file = await exportOf(body as FacilitatorSeat)
    expect([file.notes.length, file.themes.length, file.plcs.length]).toEqual([74, 3, 3])
    expect(file.plcs.every((plc) => plc.goal.statement !== '' && plc.steps.length > 0)).toBe(true)
  })
})

async function exportOf({ seat }: FacilitatorSeat): Promise<SessionFile> {
  const answer = await app.call('GET', `/api/sessions/${seat.session}/export.json?token=${seat.token}`)
  return JSON.parse(answer.text) as SessionFile
}
