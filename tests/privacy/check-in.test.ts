import type { CheckInCard, PersonId, PlcId, Seat } from '@groundswell/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type App } from './support/app.ts'
import { createDevice, type Device } from './support/device.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const [TEAM, OTHERS] = ['team', 'others'] as PlcId[]

async function set() {
  const room = await app.found()
  const { facilitator } = room
  const [ana, ben] = [await room.join('Ana'), await room.join('Ben')]
  for (const plc of [TEAM!, OTHERS!]) await facilitator.command({ type: 'plc.create', plc, name: plc })
  for (const { seat } of [ana, facilitator]) await facilitator.command({ type: 'plc.join', plc: TEAM!, person: seat.person })
  const link = (await ana.call('GET', `/plcs/${TEAM}/check-in`)).body as { readonly path: string }
  return { ...room, ana, ben, secret: link.path.split('#')[1]! }
}

const enter = (secret: string, person: PersonId) => app.call('POST', '/api/check-in/enter', { secret, person })

const comeIn = async (secret: string, person: PersonId): Promise<Device> =>
  createDevice(app.url, (await enter(secret, person)).body as Seat)

describe('R7: a check-in link', () => {
  it('is given to members and facilitators, and names the members who may come in', async () => {
    const { facilitator, ana, ben, secret } = await set()
    expect((await ben.call('GET', `/plcs/${TEAM}/check-in`)).code).toBe('forbidden')
    expect((await facilitator.call('GET', `/plcs/${TEAM}/check-in`)).code).toBeNull()
    const card = (await app.call('POST', '/api/check-in', { secret })).body as CheckInCard
    expect(card.members.map(({ id }) => id)).toEqual([ana.seat.person])
    expect((await enter(secret, ben.seat.person)).code).toBe('not_found')
    expect((await enter(secret, facilitator.seat.person)).code).toBe('not_found')
    for (const wrong of [`${secret}x`, secret.replace('.team.', '.others.'), 'a.b.c', ''])
      expect((await app.call('POST', '/api/check-in', { secret: wrong })).status).toBeGreaterThanOrEqual(400)
  })

  it("writes in the PLC's room, and reaches nothing that is the person's own", async () => {
    const { ana, ben, secret } = await set()
    await ana.command({ type: 'agreement.set', plc: TEAM!, level: 2, reservation: 'Between us' })
    const guest = await comeIn(secret, ana.seat.person)
    const peer = await guest.open(`plc:${TEAM}`)
    peer.doc.getMap('readings')
    expect((await guest.call('GET', '/me')).body).toMatchObject({ votes: [], agreements: [], links: null })
    expect(await guest.command({ type: 'done.set', done: true })).toBe('forbidden')
    for (const key of [`desk:${ana.seat.person}`, `desk:${ben.seat.person}`, `coach:${ana.seat.person}`, `plc:${OTHERS}`])
      expect(await (await guest.listen(key)).closed()).toBe(4403)
    guest.close()
  })

  it('stays what it is when its device comes back, and ends when the member becomes a facilitator or leaves', async () => {
    const { facilitator, ana, secret } = await set()
    const guest = await comeIn(secret, ana.seat.person)
    const again = createDevice(app.url, (await guest.call('POST', '/refresh', { key: guest.seat.key })).body as Seat)
    expect(await (await again.listen(`desk:${ana.seat.person}`)).closed()).toBe(4403)
    await facilitator.command({ type: 'person.role', person: ana.seat.person, role: 'facilitator' })
    expect((await again.call('GET', '/me')).code).toBe('unauthorized')
    expect(await (await again.listen(`plc:${TEAM}`)).closed()).toBe(4403)
    expect((await enter(secret, ana.seat.person)).code).toBe('not_found')
    for (const device of [guest, again]) device.close()
  })
})
