import {
  addDeskNote,
  boardRoots,
  boardView,
  deskNotes,
  editDeskNote,
  type Horizon,
  type NoteId,
  type StepId,
} from '@groundswell/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RawClient } from '../support/raw-client.ts'
import { until } from '../support/wait.ts'
import { startApp, type App, type Room } from './support/app.ts'
import { deskHolds, type Device } from './support/device.ts'

const SECRETS = ['Quartz lamps flicker in the annex', 'Nobody repairs the velvet carts', 'We whisper about the walrus policy']

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const step = (room: Room, id: string) => room.facilitator.command({ type: 'step.go', to: id as StepId })

async function write(device: Device, texts: readonly string[], horizon: Horizon = 'current'): Promise<readonly NoteId[]> {
  const desk = await device.open(`desk:${device.seat.person}`)
  const ids = texts.map((_, index) => `desk-note-${device.seat.person}-${index}` as NoteId)
  texts.forEach((text, index) => addDeskNote(desk.doc, { id: ids[index]!, horizon, text }))
  await desk.saved()
  return ids
}

const holds = (bytes: Uint8Array | string, word: string): boolean => Buffer.from(bytes).includes(Buffer.from(word))

/** Opens everything there is to open, whether it may or not, and keeps every byte. */
async function spyOn(device: Device, writer: string): Promise<readonly RawClient[]> {
  const own = device.seat.person
  const keys = ['stage', 'board', `desk:${writer}`, `coach:${writer}`, `desk:${own}`, `coach:${own}`, 'plc:team']
  const clients: RawClient[] = []
  for (const key of keys) clients.push(await device.listen(key))
  return clients
}

/** Everything HTTP gives to a device. */
async function ask(device: Device): Promise<readonly string[]> {
  const own = await Promise.all(
    ['/me', '/export.json', '/export.md', '/export.csv', '/export.csv?table=steps'].map((path) => device.call('GET', path)),
  )
  const open = await Promise.all(['/metrics', '/healthz', '/readyz', '/api/config'].map((path) => app.call('GET', path)))
  return [...own, ...open].map((answer) => answer.text)
}

async function writingRoom(naming: 'named' | 'no_names') {
  const room = await app.found({ naming })
  const [ana, ben, display] = [await room.join('Ana Bright'), await room.join('Ben Stone'), await room.display()]
  await room.facilitator.command({ type: 'plc.create', plc: 'team' as never, name: 'Team' })
  await step(room, 's2')
  return { room, ana, ben, display }
}

describe.each(['named', 'no_names'] as const)('before the reveal, %s', (naming) => {
  it('D1 no byte that reaches another device, an export or the log holds a note or its id', async () => {
    const { room, ana, ben, display } = await writingRoom(naming)
    const others = [room.facilitator, ben, display]
    const spies: RawClient[] = []
    for (const device of others) spies.push(...(await spyOn(device, ana.seat.person)))
    const ids = await write(ana, SECRETS)
    await room.facilitator.stage((stage) => stage.writing.current.notes === SECRETS.length)
    const texts: string[] = []
    for (const device of others) texts.push(...(await ask(device)))
    const heard = [...spies.flatMap((spy) => spy.received), ...texts, ...app.logLines]
    for (const word of [...SECRETS, ...ids]) expect(heard.filter((bytes) => holds(bytes, word))).toEqual([])
    expect(spies.some((spy) => spy.received.length > 1)).toBe(true)
  })

  it('D1 a desk opens to its owner alone, the facilitator included', async () => {
    const { room, ana, ben, display } = await writingRoom(naming)
    for (const device of [room.facilitator, ben, display]) {
      expect(await (await device.listen(`desk:${ana.seat.person}`)).closed()).toBe(4403)
      expect(await (await device.listen(`coach:${ana.seat.person}`)).closed()).toBe(4403)
    }
  })

  it('others see counts alone', async () => {
    const { ana, ben } = await writingRoom(naming)
    await write(ana, [...SECRETS, '   '])
    const stage = await ben.stage((view) => view.writing.current.notes === 3)
    expect(stage.writing.current).toEqual({ notes: 3, writers: 1, revealed: false })
  })
})

describe('the reveal', () => {
  it('publishes every note once, empties the desks, and tells nobody who wrote what without names', async () => {
    const { room, ana, ben } = await writingRoom('no_names')
    const ids = [...(await write(ana, SECRETS)), ...(await write(ben, ['A plain idea']))]
    const board = await ben.listen('board')
    expect(await step(room, 's3')).toBe('ok')
    await deskHolds(ana, 0)
    const { doc } = await room.facilitator.open('board')
    await until('the notes are there', () => boardView(doc).notes.size === 4)
    const notes = [...boardView(doc).notes.values()]
    expect(notes.map((note) => note.text).sort((a, b) => a.localeCompare(b))).toEqual(
      [...SECRETS, 'A plain idea'].sort((a, b) => a.localeCompare(b)),
    )
    expect(notes.every((note) => note.author === null && note.round === 1 && !note.late)).toBe(true)
    const traces = [...ids, ana.seat.person, ben.seat.person]
    await until('the board arrived', () => board.received.some((frame) => holds(frame, SECRETS[0]!)))
    for (const trace of traces) expect(board.received.filter((frame) => holds(frame, trace))).toEqual([])
    for (const trace of traces) expect(holds(Y.encodeStateAsUpdate(doc), trace)).toBe(false)
    expect(writersOf(doc).size).toBe(1)
  })

  it('keeps the author where names were promised', async () => {
    const { room, ana } = await writingRoom('named')
    await write(ana, [SECRETS[0]!])
    await step(room, 's3')
    const { doc } = await room.facilitator.open('board')
    await until('the note is there', () => boardView(doc).notes.size === 1)
    expect([...boardView(doc).notes.values()][0]?.author).toBe(ana.seat.person)
  })

  it('changes nothing when it is asked for again, alone or twice at once', async () => {
    const { room, ana } = await writingRoom('no_names')
    await write(ana, SECRETS)
    const reveal = { type: 'desk.reveal', horizon: 'current' } as const
    const answers = await Promise.all([1, 2, 3].map(() => room.facilitator.command(reveal)))
    expect(answers).toEqual(['ok', 'ok', 'ok'])
    await room.facilitator.command(reveal)
    await step(room, 's3')
    const { doc } = await room.facilitator.open('board')
    expect(boardView(doc).notes.size).toBe(3)
  })

  it('shows how many notes and writers there were', async () => {
    const { room, ana, ben } = await writingRoom('no_names')
    await write(ana, SECRETS)
    await write(ben, ['One'])
    await step(room, 's3')
    const stage = await ben.stage((view) => view.writing.current.revealed)
    expect(stage.writing.current).toEqual({ notes: 4, writers: 2, revealed: true })
    expect(stage.writing.ideal.revealed).toBe(false)
  })

  it('leaves empty notes and the other horizon on the desk', async () => {
    const { room, ana } = await writingRoom('no_names')
    await write(ana, ['  '], 'current')
    const desk = await ana.open(`desk:${ana.seat.person}`)
    addDeskNote(desk.doc, { id: 'later' as NoteId, horizon: 'ideal', text: 'For later' })
    await desk.saved()
    await step(room, 's3')
    const { doc } = await room.facilitator.open('board')
    expect(boardView(doc).notes.size).toBe(0)
    expect(deskNotes(desk.doc)).toHaveLength(2)
  })
})

describe('after the reveal', () => {
  it('a late note is published by its owner, marked, and leaves the desk', async () => {
    const { room, ana, ben } = await writingRoom('no_names')
    const [id] = await write(ana, ['Too late'])
    expect(await ana.command({ type: 'desk.publish', note: id! })).toBe('not_now')
    const desk = await ana.open(`desk:${ana.seat.person}`)
    editDeskNote(desk.doc, id!, '')
    await desk.saved()
    await step(room, 's3')
    expect(await ana.command({ type: 'desk.publish', note: id! })).toBe('bad_request')
    editDeskNote(desk.doc, id!, 'Now it is ready')
    await desk.saved()
    expect(await ben.command({ type: 'desk.publish', note: id! })).toBe('not_found')
    expect(await ana.command({ type: 'desk.publish', note: id! })).toBe('ok')
    expect(await ana.command({ type: 'desk.publish', note: id! })).toBe('ok')
    await deskHolds(ana, 0)
    const { doc } = await ben.open('board')
    await until('the note is there', () => boardView(doc).notes.size === 1)
    expect([...boardView(doc).notes.values()][0]).toMatchObject({ text: 'Now it is ready', late: true, author: null })
  })

  it('D3 words typed into a published note come back to the desk, and are a note of their own when their owner adds them', async () => {
    const { room, ana, ben } = await writingRoom('no_names')
    const [id] = await write(ana, ['Half a'])
    await step(room, 's3')
    await deskHolds(ana, 0)
    const desk = await ana.open(`desk:${ana.seat.person}`)
    editDeskNote(desk.doc, id!, 'Half a thought')
    await desk.saved()
    const { doc } = await ben.open('board')
    const texts = () => [...boardView(doc).notes.values()].map((note) => note.text).sort((a, b) => a.localeCompare(b))
    expect(await room.facilitator.command({ type: 'desk.reveal', horizon: 'current' })).toBe('ok')
    expect(texts()).toEqual(['Half a'])
    expect(await ana.command({ type: 'desk.publish', note: id! })).toBe('ok')
    expect(await ana.command({ type: 'desk.publish', note: id! })).toBe('ok')
    await until('the words are there', () => boardView(doc).notes.size === 2)
    expect(texts()).toEqual(['Half a', 'Half a thought'])
    expect(writersOf(doc).size).toBe(1)
    await deskHolds(ana, 0)
  })

  it('N8: an added note is written by the server, once, with a name and a table’s initials only where names were promised', async () => {
    for (const naming of ['named', 'no_names'] as const) {
      const { room, ana } = await writingRoom(naming)
      const table = await room.join('Table 4', { device: 'table', heads: 4 })
      const note = { note: 'extra' as NoteId, horizon: 'current', text: 'Heard just now', initials: 'JD' } as const
      const add = { type: 'note.add', ...note } as const
      expect(await ana.command(add)).toBe('not_now')
      await step(room, 's3')
      expect(await ana.command(add)).toBe('ok')
      expect(await ana.command(add)).toBe('ok')
      expect(await table.command({ ...add, note: 'of-table' as NoteId })).toBe('ok')
      const { doc } = await room.facilitator.open('board')
      const named = naming === 'named'
      const { notes } = boardView(doc)
      const author = named ? ana.seat.person : null
      expect(notes.get('extra' as NoteId)).toMatchObject({ round: 2, late: false, author, initials: '' })
      expect(notes.get('of-table' as NoteId)).toMatchObject({ initials: named ? 'JD' : '' })
      expect(writersOf(doc).size).toBe(1)
    }
  })
})

/** Whose pens wrote the notes of a board: a Yjs client id gives its author away. */
function writersOf(doc: Y.Doc): ReadonlySet<number> {
  const { notes } = boardRoots(doc)
  return new Set([...notes.values()].map((note) => Y.createRelativePositionFromTypeIndex(note, 0).type?.client ?? -1))
}
