import type { PlcId } from '@groundswell/shared'
import { vote } from './acts/decide.ts'
import { writeNote } from './acts/notes.ts'
import { join, saved } from './acts/session.ts'
import { givenExample, personOf, placeWords, STEP_NAMES } from './acts/set-up.ts'
import { DEVICES, expect, test, type Seat } from './support/fixtures.ts'

/** Everything that belongs to the canvas: its chunk, its styles, and the words, icons and fonts that tldraw loads. */
const CANVAS = /\/assets\/(Canvas|[^/]*\.(png|json|svg)$)|tldraw|IBMPlex|Shantell/i

const loaded = (seat: Seat): Promise<readonly string[]> =>
  seat.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))

/** What can be pushed sideways, each with the first that is too wide in it. */
const tooWide = (seat: Seat, screen: number): Promise<readonly string[]> =>
  seat.page.evaluate((width) => {
    const isWide = (element: Element) => {
      // A phone makes the page's own width as large as its content, so that one cannot be asked.
      if (element === document.documentElement) return element.scrollWidth > width
      const overflow = getComputedStyle(element).overflowX
      return (
        (overflow === 'auto' || overflow === 'scroll') && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
      )
    }
    const edge = (box: Element) => Math.min(width, box.getBoundingClientRect().right) + 1
    const isDrawn = (element: Element) =>
      element.closest('[role="log"], [role="status"], [role="region"][tabindex]') === null &&
      getComputedStyle(element).position !== 'fixed'
    const beyond = (box: Element) =>
      [...box.querySelectorAll('main *, nav *, header *, footer *')].find(
        (element) => isDrawn(element) && element.childElementCount === 0 && element.getBoundingClientRect().right > edge(box),
      )
    const boxes = [document.documentElement, ...document.body.querySelectorAll('*')].filter(isWide)
    return boxes.map(
      (box) => `${box.className}: ${beyond(box)?.className ?? ''} “${beyond(box)?.textContent.slice(0, 60) ?? ''}”`,
    )
  }, screen)

/** The page fits the phone, and still does at the width of a small one or of a page enlarged four times. */
async function expectFits(seat: Seat, where: string): Promise<void> {
  for (const width of [320, DEVICES.phone.viewport.width]) {
    await seat.page.setViewportSize({ ...DEVICES.phone.viewport, width })
    expect.soft(await tooWide(seat, width), `${where} at ${width}`).toEqual([])
  }
}

test('a phone takes part in every step, fits every screen and never loads the canvas', async ({ room }) => {
  const { coach, links, seat, act, go } = await givenExample(room)
  const phone = await room.open('phone')
  const { page } = phone
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectFits(phone, 'start')
  for (const path of ['/new', '/join', links.join]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectFits(phone, path)
  }
  await go('welcome')
  await page.getByLabel('Your name').fill('Tess Again')
  await page.getByText('Support specialist', { exact: true }).click()
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.waitForURL(/\/s\/[^/]+$/)
  await act({ type: 'plc.join', plc: 'plc-b' as PlcId, person: await personOf(phone) })
  for (const [index, step] of STEP_NAMES.entries()) {
    await go(step)
    // The rooms open by themselves in their steps.
    if (index >= STEP_NAMES.indexOf('goal')) await page.waitForURL(/\/plc\//)
    else await expect(page.getByText(placeWords(step))).toBeVisible()
    await expectFits(phone, step)
  }
  for (const part of ['From the theme', 'Our goal', 'My plan', 'Agree', 'Check-in', 'Our team']) {
    await page.getByRole('button', { name: part, exact: true }).click()
    await expect(page.getByRole('button', { name: part, exact: true })).toHaveAttribute('aria-current', 'page')
    await expectFits(phone, part)
  }
  for (const path of ['/plan/plc-b', '/plan']) {
    await page.goto(`/s/${seat.session}${path}`)
    await expect(page.getByRole('button', { name: /^Print/ })).toBeVisible()
    await expectFits(phone, path)
  }
  expect([...asked, ...(await loaded(phone))].filter((url) => CANVAS.test(url))).toEqual([])
  // The same pattern does find the canvas where there is one.
  await go('group')
  await expect(coach.page.locator('.tl-container')).toBeVisible()
  expect((await loaded(coach)).filter((url) => CANVAS.test(url))).not.toEqual([])
})

test('writing, voting and planning work by touch', async ({ room }) => {
  const { links, seat, act, go } = await givenExample(room)
  await go('writeIdeal')
  const phone = await join(room, 'phone', links.join, 'Tess Again', 'Support specialist')
  const { page } = phone
  await act({ type: 'plc.join', plc: 'plc-b' as PlcId, person: await personOf(phone) })
  await writeNote(phone, 'Five minutes to set up')
  await expect(page.getByLabel('Your note 1')).toHaveValue('Five minutes to set up')
  await go('group')
  await page.getByRole('button', { name: /^Clusters \(/ }).tap()
  await expect(page.getByRole('region', { name: 'Students make things that matter' })).toBeVisible()
  await go('vote')
  await act({ type: 'vote.open' })
  await vote(phone, ['Students make things that matter'])
  await go('plan')
  await page.waitForURL(/\/plc\//)
  await page.getByLabel('My part of our goal').fill('I set the carts up early')
  await page.getByRole('button', { name: 'Add a step' }).tap()
  await page.getByLabel('What will you do?').fill('Set up every cart by August')
  await page.getByRole('button', { name: 'Done' }).first().tap()
  await saved(phone)
  await page.goto(`/s/${seat.session}/plan/plc-b`)
  await expect(page.getByText('Set up every cart by August')).toBeVisible()
})
