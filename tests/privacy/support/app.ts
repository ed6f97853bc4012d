import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, readConfig, type RunningServer } from '@groundswell/server'
import { createLog } from '@groundswell/server/relay'
import type { FacilitatorSeat, Seat } from '@groundswell/shared'
import { createDevice, type Device } from './device.ts'
import { call, type Answer } from './http.ts'

/** The real server in this process, on a free port, with a data folder that goes away again. */
export interface App {
  readonly url: string
  readonly logLines: readonly string[]
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** A new session and its facilitator's device. */
  found(changes?: Readonly<Record<string, unknown>>): Promise<Room>
  close(): Promise<void>
}

/** A session with the devices that joined it. */
export interface Room {
  readonly facilitator: Device
  readonly links: FacilitatorSeat['links']
  join(name: string, changes?: Readonly<Record<string, unknown>>): Promise<Device>
  display(): Promise<Device>
}

export const NEW_SESSION = {
  title: 'Visioning',
  district: 'Maple Fork',
  targetYear: 2029,
  questions: { current: 'Today?', ideal: 'In three years?' },
  naming: 'no_names',
  template: 'cohort',
  language: 'en',
  facilitator: { name: 'Avery Quinn', jobRole: 'technology_coach' },
} as const

export async function startApp(): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), 'groundswell-'))
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir })
  if (!config.ok) throw new Error(config.error.join(' '))
  const logLines: string[] = []
  const log = createLog((line) => void logLines.push(line), Date.now)
  const server: RunningServer = await createServer({ config: config.value, log })
  const url = `http://127.0.0.1:${server.port}`
  const devices: Device[] = []
  const seatDevice = (seat: Seat): Device => {
    const device = createDevice(url, seat)
    devices.push(device)
    return device
  }
  return {
    url,
    logLines,
    call: (method, path, body, headers) => call(url, method, path, body, headers),
    async found(changes = {}) {
      const { body } = await call(url, 'POST', '/api/sessions', { ...NEW_SESSION, ...changes })
      return roomOf(url, body as FacilitatorSeat, seatDevice)
    },
    async close() {
      for (const device of devices) device.close()
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function roomOf(url: string, { seat, links }: FacilitatorSeat, seatDevice: (seat: Seat) => Device): Room {
  const secret = links.display.split('#')[1]
  return {
    facilitator: seatDevice(seat),
    links,
    async join(name, changes = {}) {
      const body = { code: links.code, name, jobRole: 'teacher', device: 'person', heads: 1, ...changes }
      const answer = await call(url, 'POST', `/api/sessions/${seat.session}/join`, body)
      return seatDevice(answer.body as Seat)
    },
    display: async () => seatDevice((await call(url, 'POST', '/api/display', { secret })).body as Seat),
  }
}
