import { Buffer } from 'node:buffer'
import {
  addNote,
  boardView,
  carryOver,
  epochOf,
  noteText,
  type DocumentVersions,
  type EpochSeam,
  type EpochSeamText,
  type NoteId,
} from '@groundswell/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Peer } from '../support/peer.ts'
import { until } from '../support/wait.ts'
import { startApp, type App, type Room } from './support/app.ts'
import type { Device } from './support/device.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const id = <T>(text: string): T => text as T
const BOARD = { kind: 'board' } as const
const REBUILD = { type: 'document.rebuild', document: 'board' } as const
const EPOCH_ENDED = 4409

const note = (name: string, text: string) =>
  ({ id: id<NoteId>(name), horizon: 'ideal', text, place: [null, 0, 0], author: null }) as const

const textsOn = ({ doc }: Peer): readonly string[] => [...boardView(doc).notes.values()].map(({ text }) => text).sort()

/** A session in which people may edit the board. */
async function openBoard(): Promise<Room> {
  const room = await app.found()
  await room.facilitator.command({ type: 'step.go', to: id('s6') })
  return room
}

async function seamAt(device: Device): Promise<EpochSeam> {
  const { body } = await device.call('GET', '/epochs?document=board&epoch=1')
  const { before, after } = body as EpochSeamText
  return { before: Buffer.from(before, 'base64'), after: Buffer.from(after, 'base64') }
}

/** Types until the line is closed for good; the last words may reach nobody. */
function typeOn({ doc, provider }: Peer, into: NoteId): { readonly words: () => number; readonly stop: () => void } {
  let words = 0
  const timer = setInterval(() => noteText(doc, into)?.insert(0, `${++words} `), 2)
  provider.on('closed', () => clearInterval(timer))
  return { words: () => words, stop: () => clearInterval(timer) }
}

it('P37 a board is rebuilt while people type: everyone is sent on, and what they still had arrives as records', async () => {
  const room = await openBoard()
  const [ana, ben] = [await room.join('Ana'), await room.join('Ben')]
  const [hers, his] = [await ana.open('board'), await ben.open('board')]
  addNote(hers.doc, note('n1', 'Students choose tools'))
  addNote(his.doc, note('n2', ''))
  await Promise.all([hers.saved(), his.saved()])
  await until('Ana sees both', () => textsOn(hers).length === 2)
  expect(await room.facilitator.command({ type: 'version.keep', document: 'board' })).toBe('ok')
  // Ana is offline when it happens; Ben is in the middle of a sentence.
  hers.provider.disconnect()
  noteText(hers.doc, id('n1'))?.insert(0, 'All ')
  addNote(hers.doc, note('n3', 'written offline'))
  const typing = typeOn(his, id('n2'))
  await until('Ben types', () => typing.words() > 20)
  expect(await room.facilitator.command(REBUILD)).toBe('ok')
  await until('Ben is sent on', () => his.closes.includes(EPOCH_ENDED))
  typing.stop()

  const stage = await ana.stage((view) => epochOf(view, BOARD) === 2)
  expect(epochOf(stage, { kind: 'desk', person: ana.seat.person })).toBe(1)
  const seam = await seamAt(ana)
  for (const [device, old] of [
    [ana, hers],
    [ben, his],
  ] as const) {
    const next = await device.open('board', 2)
    const work = carryOver(seam, Y.encodeStateAsUpdate(old.doc), BOARD)
    // The same work once more, as from another tab, changes nothing.
    for (let times = 0; times < 2; times++) if (work !== null) Y.applyUpdate(next.doc, work)
    await next.saved()
  }
  const fresh = await (await room.join('Cleo')).open('board', 2)
  const sentence = Array.from({ length: typing.words() }, (_, index) => `${typing.words() - index} `).join('')
  expect(textsOn(fresh)).toEqual(['All Students choose tools', 'written offline', sentence].sort())
  // Versions from before are still there to be brought back.
  const { versions } = (await room.facilitator.call('GET', '/versions?document=board')).body as DocumentVersions
  expect(versions.map(({ reason }) => reason)).toEqual(['before-bulk'])
})

it('P37 a copy of an epoch that has ended never gets in, and a rebuild sent twice is one', async () => {
  const room = await openBoard()
  const ana = await room.join('Ana')
  const old = await ana.open('board')
  const answers = await Promise.all(['a', 'a', 'b'].map((act) => room.facilitator.command(REBUILD, act)))
  expect(answers).toEqual(['ok', 'ok', 'ok'])
  await until('she is sent on', () => old.closes.includes(EPOCH_ENDED))
  addNote(old.doc, note('n1', 'stale'))
  old.provider.connect()
  await until('and again', () => old.closes.length >= 2)
  expect(new Set(old.closes)).toEqual(new Set([EPOCH_ENDED]))
  await ana.stage((view) => epochOf(view, BOARD) === 2)
  expect(textsOn(await ana.open('board', 2))).toEqual([])
})

it('P37 only ended epochs of the board and of PLCs are told, to those who may read them', async () => {
  const room = await openBoard()
  const ana = await room.join('Ana')
  const asked = async (query: string) => (await ana.call('GET', `/epochs?${query}`)).status
  expect(await room.facilitator.command(REBUILD)).toBe('ok')
  expect(await asked('document=board&epoch=1')).toBe(200)
  const desk = `desk:${ana.seat.person}`
  for (const query of [
    'document=board&epoch=2',
    'document=board&epoch=0',
    'document=board',
    `document=${desk}&epoch=1`,
    'document=%00&epoch=1',
  ])
    expect([query, await asked(query)]).toEqual([query, 404])
  const stranger = await (await openBoard()).join('Zoe')
  const path = `/api/sessions/${ana.seat.session}/epochs?document=board&epoch=1`
  const { status } = await fetch(app.url + path, { headers: { authorization: `Bearer ${stranger.seat.token}` } })
  expect(status).toBe(403)
})
