import { boardView, stageView, type ClusterId, type FacilitatorSeat, type Seat, type StepId } from '@groundswell/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../support/wait.ts'
import { startApp, type App } from './support/app.ts'
import { createDevice, type Device } from './support/device.ts'

const PEOPLE = 20
/** Most of them: some are quiet, on purpose. */
const MOST = 14
/** People think before they act, also hurried ones on a busy machine. */
const PATIENCE = 90_000

let app: App
const opened: Device[] = []
beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  for (const device of opened) device.close()
  await app.close()
})

const seatAt = (seat: Seat): Device => {
  const device = createDevice(app.url, seat)
  opened.push(device)
  return device
}

async function rehearse(of: Device, people: number = PEOPLE) {
  const answer = await of.call('POST', '/rehearsal', { people })
  expect(answer).toMatchObject({ status: 201 })
  const { seat, links } = answer.body as FacilitatorSeat
  const coach = seatAt(seat)
  expect(await coach.command({ type: 'rehearsal.set', state: 'running', pace: 'fast' })).toBe('ok')
  return { coach, code: links.code }
}

const go = (coach: Device, step: string) => coach.command({ type: 'step.go', to: step as StepId })

describe('a rehearsal', () => {
  it(
    'H2: twenty write in private, are revealed, group and vote, everyone and everything counted, and the real session has none of it',
    { timeout: 4 * PATIENCE },
    async () => {
      const { facilitator } = await app.found()
      const real = await facilitator.open('stage')
      const untouched = real.doc.getMap('session').toJSON()
      const { coach, code } = await rehearse(facilitator)
      const stage = (await coach.open('stage')).doc
      const view = () => stageView(stage)
      const wait = (what: string, holds: () => boolean) => until(what, holds, PATIENCE)

      await wait('all are in', () => view().people.length === PEOPLE + 1)
      expect((await app.call('GET', `/api/codes/${code}`)).body).toMatchObject({ rehearsal: true })
      await go(coach, 's2')
      await wait('most have written', () => view().writing.current.writers >= MOST)
      const board = (await coach.open('board')).doc
      expect(boardView(board).notes.size).toBe(0)

      await coach.command({ type: 'rehearsal.set', state: 'paused', pace: 'fast' })
      await wait('nobody types', () => view().room.typing === 0)
      const { notes } = view().writing.current
      expect(await coach.command({ type: 'desk.reveal', horizon: 'current' })).toBe('ok')
      await wait('all notes are there', () => boardView(board).notes.size === notes)

      await go(coach, 's6')
      await coach.command({ type: 'rehearsal.set', state: 'running', pace: 'fast' })
      await wait('most notes are grouped', () => boardView(board).loose.length < notes / 3)

      await go(coach, 's8')
      await coach.command({ type: 'vote.open' })
      await wait('most have voted', () => {
        const { vote } = view()
        return vote.state === 'open' && vote.turnout >= MOST
      })
      await coach.command({ type: 'vote.close' })
      await wait('it is counted', () => view().vote.state === 'counted')
      const { vote } = view()
      const tally = vote.state === 'counted' ? vote.tally : []
      expect(tally.reduce((sum, { votes }) => sum + votes, 0)).toBeGreaterThanOrEqual(MOST)
      expect(tally.every(({ cluster }: { cluster: ClusterId }) => boardView(board).clusters.has(cluster))).toBe(true)

      expect(real.doc.getMap('session').toJSON()).toEqual(untouched)
      expect(await coach.command({ type: 'rehearsal.end' })).toBe('ok')
      expect((await coach.call('GET', '/me')).code).toBe('session_gone')
      expect((await facilitator.call('GET', '/me')).status).toBe(200)
    },
  )

  it('H2: only a facilitator begins one, of a size there is', async () => {
    const room = await app.found()
    const { facilitator } = room
    const ana = await room.join('Ana')
    expect((await ana.call('POST', '/rehearsal', { people: 8 })).code).toBe('forbidden')
    expect((await facilitator.call('POST', '/rehearsal', { people: 9_000 })).code).toBe('bad_request')
    const { coach } = await rehearse(facilitator, 8)
    expect((await facilitator.call('POST', '/rehearsal', { people: 8 })).code).toBe('rehearsal_running')
    await coach.command({ type: 'rehearsal.end' })
  })
})
