import {
  addDeskNote,
  boardRoots,
  boardView,
  createCluster,
  editNote,
  ownNotes,
  type NoteId,
  type StepId,
} from '@groundswell/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RawClient } from '../support/raw-client.ts'
import { until } from '../support/wait.ts'
import { startApp, type App, type Room } from './support/app.ts'
import type { Device } from './support/device.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const WRITTEN = 'Quartz lamps flicker in the anex'
const MENDED = 'Quartz lamps flicker in the annex'
const REGRET = 'The velvet carts belong to nobody'

const go = (room: Room, step: string) => room.facilitator.command({ type: 'step.go', to: step as StepId })
const mend = (note: NoteId, from: string, text: string) => ({ type: 'note.mend', note, from, text }) as const
const withdraw = (note: NoteId, withdrawn = true) => ({ type: 'note.withdraw', note, withdrawn }) as const

async function write(device: Device, texts: readonly string[]): Promise<void> {
  const desk = await device.open(`desk:${device.seat.person}`)
  const id = (index: number) => `desk-note-${device.seat.person}-${index}` as NoteId
  texts.forEach((text, index) => addDeskNote(desk.doc, { id: id(index), horizon: 'current', text }))
  await desk.saved()
}

/** The ids of a device's own notes on the board, once its desk knows `count`. */
async function ownOf(device: Device, count: number): Promise<readonly NoteId[]> {
  const { doc } = await device.open(`desk:${device.seat.person}`)
  await until('the desk knows its notes', () => ownNotes(doc).length === count)
  return ownNotes(doc).map(({ note }) => note)
}

async function boardOf(device: Device) {
  const { doc } = await device.open('board')
  const texts = () => [...boardView(doc).notes.values()].map(({ text }) => text).toSorted()
  return { doc, texts, reads: (...words: readonly string[]) => until('the board reads so', () => same(texts(), words)) }
}

const same = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b.toSorted())

/** Ana wrote two notes and Ben one; the group has read them, and now votes: the board is closed. */
async function votingRoom(naming: 'named' | 'no_names' = 'no_names') {
  const room = await app.found({ naming })
  const [ana, ben, display] = [await room.join('Ana Bright'), await room.join('Ben Stone'), await room.display()]
  await go(room, 's2')
  await write(ana, [WRITTEN, REGRET])
  await write(ben, ['A plain idea'])
  await go(room, 's3')
  const [anex, regret] = await ownOf(ana, 2)
  const [plain] = await ownOf(ben, 1)
  await go(room, 's8')
  return { room, ana, ben, display, anex: anex!, regret: regret!, plain: plain! }
}

const PEN = (doc: Y.Doc): ReadonlySet<number> =>
  new Set(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs.map(({ id }) => id.client))

describe('a note that is mended after its step', () => {
  it('R9 changes for everyone while the board is closed, for its writer alone', async () => {
    const { room, ana, ben, display, anex, plain } = await votingRoom()
    const { reads } = await boardOf(ben)
    for (const device of [ben, room.facilitator]) expect(await device.command(mend(anex, WRITTEN, 'x'))).toBe('not_found')
    expect(await display.command(mend(anex, WRITTEN, 'x'))).toBe('forbidden')
    expect(await ana.command(mend(plain, 'A plain idea', 'x'))).toBe('not_found')
    expect(await ana.command(mend('nowhere' as NoteId, '', 'x'))).toBe('not_found')
    expect(await ana.command(mend(anex, WRITTEN, MENDED))).toBe('ok')
    await reads(MENDED, REGRET, 'A plain idea')
  })

  it('R9 no byte that reaches another device, no export and no log line says whose it is', async () => {
    const { room, ana, ben, display, anex, regret } = await votingRoom()
    const others = [room.facilitator, ben, display]
    const spies: RawClient[] = []
    for (const device of others)
      for (const key of ['board', 'stage', `desk:${ana.seat.person}`, `desk:${device.seat.person}`])
        spies.push(await device.listen(key))
    const { doc, reads } = await boardOf(ben)
    await until('everyone has the board', () => spies.filter(({ received }) => received.some(holds(WRITTEN))).length === 3)
    const before = spies.map(({ received }) => received.length)
    const pens = PEN(doc).size
    expect(await ana.command(mend(anex, WRITTEN, MENDED))).toBe('ok')
    expect(await ana.command(withdraw(regret))).toBe('ok')
    await reads(MENDED, 'A plain idea')
    expect(await ana.command(withdraw(regret, false))).toBe('ok')
    await reads(MENDED, REGRET, 'A plain idea')
    const desk = (await ana.open(`desk:${ana.seat.person}`)).doc
    const traces = [ana.seat.person, 'Ana Bright', 'desk-note', ...ownNotes(desk).map(({ seal }) => seal)]
    const since = spies.flatMap(({ received }, index) => received.slice(before[index]))
    expect(since.some(holds(REGRET))).toBe(true)
    // The server's pen wrote the board before, and writes it still: no new one that would mark who mended.
    expect(PEN(doc).size).toBe(pens)
    const versions = await room.facilitator.call('GET', '/versions?document=board')
    const notes = JSON.stringify(boardRoots(doc).notes.toJSON())
    for (const trace of traces) {
      expect({ trace, found: since.filter(holds(trace)) }).toEqual({ trace, found: [] })
      expect({ trace, found: [versions.text, notes, ...app.logLines].filter(holds(trace)) }).toEqual({ trace, found: [] })
    }
    for (const path of ['/export.md', '/export.csv', '/export.json']) {
      const lines = (await room.facilitator.call('GET', path)).text.split('\n')
      const about = lines.filter((line, index) => [line, lines[index + 1] ?? ''].some(holds(MENDED)))
      expect(about.length).toBeGreaterThan(0)
      for (const trace of traces) expect(about.filter(holds(trace))).toEqual([])
    }
  })

  it('N9 asks its writer where others changed the same place', async () => {
    const { room, ana, anex } = await votingRoom()
    const { doc, reads } = await boardOf(room.facilitator)
    editNote(doc, anex, 'Quartz lamps flicker in the attic')
    await (await room.facilitator.open('board')).saved()
    expect(await ana.command(mend(anex, WRITTEN, MENDED))).toBe('conflict')
    expect(await ana.command(mend(anex, 'Quartz lamps flicker in the attic', MENDED))).toBe('ok')
    await reads(MENDED, REGRET, 'A plain idea')
  })

  it('keeps its author where names were promised', async () => {
    const { ana, ben, anex } = await votingRoom('named')
    const { doc } = await boardOf(ben)
    await ana.command(mend(anex, WRITTEN, MENDED))
    await until('the words are there', () => boardView(doc).notes.get(anex)?.text === MENDED)
    expect(boardView(doc).notes.get(anex)?.author).toBe(ana.seat.person)
  })
})

describe('a note that its writer took back', () => {
  it('N10 is in no view and no export, and only its writer brings it back', async () => {
    const { room, ana, ben, regret } = await votingRoom()
    const { doc, reads } = await boardOf(ben)
    for (const device of [ben, room.facilitator]) expect(await device.command(withdraw(regret))).toBe('not_found')
    expect(await ana.command(withdraw(regret))).toBe('ok')
    await reads(WRITTEN, 'A plain idea')
    expect(holds(REGRET)(Y.encodeStateAsUpdate(doc))).toBe(false)
    for (const path of ['/export.md', '/export.csv', '/export.json'])
      expect((await room.facilitator.call('GET', path)).text).not.toContain(REGRET)
    for (const device of [ben, room.facilitator]) expect(await device.command(withdraw(regret, false))).toBe('not_found')
    expect(await ana.command(withdraw(regret, false))).toBe('ok')
    await reads(WRITTEN, REGRET, 'A plain idea')
  })

  it('N10 can be taken back until its cluster is voted on', async () => {
    const { room, ana, regret } = await votingRoom()
    const board = await room.facilitator.open('board')
    createCluster(board.doc, { id: 'c1' as never, at: { x: 0, y: 0 }, title: 'Carts' }, [regret])
    await board.saved()
    await room.facilitator.command({ type: 'vote.open' })
    expect(await ana.command(withdraw(regret))).toBe('not_now')
    expect(await ana.command(mend(regret, REGRET, 'The carts are shared'))).toBe('ok')
  })
})

describe('who asks', () => {
  it('R9 a session that has ended, a person who was removed and a check-in link mend nothing', async () => {
    const { room, ana, ben, anex, plain } = await votingRoom()
    await room.facilitator.command({ type: 'person.remove', person: ben.seat.person })
    expect(await ben.command(mend(plain, 'A plain idea', 'x'))).toBe('unauthorized')
    expect(await room.facilitator.command({ type: 'session.delete' })).toBe('ok')
    expect(await ana.command(mend(anex, WRITTEN, MENDED))).toBe('session_gone')
  })

  it('is slowed down like everyone who sends too many commands', async () => {
    const { ana, anex } = await votingRoom()
    const answers: string[] = []
    for (let round = 0; round < 14; round++)
      answers.push(...(await Promise.all(Array.from({ length: 50 }, () => ana.command(mend(anex, 'elsewhere', 'x'))))))
    expect(new Set(answers)).toEqual(new Set(['conflict', 'too_many_requests']))
  })
})

function holds(word: string): (bytes: Uint8Array | string) => boolean {
  return (bytes) => Buffer.from(bytes).includes(Buffer.from(word))
}
