import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDeskNote, boardView, deskNotes, type FacilitatorSeat, type NoteId, type Seat, type StepId } from '@groundswell/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../support/wait.ts'
import { NEW_SESSION } from './support/app.ts'
import { createDevice, type Device } from './support/device.ts'
import { call } from './support/http.ts'
import { startProcess, type DidNotStart, type ServerProcess } from './support/process.ts'

let dataDir: string
let server: ServerProcess
const devices: Device[] = []
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'groundswell-'))
  server = await startProcess({ DATA_DIR: dataDir })
})
afterEach(async () => {
  for (const device of devices.splice(0)) device.close()
  await server.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

const WRITERS = 4
const NOTES_EACH = 5

function sit(seat: Seat): Device {
  const device = createDevice(server.url, seat)
  devices.push(device)
  return device
}

async function writeNotes(device: Device, name: string): Promise<void> {
  const desk = await device.open(`desk:${device.seat.person}`)
  for (let index = 0; index < NOTES_EACH; index++) {
    addDeskNote(desk.doc, { id: `${name}-${index}` as NoteId, horizon: 'current', text: `${name} says ${index}` })
  }
  await desk.saved()
}

/** A session in its first writing step, with all notes on the desks' disk. */
async function fullDesks(): Promise<{ facilitator: Seat; writers: readonly Seat[]; texts: readonly string[] }> {
  const { seat, links } = (await call(server.url, 'POST', '/api/sessions', NEW_SESSION)).body as FacilitatorSeat
  await sit(seat).command({ type: 'step.go', to: 's2' as StepId })
  const writers: Seat[] = []
  for (let index = 0; index < WRITERS; index++) {
    const body = { code: links.code, name: `W${index}`, jobRole: 'teacher', device: 'person', heads: 1 }
    const answer = await call(server.url, 'POST', `/api/sessions/${seat.session}/join`, body)
    writers.push(answer.body as Seat)
    await writeNotes(sit(answer.body as Seat), `W${index}`)
  }
  const texts = writers.flatMap((_, writer) => Array.from({ length: NOTES_EACH }, (_note, index) => `W${writer} says ${index}`))
  return { facilitator: seat, writers, texts }
}

/** Kills and starts again; the old connections are of no use any more. */
async function powerCut(): Promise<void> {
  for (const device of devices.splice(0)) device.close()
  await server.kill()
  server = await startProcess({ DATA_DIR: dataDir })
}

const sorted = (texts: readonly string[]): readonly string[] => texts.toSorted((a, b) => a.localeCompare(b))

/** Milliseconds after the command: before, while and after it writes. */
const MOMENTS = [0, 4, 8, 12, 18, 25, 35, 60]

describe('a power cut around the reveal', () => {
  it.each(MOMENTS)('%i ms after the command every note is published once and no desk keeps one', async (delay) => {
    const { facilitator, writers, texts } = await fullDesks()
    const go = { type: 'step.go', to: 's3' as StepId } as const
    const lost = sit(facilitator)
      .command(go, 'the-move')
      .catch(() => 'lost')
    const cutAt = performance.now() + delay
    await until('the moment', () => performance.now() >= cutAt)
    await powerCut()
    await lost
    const back = sit(facilitator)
    expect(await back.command(go, 'the-move')).toBe('ok')
    const stage = await back.stage((view) => view.writing.current.revealed)
    expect(stage.writing.current.notes).toBe(texts.length)
    const { doc } = await back.open('board')
    expect(sorted([...boardView(doc).notes.values()].map((note) => note.text))).toEqual(sorted(texts))
    for (const seat of writers) expect(deskNotes((await sit(seat).open(`desk:${seat.person}`)).doc)).toEqual([])
  })

  it('whoever connects first finds an interrupted reveal finished, without any command', async () => {
    const { facilitator, texts } = await fullDesks()
    const lost = sit(facilitator)
      .command({ type: 'step.go', to: 's3' as StepId })
      .catch(() => 'lost')
    const stage = await sit(facilitator).stage(
      (view) => view.step.kind === 'together' || view.writing.current.notes === texts.length,
    )
    await powerCut()
    await lost
    const back = await sit(facilitator).stage(
      (view) => view.ready && (view.step.kind !== 'together' || view.writing.current.revealed),
    )
    expect(back.title).toBe(stage.title)
  })
})

describe('starting', () => {
  const attempt = (env: Readonly<Record<string, string>>): Promise<DidNotStart> =>
    startProcess({ LOG_LEVEL: 'error', ...env }).then(
      async (started) => {
        await started.kill()
        throw new Error('it started')
      },
      (error: unknown) => error as DidNotStart,
    )

  it('a second server on the same data folder, or the same port, says so and ends', async () => {
    const second = await attempt({ DATA_DIR: dataDir })
    expect([second.code, second.message]).toEqual([
      1,
      expect.stringMatching(/^Another Groundswell is using the data folder \S+;[^\n]*\.$/),
    ])
    const other = mkdtempSync(join(tmpdir(), 'groundswell-'))
    const taken = await attempt({ DATA_DIR: other, PORT: new URL(server.url).port })
    rmSync(other, { recursive: true })
    expect([taken.code, taken.message]).toEqual([1, expect.stringMatching(/^Port \d+ is taken by another program;[^\n]*\.$/)])
  })

  it('a data folder that cannot be used, or a wrong setting, is told in one sentence each', async () => {
    const folder = await attempt({ DATA_DIR: '/proc/nothing' })
    expect([folder.code, folder.message]).toEqual([
      1,
      expect.stringMatching(/^The data folder \/proc\/nothing cannot be used[^\n]*\.$/),
    ])
    const settings = await attempt({ DATA_DIR: dataDir, PORT: 'abc', SECRET: 'short' })
    expect([settings.code, settings.message.split('\n')]).toEqual([
      1,
      ['PORT must be a port number from 0 to 65535.', 'SECRET must have at least 32 characters.'],
    ])
  })

  it('a session, its code, its links and its seats outlive a power cut', async () => {
    const { seat, links } = (await call(server.url, 'POST', '/api/sessions', NEW_SESSION)).body as FacilitatorSeat
    await powerCut()
    expect((await call(server.url, 'GET', `/api/codes/${links.code}`)).status).toBe(200)
    expect((await call(server.url, 'POST', '/api/recover', { secret: links.recovery.split('#')[1] })).status).toBe(200)
    expect((await sit(seat).call('GET', '/me')).body).toMatchObject({ links })
    expect((await sit(seat).stage((stage) => stage.ready)).title).toBe(NEW_SESSION.title)
    expect(server.output()).not.toContain(seat.token)
  })
})
