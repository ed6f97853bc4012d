import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { givenExample } from './acts/set-up.ts'
import { download } from './support/downloads.ts'
import { expect, test } from './support/fixtures.ts'

const THEMES = [
  'Students as creators',
  'Learners who know where they are and what is next',
  'Coaching and support that reach every classroom',
]

const file = createRequire(import.meta.url).resolve('@groundswell/shared/example-session.json')
const { notes: ORIGINALS } = JSON.parse(await readFile(file, 'utf8')) as { readonly notes: readonly { readonly text: string }[] }

/** Chromium writes each page as an object of its own, never inside a compressed stream. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

test('the example opens in one click, as a whole session', async ({ room }) => {
  const { page } = await room.open('laptop')
  await page.getByRole('button', { name: /Look at an example/ }).click()
  await page.waitForURL(/\/s\/[^/]+$/)
  for (const plc of ['PLC A', 'PLC B', 'PLC C']) await expect(page.getByRole('heading', { name: plc })).toBeVisible()
  for (const theme of THEMES) await expect(page.getByText(theme).first()).toBeVisible()
})

test('X10: a plan page prints to one or two sheets and holds the goal, the original notes and everyone’s steps', async ({
  room,
}) => {
  const { coach } = await givenExample(room)
  const { page } = coach
  await page.getByRole('link', { name: 'All plans on one page' }).click()
  await expect(page.getByRole('heading', { name: 'What our PLCs set out to do' })).toBeVisible()
  const cards = page.getByRole('article').filter({ has: page.getByText(/\d+ measures · \d+ steps · \d+ members/) })
  await expect(cards).toHaveCount(3)
  await expect(page.getByText(/By May 21, 20\d\d, at least 70% of sampled student work/).first()).toBeVisible()

  await page.getByRole('link', { name: /^PLC A: Students as creators/ }).click()
  const sheet = page.getByRole('article')
  await expect(sheet).toHaveCount(1)
  await expect(sheet.getByText(/at least 70% of sampled student work/)).toBeVisible()
  const voices = await sheet.getByRole('list', { name: 'In our own words' }).getByRole('listitem').allInnerTexts()
  expect(voices.length).toBeGreaterThanOrEqual(2)
  expect(voices.filter((voice) => !ORIGINALS.some(({ text }) => voice.includes(text)))).toEqual([])
  for (const person of ['Priya Raman', 'Marcus Bell', 'Tess Okafor']) {
    const steps = sheet.getByRole('rowgroup').filter({ has: page.getByRole('rowheader', { name: person }) })
    expect(await steps.getByRole('row').count(), `steps of ${person}`).toBeGreaterThan(1)
  }
  await expect(
    sheet.getByText('Co-plan one creation task with each of three grade-level teams (5, 7 and 8).').first(),
  ).toBeVisible()

  for (const format of ['Letter', 'A4']) {
    const pages = pagesOf(await page.pdf({ format, preferCSSPageSize: true, printBackground: true }))
    expect([1, 2], `${format} takes ${pages} sheets`).toContain(pages)
  }
  const html = (await download(coach, 'Web page, in one file')).toString()
  const alone = await coach.context.newPage()
  await alone.setContent(html)
  for (const format of ['Letter', 'A4']) {
    const pdf = await alone.pdf({ format, preferCSSPageSize: true, printBackground: true, tagged: true })
    expect([1, 2], `the file takes ${pagesOf(pdf)} sheets of ${format}`).toContain(pagesOf(pdf))
    // Headings, lists and tables stay such in the PDF, for those who hear it.
    expect(pdf.toString('latin1')).toMatch(/\/StructTreeRoot/)
  }
  // What steers the screen stays off the paper.
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(sheet.getByText(/at least 70% of sampled student work/)).toBeVisible()
})
