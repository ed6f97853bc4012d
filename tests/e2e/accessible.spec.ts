import { givenExample, placeWords, STEP_NAMES } from './acts/set-up.ts'
import { join, showList } from './acts/session.ts'
import { expect, test } from './support/fixtures.ts'
import { expectOpenToAll } from './support/open-to-all.ts'

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
