import { readFile } from 'node:fs/promises'
import type { SessionFile } from '@groundswell/shared'
import { formPlc, markTheme, vote } from './acts/decide.ts'
import { putIn, setFocus, writeNote } from './acts/notes.ts'
import { agree, writeGoal, writePlan } from './acts/plc.ts'
import { join, next, pathOfLink, readLinks, saved, sessionId, showList, startSession } from './acts/session.ts'
import { expect, test, type Room, type Seat } from './support/fixtures.ts'

const TODAY = ['Lots of screens, little student work', 'Newcomers wait weeks for a login', 'One training day in August']
const IDEAL = ['Students publish for a real audience', 'Set-up takes five minutes', 'Every teacher has a coach they chose']
const THEMES = ['Students as creators', 'Ready to learn', 'Coaching that changes practice'] as const

interface Cohort {
  readonly coach: Seat
  readonly priya: Seat
  readonly marcus: Seat
  readonly tess: Seat
  readonly display: Seat
}

async function gather(room: Room): Promise<Cohort> {
  const coach = await room.open('laptop')
  await startSession(coach, { title: 'Learning with technology', naming: 'Names shown', facilitator: 'Avery Quinn' })
  const links = await readLinks(coach)
  const display = await room.open('display', pathOfLink(links.display))
  await expect(display.page.getByText('No account needed')).toBeVisible()
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  const marcus = await join(room, 'laptop', links.join, 'Marcus Bell', 'Building leader')
  const tess = await join(room, 'phone', links.join, 'Tess Okafor', 'Support specialist')
  return { coach, priya, marcus, tess, display }
}

async function writeInSilence(
  { coach, priya, marcus, tess, display }: Cohort,
  texts: readonly string[],
  heading: RegExp,
): Promise<void> {
  await next(coach, heading)
  const writers = [priya, marcus, tess]
  for (const [index, writer] of writers.entries()) await writeNote(writer, texts[index] ?? '')
  for (const writer of writers) await saved(writer)
  await expect(display.page.getByText('3 ideas')).toBeVisible()
  for (const text of texts) await expect(display.page.getByText(text)).toHaveCount(0)
}

async function groupAndName({ coach, marcus }: Cohort): Promise<void> {
  await next(coach, /Put notes that belong together/)
  await showList(coach)
  await showList(marcus)
  for (const [index, title] of THEMES.entries()) {
    await putIn(coach, TODAY[index] ?? '', title, 'new')
    await expect(marcus.page.getByRole('button', { name: `More for the cluster “${title}”` })).toBeVisible()
    await putIn(marcus, IDEAL[index] ?? '', title)
  }
  await expect(coach.page.getByText('Every note is in a cluster').first()).toBeVisible()
  await next(coach, /Give every cluster a title/)
  for (const index of THEMES.keys()) await setFocus(coach, index, index === 2 ? 'Teacher action' : 'Student outcome')
  await saved(coach)
}

async function decide({ coach, priya, tess, display }: Cohort): Promise<void> {
  await next(coach, /Vote for the clusters/)
  const open = coach.page.getByRole('button', { name: 'Open the vote', exact: true })
  if (await open.isVisible()) await open.click()
  await vote(priya, [THEMES[0], THEMES[2]])
  await vote(tess, [THEMES[0]])
  await expect(display.page.getByText(/2 of \d/)).toBeVisible()
  await coach.page.getByRole('button', { name: 'Close the vote', exact: true }).first().click()
  await coach.page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
  await next(coach, /Choose three themes together/)
  for (const title of THEMES) await markTheme(coach, title)
  await expect(display.page.getByText(THEMES[1]).first()).toBeVisible()
}

async function plan({ coach, priya, marcus, tess }: Cohort): Promise<void> {
  await next(coach, /Form small teams/)
  const members = [
    ['PLC A', 'Priya Raman', THEMES[0]],
    ['PLC B', 'Marcus Bell', THEMES[1]],
    ['PLC C', 'Tess Okafor', THEMES[2]],
  ] as const
  for (const [name, member, theme] of members) await formPlc(coach, name, [member], theme)
  await next(coach, /Write one goal/)
  const seats = [priya, marcus, tess]
  for (const [index, seat] of seats.entries()) {
    await seat.page.waitForURL(/\/plc\//)
    if (index === 2) await seat.page.getByRole('button', { name: 'From the theme' }).click()
    await seat.page.getByRole('button', { name: 'Start our goal from this theme' }).click()
    if (index === 2) await seat.page.getByRole('button', { name: 'Our goal', exact: true }).click()
    await writeGoal(seat, {
      statement: `By May, ${THEMES[index] ?? ''} is real in every room.`,
      indicator: `Rooms where ${index} is seen`,
    })
  }
  await next(coach, /Write your own part/)
  for (const [index, seat] of seats.entries()) {
    await seat.page
      .getByRole('button', { name: /^(My plan|Go there)$/ })
      .first()
      .click()
    await writePlan(seat, `I carry part ${index}`, `Visit classroom ${index} every week`, `Rooms where ${index} is seen`)
  }
  await next(coach, /Read the plan as one page/)
  for (const seat of seats) {
    await seat.page
      .getByRole('button', { name: /^(Agree|Go there)$/ })
      .first()
      .click()
    await agree(seat, /Support it/)
  }
}

const readFileOf = async (path: string): Promise<SessionFile> => JSON.parse(await readFile(path, 'utf8')) as SessionFile

/** From a note to the step that carries it, each link followed by its id. */
function expectThread(file: SessionFile, text: string, which: number): void {
  const note = file.notes.find((candidate) => candidate.text === text)
  const theme = file.themes.find((candidate) => candidate.cluster === note?.place[0])
  const plc = file.plcs.find((candidate) => candidate.theme === theme?.id)
  const indicator = plc?.goal.indicators[0]
  const step = plc?.steps.find((candidate) => candidate.indicator === indicator?.id)
  expect(file.people.some((person) => person.id === note?.author)).toBe(true)
  expect(theme?.title).toBe(THEMES[which])
  expect(plc?.goal.theme).toBe(theme?.id)
  expect(plc?.goal.statement).toContain('is real in every room')
  expect(step?.text).toBe(`Visit classroom ${which} every week`)
  expect(plc?.members).toContain(step?.owner)
}

async function download(seat: Seat, what: string): Promise<string> {
  const { page } = seat
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download: ${what}` }).click(),
  ])
  const path = await file.path()
  await page.keyboard.press('Escape')
  return path
}

test('a cohort takes a new session from the start page to three plans, and the export makes it again', async ({ room }) => {
  const cohort = await gather(room)
  const { coach } = cohort
  await writeInSilence(cohort, TODAY, /Write what is true today/)
  await next(coach, /Read what all of us wrote/)
  for (const text of TODAY) await expect(cohort.tess.page.getByText(text)).toBeVisible()
  await writeInSilence(cohort, IDEAL, /Write in silence, as if/)
  await next(coach, /Read each other/)
  await groupAndName(cohort)
  await decide(cohort)
  await plan(cohort)

  const path = await download(coach, 'Session file (JSON)')
  const file = await readFileOf(path)
  for (const [index, note] of [...TODAY, ...IDEAL].entries()) expectThread(file, note, index % 3)

  const later = await room.open('laptop')
  const [chooser] = await Promise.all([
    later.page.waitForEvent('filechooser'),
    later.page.getByText('Open a session file').click(),
  ])
  await chooser.setFiles(path)
  await later.page.waitForURL(/\/s\/[^/]+$/)
  expect(sessionId(later.page)).not.toBe(sessionId(coach.page))
  for (const seat of [coach, later]) {
    const card = seat.page.getByRole('listitem').filter({ has: seat.page.getByRole('heading', { name: 'PLC B' }) })
    await expect(card).toContainText('1 of 1 has a step')
    await expect(seat.page.getByText(THEMES[2]).first()).toBeVisible()
  }
  expect(await readFileOf(await download(later, 'Session file (JSON)'))).toEqual(file)
})
