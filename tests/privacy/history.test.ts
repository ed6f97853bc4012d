import {
  addDeskNote,
  addNote,
  boardView,
  editNote,
  type DocumentVersion,
  type DocumentVersions,
  type NoteId,
} from '@groundswell/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../support/wait.ts'
import { startApp, type App } from './support/app.ts'
import type { Device } from './support/device.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const id = <T>(text: string): T => text as T
const note = (name: string, text: string) =>
  ({ id: id<NoteId>(name), horizon: 'ideal', text, place: [null, 0, 0], author: null }) as const

const versionsOf = async (device: Device, document = 'board'): Promise<readonly DocumentVersion[]> =>
  ((await device.call('GET', `/versions?document=${document}`)).body as DocumentVersions).versions

const textsOn = async (device: Device): Promise<readonly string[]> => {
  const { doc } = await device.open('board')
  return [...boardView(doc).loose].map(({ text }) => text).sort()
}

it('P36 a version is brought back while people edit, and that is undone the same way', async () => {
  const room = await app.found()
  const { facilitator } = room
  await facilitator.command({ type: 'step.go', to: id('s6') })
  const ana = await room.join('Ana')
  const [hers, ours] = [await ana.open('board'), await facilitator.open('board')]
  addNote(hers.doc, note('n1', 'first'))
  await hers.saved()
  expect(await facilitator.command({ type: 'version.keep', document: 'board' })).toBe('ok')
  const [kept] = await versionsOf(facilitator)
  expect(kept?.reason).toBe('before-bulk')

  editNote(hers.doc, id('n1'), 'second')
  addNote(hers.doc, note('n2', 'later'))
  await hers.saved()
  const restoring = facilitator.command({ type: 'version.restore', document: 'board', version: kept?.id ?? 0 })
  addNote(hers.doc, note('n3', 'meanwhile'))
  expect(await restoring).toBe('ok')
  await hers.saved()
  await until('the board is back', () => boardView(hers.doc).notes.get(id('n1'))?.text === 'first')
  const view = boardView(hers.doc)
  expect(view.aside.map(({ text }) => text)).toContain('later')
  expect(view.notes.has(id('n3'))).toBe(true)
  // Everyone is still connected, to the same document.
  expect([hers.closes, ours.closes]).toEqual([[], []])

  const [before] = await versionsOf(facilitator)
  expect(before?.reason).toBe('before-restore')
  expect(await facilitator.command({ type: 'version.restore', document: 'board', version: before?.id ?? 0 })).toBe('ok')
  await until('undone', () => boardView(hers.doc).notes.get(id('n1'))?.text === 'second')
  expect(await textsOn(ana)).toEqual(expect.arrayContaining(['later', 'second']))
})

it('P35 the board is kept before a reveal, without the notes that it brings', async () => {
  const room = await app.found()
  const { facilitator } = room
  await facilitator.command({ type: 'step.go', to: id('s2') })
  const ana = await room.join('Ana')
  const desk = await ana.open(`desk:${ana.seat.person}`)
  addDeskNote(desk.doc, { id: id('d1'), horizon: 'current', text: 'written' })
  await desk.saved()
  await facilitator.command({ type: 'step.go', to: id('s3') })
  const board = await facilitator.open('board')
  await until('revealed', () => boardView(board.doc).notes.size === 1)
  const [kept] = await versionsOf(facilitator)
  expect(kept?.reason).toBe('before-reveal')
  await facilitator.command({ type: 'version.restore', document: 'board', version: kept?.id ?? 0 })
  await until('hidden', () => boardView(board.doc).loose.length === 0)
  expect(boardView(board.doc).aside.map(({ text }) => text)).toEqual(['written'])
})

it('versions are for facilitators, of documents with a history, and of their own session', async () => {
  const [here, there] = [await app.found(), await app.found()]
  const ana = await here.join('Ana')
  await here.facilitator.command({ type: 'version.keep', document: 'board' })
  const [kept] = await versionsOf(here.facilitator)
  const restore = { type: 'version.restore', document: 'board', version: kept?.id ?? 0 } as const
  expect((await ana.call('GET', '/versions?document=board')).code).toBe('forbidden')
  expect(await ana.command(restore)).toBe('forbidden')
  expect(await there.facilitator.command(restore)).toBe('not_found')
  for (const document of ['stage', `desk:${ana.seat.person}`, 'coach:x', 'plc:none', 'constructor', '']) {
    expect((await here.facilitator.call('GET', `/versions?document=${document}`)).code).toBe('not_found')
    expect(await here.facilitator.command({ ...restore, document })).toBe('not_found')
  }
  expect((await here.facilitator.call('GET', '/versions')).code).toBe('not_found')
  for (const version of [0, -1, 1.5, 'x', 2 ** 60])
    expect(
      (await here.facilitator.call('POST', '/commands', { id: `v${version}`, command: { ...restore, version } })).code,
    ).toMatch(/bad_request|not_found/)
})
