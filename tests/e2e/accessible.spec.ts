import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import { givenExample, placeWords, STEP_NAMES } from './acts/set-up.ts'
import { join, showList } from './acts/session.ts'
import { expect, test, type Seat } from './support/fixtures.ts'

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  var axe: typeof Axe
}

/** What keeps people out, in light and in dark; colours are all that differs between the two. */
async function expectOpenToAll(seat: Seat, where: string): Promise<void> {
  const { page } = seat
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const check = (rules: readonly string[]) =>
    page.evaluate(async (only) => {
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        ...(only.length > 0 ? { runOnly: [...only] } : {}),
      })
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      return grave.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
      )
    }, rules)
  const show = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme })
    // Half way from one colour to the other nothing has its contrast; rows out of sight stop half way.
    await page.waitForFunction(() =>
      document.getAnimations().every((one) => {
        const target = one.effect instanceof KeyframeEffect ? one.effect.target : null
        return !(one instanceof CSSTransition) || target?.checkVisibility({ contentVisibilityAuto: true }) !== true
      }),
    )
  }
  await show('light')
  expect(await check([]), `${where}, light`).toEqual([])
  await show('dark')
  expect(await check(['color-contrast']), `${where}, dark`).toEqual([])
}

test('the pages before a session are open to all', async ({ room }) => {
  const { links } = await givenExample(room)
  const seat = await room.open('laptop')
  for (const path of ['/', '/new', '/join', links.join]) {
    await seat.page.goto(path)
    await expect(seat.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectOpenToAll(seat, path)
  }
})

test('every step is open to all', async ({ room }) => {
  const { coach, go } = await givenExample(room)
  await go('group')
  await showList(coach)
  for (const step of STEP_NAMES.slice(0, 11)) {
    await go(step)
    await expect(coach.page.getByText(placeWords(step))).toBeVisible()
    await expectOpenToAll(coach, step)
  }
})

test('the room and the plan pages are open to all', async ({ room }) => {
  const { coach, seat } = await givenExample(room)
  const { page } = coach
  await page.goto(`/s/${seat.session}/plc/plc-a`)
  for (const part of ['Our goal', 'My plan', 'Agree', 'Check-in']) {
    await page.getByRole('button', { name: part, exact: true }).click()
    await expect(page.getByRole('button', { name: part, exact: true })).toHaveAttribute('aria-current', 'page')
    await expectOpenToAll(coach, part)
  }
  for (const path of ['/plan/plc-a', '/plan']) {
    await page.goto(`/s/${seat.session}${path}`)
    await expect(page.getByRole('button', { name: /^Print/ })).toBeVisible()
    await expectOpenToAll(coach, path)
  }
})

test('the display is open to all', async ({ room }) => {
  const { links, go } = await givenExample(room)
  const display = await room.open('display', links.display)
  for (const step of ['welcome', 'readIdeal', 'group', 'vote', 'choose', 'plcs'] as const) {
    await go(step)
    await expect(display.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectOpenToAll(display, `the display, ${step}`)
  }
})

test('a phone is open to all', async ({ room }) => {
  const { links, go } = await givenExample(room)
  await go('writeToday')
  const phone = await join(room, 'phone', links.join, 'Tess Again', 'Support specialist')
  for (const step of ['writeToday', 'group', 'vote'] as const) {
    await go(step)
    await expect(phone.page.getByText(placeWords(step))).toBeVisible()
    await expectOpenToAll(phone, `a phone, ${step}`)
  }
})
