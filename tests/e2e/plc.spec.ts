import { readFile } from 'node:fs/promises'
import AxeSource from 'axe-core'
import ICAL from 'ical.js'
import mammoth from 'mammoth'
import { markTheme, formPlc, vote } from './acts/decide.ts'
import { putIn, setFocus, writeNote } from './acts/notes.ts'
import { agree, writeGoal, writePlan } from './acts/plc.ts'
import { join, next, readLinks, saved, showList, startSession } from './acts/session.ts'
import { expect, test, type Room, type Seat } from './support/fixtures.ts'

const GOAL = 'By May, 70% of sampled work shows reasoning.'
const REVISED = 'By May, 60% of sampled work shows reasoning.'
const MEASURE = 'Units with a creation task'
const RESERVATION = 'Seventy percent frightens the new teachers'
const ALONE = { ana: 'Students publish for their families.', ben: 'Every class shows its work.' }
const TOGETHER = { ana: 'Newcomers go first. ', ben: 'Families read along. ' }

/** A PLC of two with a theme of two notes, in the step where the goal is written. */
async function teamAtGoal(room: Room): Promise<Record<'coach' | 'ana' | 'ben', Seat>> {
  const coach = await room.open('laptop')
  await startSession(coach, { title: 'Maple Fork', facilitator: 'Avery Quinn', naming: 'Names shown' })
  const links = await readLinks(coach)
  const ana = await join(room, 'laptop', links.join, 'Ana Bright', 'Teacher')
  const ben = await join(room, 'phone', links.join, 'Ben Stone', 'Trainer')
  await next(coach, /Write what is true today/)
  await writeNote(ana, 'Most device time is a worksheet')
  await next(coach, /Read what all of us wrote/)
  await next(coach, /as if you were there/)
  await writeNote(ben, 'Students show what they built')
  await next(coach, /Read each other/)
  await next(coach, /Put notes that belong together/)
  await showList(coach)
  await putIn(coach, 'Most device time is a worksheet', 'Students as creators', 'new')
  await putIn(coach, 'Students show what they built', 'Students as creators')
  await next(coach, /Give every cluster a title/)
  await setFocus(coach, 0, 'Student outcome')
  await next(coach, /Vote for the clusters/)
  await vote(ana, ['Students as creators'])
  await coach.page.getByRole('button', { name: 'Close the vote' }).click()
  await coach.page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
  await next(coach, /Choose three themes together/)
  await markTheme(coach, 'Students as creators')
  await next(coach, /Form small teams/)
  await formPlc(coach, 'PLC A', ['Ana Bright', 'Ben Stone'], 'Students as creators')
  await next(coach, /Write one goal/)
  return { coach, ana, ben }
}

const part = (seat: Seat, name: string) =>
  seat.page.getByRole('navigation', { name: 'Parts of the room' }).getByRole('button', { name, exact: true })

/** Presses on a note of the canvas, where it is seen: the canvas itself takes the press. The view may still be gliding there. */
async function askFate({ page }: Seat, note: string): Promise<void> {
  const thing = page.getByText(note, { exact: true })
  const door = page.getByRole('button', { name: 'What became of it' })
  await expect(thing).toBeVisible()
  await expect(async () => {
    const box = await thing.boundingBox()
    if (box === null) throw new Error(`${note} is not drawn`)
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect(door).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await door.click()
}

async function download(seat: Seat, name: string): Promise<Buffer> {
  const { page } = seat
  await page.getByRole('button', { name: 'Download' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()])
  return readFile(await file.path())
}

test('a PLC takes its theme to a signed plan, in private first, and comes back to it', async ({ room }) => {
  test.slow()
  const { coach, ana, ben } = await teamAtGoal(room)
  for (const seat of [ana, ben]) await seat.page.waitForURL(/\/plc\//)
  await ana.page.getByRole('button', { name: 'Start our goal from this theme' }).click()

  await test.step('each writes a sentence in silence, and they are heard in turn', async () => {
    for (const [seat, words] of [
      [ana, ALONE.ana],
      [ben, ALONE.ben],
    ] as const) {
      await seat.page.getByRole('button', { name: 'Write my own sentence' }).click()
      await seat.page.getByLabel('What do you want our goal to be?').fill(words)
      await saved(seat)
      await seat.page.getByRole('button', { name: 'I have my sentence' }).click()
    }
    await expect(ben.page.getByText('is up now')).toBeVisible()
    expect([...ben.received, ...coach.received].join('')).not.toContain(ALONE.ana)
    await ana.page.screenshot({ path: test.info().outputPath('drafts-1366.png') })
    await ben.page.screenshot({ path: test.info().outputPath('drafts-390.png') })
    await ana.page.getByRole('button', { name: 'Share mine' }).click()
    await expect(ben.page.getByText(ALONE.ana)).toBeVisible()
    await ben.page.getByRole('button', { name: 'Share mine' }).click()
    await expect(ana.page.getByText(ALONE.ben)).toBeVisible()
  })

  await test.step('both type into one field at once, and every letter of both is there', async () => {
    const field = ({ page }: Seat) => page.getByLabel('Why this matters to us')
    await field(ana).focus()
    await expect(field(ben).locator('..').getByText('Ana Bright')).toBeVisible()
    await field(ana).fill('We care. ')
    await expect(field(ben)).toHaveValue('We care. ')
    for (const [seat, key] of [
      [ana, 'Home'],
      [ben, 'End'],
    ] as const) {
      await field(seat).focus()
      await seat.page.keyboard.press(key)
    }
    await Promise.all([ana.page.keyboard.type(TOGETHER.ana), ben.page.keyboard.type(TOGETHER.ben)])
    for (const seat of [ana, ben]) await expect(field(seat)).toHaveValue(`${TOGETHER.ana}We care. ${TOGETHER.ben}`)
  })

  await writeGoal(ana, { statement: GOAL, indicator: MEASURE })
  await part(ana, 'My plan').click()
  await writePlan(ana, 'I plan with each team', 'Co-plan one task', MEASURE)

  await test.step('answers are hidden until both are in, and a 2 asks for one revision', async () => {
    for (const seat of [ana, ben]) await part(seat, 'Agree').click()
    await agree(ben, /^2/, RESERVATION)
    await expect(ana.page.getByText('1 of 2 have answered')).toBeVisible()
    await expect(ben.page.getByText('Nobody else sees it yet.')).toBeVisible()
    expect([...ana.received, ...coach.received].join('')).not.toContain(RESERVATION)
    await agree(ana, /^5/)
    await expect(ana.page.getByText(RESERVATION)).toBeVisible()
    await expect(ana.page.getByText(/revise the goal once/)).toBeVisible()
    await ana.page.screenshot({ path: test.info().outputPath('shown-1366.png') })
    await ben.page.screenshot({ path: test.info().outputPath('shown-390.png'), fullPage: true })
  })

  await test.step('the second round keeps the first on record, with what changed in the goal', async () => {
    await ana.page.getByRole('button', { name: 'Revise the goal' }).click()
    await ana.page.getByLabel('Our goal in one sentence').fill(REVISED)
    await saved(ana)
    await part(ana, 'Agree').click()
    await ana.page.getByRole('button', { name: 'Ask again' }).click()
    await expect(ben.page.getByText(/Round 2/).first()).toBeVisible()
    await agree(ben, /^4/)
    await agree(ana, /^5/)
    await expect(ben.page.getByText('Everyone can stand behind this goal.')).toBeVisible()
    await ana.page.getByText(/^Round 1,/).click()
    await expect(ana.page.getByText(RESERVATION)).toBeVisible()
    await ana.page.getByRole('button', { name: 'What changed in version 2' }).click()
    await expect(ana.page.getByRole('dialog').locator('del')).toHaveText(/70%/)
    await expect(ana.page.getByRole('dialog').locator('ins')).toHaveText(/60%/)
    await ana.page.screenshot({ path: test.info().outputPath('changed-1366.png') })
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  })

  await test.step('a check-in updates a step and a reading', async () => {
    await part(ana, 'Check-in').click()
    const { page } = ana
    await page.getByLabel('Status of: Co-plan one task').selectOption({ label: 'Stuck' })
    await page.getByLabel('A word on: Co-plan one task').fill('The kits are late')
    for (const [value, day] of [
      ['24', '2026-10-24'],
      ['31', '2026-11-20'],
    ] as const) {
      await page.getByLabel('New reading', { exact: true }).fill(value)
      await page.getByLabel('Measured on').fill(day)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
    }
    await expect(page.getByRole('img', { name: /2 readings, last 31/ })).toBeVisible()
    await page.getByRole('button', { name: 'Add 30, 60 and 90 days' }).click()
    await saved(ana)
    await part(ben, 'Check-in').click()
    await expect(ben.page.getByRole('img', { name: /2 readings, last 31/ })).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('checkin-1366.png') })
    await ben.page.screenshot({ path: test.info().outputPath('checkin-390.png'), fullPage: true })
  })

  await test.step('the files hold the plan', async () => {
    await ana.page
      .getByRole('link', { name: /See (the|our) page/ })
      .first()
      .click()
    await expect(ana.page.getByRole('heading', { level: 1, name: 'Students as creators' })).toBeVisible()
    const { value } = await mammoth.extractRawText({ buffer: await download(ana, 'Word document') })
    for (const words of [REVISED, MEASURE, 'Co-plan one task', 'The kits are late', RESERVATION, 'Ben Stone'])
      expect(value).toContain(words)
    const calendar = new ICAL.Component(ICAL.parse((await download(ana, 'Calendar: check-ins')).toString()) as unknown[])
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(3)
    const html = (await download(ana, 'Web page')).toString()
    const reader = await ana.context.newPage()
    await reader.setContent(html)
    await reader.evaluate(AxeSource.source)
    const faults = await reader.evaluate(async () => {
      const { axe } = globalThis as unknown as { readonly axe: typeof AxeSource }
      return (await axe.run()).violations.map(({ id }) => id)
    })
    expect(faults).toEqual([])
    await ana.page.screenshot({ path: test.info().outputPath('page-1366.png'), fullPage: true })
  })

  await test.step('from the note to the last reading in two clicks, on the list and on the canvas, and back from the step', async () => {
    const { page } = ana
    await page.getByRole('link', { name: 'Back to the room' }).click()
    await page.getByRole('link', { name: 'On the board' }).click()
    const dialog = page.getByRole('dialog', { name: 'What became of this note' })
    await askFate(ana, 'Most device time is a worksheet')
    for (const words of [REVISED, 'Co-plan one task', '31']) await expect(dialog.getByText(words).first()).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('fate-canvas-1366.png') })
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'List view' }).click()
    await page.getByRole('button', { name: 'What became of this note: → PLC A' }).first().click()
    await expect(dialog.getByText('Co-plan one task').first()).toBeVisible()
    await dialog.getByRole('link', { name: 'PLC A' }).click()
    await part(ana, 'My plan').click()
    await page.getByRole('button', { name: 'The notes behind it' }).first().click()
    await expect(page.getByRole('dialog').getByText('Most device time is a worksheet')).toBeVisible()
  })
})
