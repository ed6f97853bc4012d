import { plcView, type PersonId, type PlcId, type StepId } from '@groundswell/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../support/wait.ts'
import { startApp, type App } from './support/app.ts'
import type { Device } from './support/device.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const PLC = 'team' as PlcId
const SECRET = 'The walrus policy frightens me'
const KEYS = ['stage', 'board', `plc:${PLC}`]

const holds = (bytes: Uint8Array | string): boolean => Buffer.from(bytes).includes(Buffer.from(SECRET))

async function team() {
  const room = await app.found()
  const { facilitator } = room
  const [ana, ben, screen] = [await room.join('Ana'), await room.join('Ben'), await room.display()]
  await facilitator.command({ type: 'plc.create', plc: PLC, name: 'Team' })
  for (const { seat } of [ana, ben]) await facilitator.command({ type: 'plc.join', plc: PLC, person: seat.person })
  await facilitator.command({ type: 'step.go', to: 's13' as StepId })
  return { facilitator, ana, ben, screen }
}

const asked = (device: Device) =>
  Promise.all(['/me', '/export.json', '/export.md', '/export.csv'].map(async (path) => (await device.call('GET', path)).text))

const answered = (device: Device, person: PersonId) =>
  device.stage((stage) => stage.agreements.some((status) => status.answered.includes(person)))

describe('G9: an answer to how fully one stands behind the goal', () => {
  it('reaches no other device, export or log before it is shown, and every one afterwards', async () => {
    const { facilitator, ana, ben, screen } = await team()
    const others = [facilitator, ben, screen]
    const spies = []
    for (const device of others) for (const key of KEYS) spies.push(await device.listen(key))
    await ana.command({ type: 'agreement.set', plc: PLC, level: 2, reservation: SECRET })
    await answered(ben, ana.seat.person)
    const texts = (await Promise.all(others.map(asked))).flat()
    expect([...spies.flatMap((spy) => spy.received), ...texts, ...app.logLines].filter(holds)).toEqual([])
    expect((await asked(ana))[0]).toContain(SECRET)
    expect(await ben.command({ type: 'agreement.set', plc: PLC, level: 4, reservation: '' })).toBe('ok')
    const { doc } = await screen.open(`plc:${PLC}`)
    await until('both are shown', () => plcView(doc).agreement.length === 2)
    expect((await asked(facilitator))[1]).toContain(SECRET)
  })
})
