import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, readConfig, type RunningServer } from '@groundswell/server'
import { ID_BYTES, makeId, type Command, type PlcId, type Seat } from '@groundswell/shared'
import {
  CLOSE,
  writeAwareness,
  writePresence,
  writeSaved,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
} from '@groundswell/shared/wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { connectRaw } from '../support/raw-client.ts'
import { found, post } from '../support/stock-client-example.ts'
import { until } from '../support/wait.ts'

// Every document, for every role, with every kind of message, against the whole server.

const folder = mkdtempSync(join(tmpdir(), 'groundswell-roles-'))
const plc = makeId<PlcId>(randomBytes(ID_BYTES))
let server: RunningServer
let origin: string
let seats: Readonly<Record<Role, Seat>>

beforeAll(async () => {
  const config = readConfig({ DATA_DIR: folder })
  if (!config.ok) throw new Error(config.error.join(' '))
  server = await createServer({ config: { ...config.value, port: 0, host: '127.0.0.1' } })
  origin = `http://127.0.0.1:${server.port}`
  seats = await fillSession()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const ROLES = ['facilitator', 'member', 'outsider', 'display', 'stranger', 'nobody'] as const
type Role = (typeof ROLES)[number]

/** A facilitator, a participant in the PLC, one outside of it, a display, someone from another session, and no token. */
async function fillSession(): Promise<Readonly<Record<Role, Seat>>> {
  const { seat, links } = await found(origin)
  const joining = (name: string): Promise<Seat> =>
    post(origin, `/api/sessions/${seat.session}/join`, { code: links.code, name, jobRole: 'teacher', device: 'person', heads: 1 })
  const member = await joining('Ben')
  const outsider = await joining('Cy')
  const display = await post<Seat>(origin, '/api/display', { secret: links.display.split('#')[1] })
  const { seat: stranger } = await found(origin)
  await command(seat, { type: 'plc.create', plc, name: 'Readers' })
  await command(seat, { type: 'plc.join', plc, person: member.person })
  return { facilitator: seat, member, outsider, display, stranger, nobody: { ...seat, token: '' } }
}

async function command(seat: Seat, what: Command): Promise<void> {
  const id = makeId(randomBytes(ID_BYTES))
  await post(origin, `/api/sessions/${seat.session}/commands`, { id, command: what }, seat.token)
}

type Right = 'write' | 'read' | 'none'

/** The rights of section "A plain Node script" in PROTOCOL.md, in the first step, Welcome. */
const RIGHTS: Readonly<Record<string, Readonly<Record<'facilitator' | 'member' | 'outsider' | 'display', Right>>>> = {
  stage: { facilitator: 'read', member: 'read', outsider: 'read', display: 'read' },
  board: { facilitator: 'write', member: 'read', outsider: 'read', display: 'read' },
  "the member's desk": { facilitator: 'none', member: 'write', outsider: 'none', display: 'none' },
  "the facilitator's desk": { facilitator: 'write', member: 'none', outsider: 'none', display: 'none' },
  "the facilitator's coach notes": { facilitator: 'write', member: 'none', outsider: 'none', display: 'none' },
  "the member's coach notes": { facilitator: 'none', member: 'none', outsider: 'none', display: 'none' },
  'a PLC': { facilitator: 'write', member: 'write', outsider: 'read', display: 'read' },
}

const keyOf = (document: string): string => {
  const keys: Readonly<Record<string, string>> = {
    "the member's desk": `desk:${seats.member.person}`,
    "the facilitator's desk": `desk:${seats.facilitator.person}`,
    "the facilitator's coach notes": `coach:${seats.facilitator.person}`,
    "the member's coach notes": `coach:${seats.member.person}`,
    'a PLC': `plc:${plc}`,
  }
  return keys[document] ?? document
}

const makeNews = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('matrix').set(`k${doc.clientID}`, 1)
  return Y.encodeStateAsUpdate(doc)
}

const KINDS: readonly { readonly kind: string; readonly frame: () => Uint8Array; readonly writes: boolean }[] = [
  { kind: 'step 1', frame: () => writeSyncStep1(Uint8Array.of(0)), writes: false },
  { kind: 'step 2', frame: () => writeSyncStep2(makeNews()), writes: true },
  { kind: 'update', frame: () => writeUpdate(makeNews()), writes: true },
  { kind: 'awareness', frame: () => writeAwareness([{ client: 5, clock: 1, state: '{}' }]), writes: false },
  { kind: 'query awareness', frame: () => Uint8Array.of(3), writes: false },
  { kind: 'marker', frame: () => writeSaved(1), writes: false },
  { kind: 'presence', frame: () => writePresence({ cursor: { x: 1, y: 2 }, drags: [] }), writes: false },
]

/** Sends one frame and answers the close code, or null when a marker sent after it came back. */
async function attempt(role: Role, document: string, frame: Uint8Array): Promise<number | null> {
  const { token } = seats[role]
  const path = `${seats.facilitator.session}/${keyOf(document)}~1?token=${encodeURIComponent(token)}&ext=1`
  const client = await connectRaw(`${origin.replace('http', 'ws')}/sync/${path}`)
  client.send(writeSyncStep1(Uint8Array.of(0)))
  client.send(frame)
  client.send(writeSaved(77))
  const isMarked = (): boolean => client.messages().some((message) => message.kind === 'saved' && message.count === 77)
  await until('the marker or the end', () => isMarked() || client.code() !== null)
  const code = client.code()
  const heard = client.received.length
  client.end()
  if (code !== null && code !== CLOSE.forbidden) expect(heard).toBe(0)
  return code
}

const cases = Object.entries(RIGHTS).flatMap(([document, byRole]) =>
  Object.entries(byRole).map(([role, right]) => ({ document, role: role as Role, right })),
)

describe('P1 P6 every document, role and kind of message', () => {
  it.each(cases)('$document, $role: $right', async ({ document, role, right }) => {
    for (const { kind, frame, writes } of KINDS) {
      const isRefused = right === 'none' || (writes && right === 'read')
      expect({ kind, code: await attempt(role, document, frame()) }).toEqual({ kind, code: isRefused ? CLOSE.forbidden : null })
    }
  })

  it.each(Object.keys(RIGHTS))('%s: nothing for someone from another session, and nothing without a token', async (document) => {
    const frame = writeUpdate(makeNews())
    expect(await attempt('stranger', document, frame)).toBe(CLOSE.forbidden)
    expect(await attempt('nobody', document, frame)).toBe(CLOSE.signedOut)
  })

  it('P40 a right that changes closes the connection, and the new one applies', async () => {
    const { token, session } = seats.outsider
    const address = `${origin.replace('http', 'ws')}/sync/${session}/plc:${plc}~1?token=${encodeURIComponent(token)}&ext=1`
    const before = await connectRaw(address)
    await until('the welcome', () => before.messages().some(({ kind }) => kind === 'welcome'))
    await command(seats.facilitator, { type: 'plc.join', plc, person: seats.outsider.person })
    expect(await before.closed()).toBe(CLOSE.rightsChanged)
    expect(await attempt('outsider', 'a PLC', writeUpdate(makeNews()))).toBeNull()
  })
})
