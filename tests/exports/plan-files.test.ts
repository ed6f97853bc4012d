import type { FacilitatorSeat, PlcFile, SessionFile } from '@groundswell/shared'
import ICAL from 'ical.js'
import mammoth from 'mammoth'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type App } from '../privacy/support/app.ts'

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

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What anybody who reads the plan must find in it, in every format. */
const wordsOf = ({ goal, steps, agreement, checkIns, replies }: PlcFile): readonly string[] =>
  [
    goal.statement,
    goal.whyItMatters,
    ...goal.indicators.map(({ text }) => text),
    ...goal.lists.successCriteria.map(({ text }) => text),
    ...steps.flatMap(({ text, evidence }) => [text, evidence]),
    ...agreement.map(({ reservation }) => reservation),
    ...checkIns.map(({ focus }) => focus),
    ...replies.map(({ text }) => text),
  ].filter((text) => text !== '')

interface Event {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly start: string
  readonly end: string
}

function eventsOf(text: string): readonly Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const { uid, summary, description, startDate, endDate } = new ICAL.Event(each)
    return { uid, summary, description: description ?? '', start: startDate.toString(), end: endDate.toString() }
  })
}

describe('X7: the plan as a file, read by a reader of its format', () => {
  it('DOCX: headings, lists and tables hold the plan, with the notes it came from', async () => {
    const answer = await ofPlan('docx')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="plc-a-[a-z0-9-]+\.docx"$/)
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await answer.arrayBuffer()) })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    const { value: raw } = await mammoth.extractRawText({ buffer: Buffer.from(await (await ofPlan('docx')).arrayBuffer()) })
    const said = oneLine(raw)
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
    const events = eventsOf(text)
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
    expect(eventsOf(second).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  })

  it('tables: one row per step, cell by cell', async () => {
    const text = await (await ofPlan('csv')).text()
    const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
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
    const days = eventsOf(await (await get('/plans.ics')).text())
    expect(
      days.filter(({ uid }) => file.plcs.some(({ checkIns }) => checkIns.some(({ id }) => uid.includes(`.${id}@`)))),
    ).toHaveLength(file.plcs.flatMap(({ checkIns }) => checkIns).length)
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
