import {
  saveCheckIn,
  type FacilitatorSeat,
  type ItemId,
  type PlcFile,
  type PlcId,
  type Seat,
  type SessionFile,
} from '@groundswell/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type App } from '../privacy/support/app.ts'
import { createDevice, type Device } from '../privacy/support/device.ts'
import { daysOf, oneLine, readWord, rowsOf, wordsOf } from '../support/plan-readers.ts'

let app: App
let seat: FacilitatorSeat['seat']
let file: SessionFile
let plc: PlcFile

const get = (path: string) =>
  fetch(`${app.url}/api/sessions/${seat.session}${path}${path.includes('?') ? '&' : '?'}token=${seat.token}`)
const ofPlan = (name: string) => get(`/plcs/${plc.id}/plan.${name}`)

beforeAll(async () => {
  app = await startApp()
  seat = ((await app.call('POST', '/api/sessions/example')).body as FacilitatorSeat).seat
  file = (await (await get('/export.json')).json()) as SessionFile
  plc = file.plcs[0]!
})
afterAll(() => app.close())

describe('X7: the plan as a file, read by a reader of its format', () => {
  it('DOCX: headings, lists and tables hold the plan, with the notes it came from', async () => {
    const answer = await ofPlan('docx')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="plc-a-[a-z0-9-]+\.docx"$/)
    const { html, text: said } = await readWord(Buffer.from(await answer.arrayBuffer()))
    for (const words of wordsOf(plc)) expect(said).toContain(oneLine(words))
    expect(file.notes.filter(({ text }) => said.includes(oneLine(text))).length).toBeGreaterThan(1)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<table>/g)!.length).toBeGreaterThan(plc.members.length)
    expect(html).toContain('<thead>')
  })

  it('calendar: every check-in and every open step with a date, each a whole day, and the same again', async () => {
    const [first, again] = await Promise.all([ofPlan('ics'), ofPlan('ics')])
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const [text, second] = [await first.text(), await again.text()]
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const events = daysOf(text)
    const at = (id: string) => events.find(({ uid }) => uid === `${plc.id}.${id}@groundswell`)
    for (const { id, date, focus } of plc.checkIns) {
      expect(at(id)?.start).toBe(date)
      expect(at(id)?.description).toContain(focus)
    }
    const open = plc.steps.filter(({ status, due }) => status !== 'done' && status !== 'dropped' && due !== '')
    for (const { id, due, text: step } of open) {
      expect(at(id)).toMatchObject({ start: due })
      expect(at(id)?.summary).toContain(step)
    }
    expect(open.length).toBeGreaterThan(5)
    expect(daysOf(second).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  })

  it('tables: one row per step, cell by cell', async () => {
    const data = rowsOf(await (await ofPlan('csv')).text())
    expect(data.map((row) => [row['Step'], row['Due'], row['If something gets in the way'] ?? row['When in doubt']])).toEqual(
      plc.steps.map(({ text: step, due, ifThen }) => [step, due, ifThen]),
    )
  })

  it.each(['html', 'md', 'json'])('%s: the same words', async (format) => {
    const text = oneLine((await (await ofPlan(format)).text()).replaceAll('&#39;', "'").replaceAll('\\', ''))
    for (const words of wordsOf(plc))
      expect(text).toContain(format === 'json' ? JSON.stringify(words).slice(1, -1).replaceAll('\\', '') : oneLine(words))
  })

  it('all PLCs as one page: which themes are covered, then every plan', async () => {
    const html = (await (await get('/plans.html')).text()).replaceAll('&#39;', "'")
    for (const { title } of file.themes) expect(html).toContain(title)
    for (const { goal, name } of file.plcs) expect([html.includes(goal.statement), html.includes(name)]).toEqual([true, true])
    expect(html).not.toMatch(/<script|src=|https?:/)
    const days = daysOf(await (await get('/plans.ics')).text())
    expect(
      days.filter(({ uid }) => file.plcs.some(({ checkIns }) => checkIns.some(({ id }) => uid.includes(`.${id}@`)))),
    ).toHaveLength(file.plcs.flatMap(({ checkIns }) => checkIns).length)
  })

  it('X9: the check-ins of a calendar carry the link for members and facilitators, and for nobody else', async () => {
    const room = await app.found()
    const [ana, ben] = [await room.join('Ana'), await room.join('Ben')]
    for (const [id, device] of [
      ['team', ana],
      ['others', ben],
    ] as const) {
      await room.facilitator.command({ type: 'plc.create', plc: id as PlcId, name: id })
      await room.facilitator.command({ type: 'plc.join', plc: id as PlcId, person: device.seat.person })
      const peer = await device.open(`plc:${id}`)
      saveCheckIn(peer.doc, { id: `${id}-1` as ItemId, day: 30, date: '2026-10-26', focus: 'Started?' })
      await peer.saved()
    }
    const linksFor = async (device: Device) =>
      daysOf((await device.call('GET', '/plans.ics')).text).map(({ uid, url }) => [uid.split('.')[0], url])
    const [team, others] = await Promise.all(
      ['team', 'others'].map(async (id) => {
        const { path } = (await room.facilitator.call('GET', `/plcs/${id}/check-in`)).body as { readonly path: string }
        return app.url + path
      }),
    )
    expect(await linksFor(room.facilitator)).toEqual([
      ['team', team],
      ['others', others],
    ])
    expect(await linksFor(ana)).toEqual([
      ['team', team],
      ['others', null],
    ])
    expect((await ana.call('GET', '/plcs/others/plan.ics')).text).not.toContain('/checkin#')
    const member = ana.seat.person
    const entered = await app.call('POST', '/api/check-in/enter', { secret: team?.split('#')[1], person: member })
    const guest = createDevice(app.url, entered.body as Seat)
    expect(await linksFor(guest)).toEqual(await linksFor(ana))
    guest.close()
  })

  it('is refused without a token, to a display, and for a PLC that is not there', async () => {
    const bare = await app.call('GET', `/api/sessions/${seat.session}/plcs/${plc.id}/plan.docx`)
    expect(bare.code).toBe('unauthorized')
    expect((await get('/plcs/nothing/plan.ics')).status).toBe(404)
    const room = await app.found()
    const screen = await room.display()
    expect((await screen.call('GET', '/plans.html')).code).toBe('forbidden')
  })
})
