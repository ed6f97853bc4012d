import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { givenExample, givenSession, placeWords, STEP_NAMES, type StepName } from './acts/set-up.ts'
import { openMenu } from './acts/session.ts'
import { englishWords } from './support/catalogs.ts'
import { expect, test, type Seat } from './support/fixtures.ts'

const ENGLISH = await englishWords()

/** What people wrote stays as they wrote it. */
const file = createRequire(import.meta.url).resolve('@groundswell/shared/example-session.json')
const WRITTEN = await readFile(file, 'utf8')
const isWritten = (text: string): boolean => WRITTEN.includes(JSON.stringify(text).slice(1, -1))

/** Everything on the screen that is read or read aloud: texts, labels, placeholders, descriptions. */
const wordsOn = (seat: Seat): Promise<readonly string[]> =>
  seat.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // The other language's own name stands there in that language.
      if (node.parentElement?.closest('[lang="en"], script, style') === null) words.push(node.textContent ?? '')
    }
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) words.push(element.getAttribute(name) ?? '')
    }
    return words.map((text) => text.trim()).filter((text) => text !== '')
  })

async function expectSpanish(seat: Seat, where: string): Promise<void> {
  await expect(seat.page.locator('html')).toHaveAttribute('lang', 'es')
  const left = async () =>
    (await wordsOn(seat)).filter((text) => !isWritten(text) && ENGLISH.some((english) => english.test(text)))
  await expect.poll(left, { message: `English on ${where}` }).toEqual([])
}

test('the start page speaks Spanish when asked, and goes on to', async ({ room }) => {
  const { links } = await givenSession(room)
  const seat = await room.open('laptop')
  const { page } = seat
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByText('Español', { exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('De muchas voces a tres metas compartidas')
  await expectSpanish(seat, 'start')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectSpanish(seat, 'start, loaded again')
  for (const path of ['/new', '/join', links.join, '/licenses', '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectSpanish(seat, path)
  }
})

test('a session speaks Spanish in every step, to those who asked for it', async ({ room }) => {
  const { coach, links, seat, go } = await givenExample(room)
  const { page } = coach
  await openMenu(coach, 'Español')
  const other = await room.open('display', links.display)
  for (const step of STEP_NAMES.filter((name: StepName) => name !== 'commit')) {
    await go(step)
    await expect(page.getByText(placeWords(step, 'es'))).toBeVisible()
    if (step === 'group') await page.getByRole('button', { name: /lista/i }).first().click()
    await expectSpanish(coach, step)
  }
  await page.reload()
  await expect(page.getByText(placeWords('checkIn', 'es'))).toBeVisible()
  await expectSpanish(coach, 'the session, loaded again')
  for (const path of ['/plc/plc-a', '/plan/plc-a', '/plan']) {
    await page.goto(`/s/${seat.session}${path}`)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expectSpanish(coach, path)
  }
  // A language is everyone's own choice.
  await expect(other.page.locator('html')).toHaveAttribute('lang', 'en')
})
