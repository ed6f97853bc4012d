import { readFile } from 'node:fs/promises'
import AxeSource from 'axe-core'
import type { PlcFile, SessionFile } from '@groundswell/shared'
import { daysOf, oneLine, readWord, rowsOf, wordsOf } from '../../support/plan-readers.ts'
import { expect, type Seat } from './fixtures.ts'

/** Takes a file from the menu of a plan's page. */
export async function download({ page }: Seat, name: string | RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: 'Download' }).click()
  const item = page.getByRole('menuitem', { name, exact: true })
  const [file] = await Promise.all([page.waitForEvent('download'), item.click()])
  return readFile(await file.path())
}

/** What axe finds in a page that stands alone. */
export async function faultsIn(seat: Seat, html: string): Promise<readonly string[]> {
  const reader = await seat.context.newPage()
  await reader.setContent(html)
  await reader.evaluate(AxeSource.source)
  const faults = await reader.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof AxeSource }
    return (await axe.run()).violations.map(({ id }) => id)
  })
  await reader.close()
  return faults
}

const plain = (text: string): string => oneLine(text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'))

function expectWords(text: string, plc: PlcFile): void {
  for (const words of wordsOf(plc)) expect(text).toContain(oneLine(words))
}

async function expectTexts(seat: Seat, plc: PlcFile, voices: readonly string[]): Promise<void> {
  const { text } = await readWord(await download(seat, 'Word document'))
  const html = (await download(seat, 'Web page, in one file')).toString()
  const markdown = (await download(seat, 'Markdown, for a document')).toString().replaceAll('\\', '')
  for (const said of [text, plain(html), plain(markdown)]) {
    expectWords(said, plc)
    for (const voice of voices) expect(said).toContain(voice)
  }
  expect(await faultsIn(seat, html)).toEqual([])
}

async function expectTable(seat: Seat, plc: PlcFile, file: SessionFile): Promise<void> {
  const rows = rowsOf((await download(seat, 'CSV, the steps as a table')).toString())
  const nameOf = (id: string) => file.people.find((person) => person.id === id)?.name
  const measureOf = (id: string | null) => plc.goal.indicators.find((indicator) => indicator.id === id)?.text
  expect(rows.map((row) => [row['Step'], row['Person'], row['Due'], row['Feeds'], row['Evidence']])).toEqual(
    plc.steps.map((step) => [step.text, nameOf(step.owner), step.due, measureOf(step.indicator), step.evidence]),
  )
}

/** Opens every file of a plan, taken from its page, with a reader of its format, and compares it with the data. */
export async function expectPlanFiles(seat: Seat, plc: PlcFile, file: SessionFile): Promise<void> {
  const quoted = file.notes.filter(({ id }) => plc.goal.quotes.includes(id)).map(({ text }) => text)
  await expectTexts(seat, plc, quoted)
  await expectTable(seat, plc, file)
  const data = JSON.parse((await download(seat, 'JSON, for other programs')).toString()) as Record<string, unknown>
  expect(data['statement']).toBe(plc.goal.statement)
  expect(data['measures']).toHaveLength(plc.goal.indicators.length)
  expect(data['agreement']).toHaveLength(plc.agreement.length)
  await expectCalendar(seat, plc)
}

async function expectCalendar(seat: Seat, plc: PlcFile): Promise<void> {
  const days = daysOf((await download(seat, 'Calendar: check-ins and due dates')).toString())
  const at = (id: string) => days.find(({ uid }) => uid === `${plc.id}.${id}@groundswell`)
  for (const { id, date } of plc.checkIns) expect(at(id)).toMatchObject({ start: date, url: await checkInAddress(seat, plc) })
  for (const { id, due, text, status } of plc.steps) {
    const open = status !== 'done' && status !== 'dropped'
    expect(at(id)?.start).toBe(open ? due : undefined)
    if (open) expect(at(id)?.summary).toContain(text)
  }
}

/** The address of the check-in as the server gives it to this seat. */
const checkInAddress = ({ page }: Seat, plc: PlcFile): Promise<string> =>
  page.evaluate(async (id) => {
    const session = location.pathname.split('/')[2] ?? ''
    const kept = JSON.parse(localStorage.getItem(`groundswell.seat.${session}`) ?? '{}') as {
      readonly seat: { readonly token: string }
    }
    const headers = { authorization: `Bearer ${kept.seat.token}` }
    const answer = await fetch(`/api/sessions/${session}/plcs/${id}/check-in`, { headers })
    return location.origin + ((await answer.json()) as { readonly path: string }).path
  }, plc.id)
