import type { ClusterId } from '@groundswell/shared'
import { join, openMenu } from './acts/session.ts'
import { givenExample, givenSession } from './acts/set-up.ts'
import { expect, test } from './support/fixtures.ts'

test('a facilitator sees what a participant sees, without becoming one', async ({ room }) => {
  const { coach, links, go } = await givenSession(room)
  const tess = await join(room, 'phone', links.join, 'Tess Okafor', 'Support specialist')
  await go('writeToday')
  await expect(tess.page.getByPlaceholder('One idea…')).toBeVisible()
  await coach.page.getByPlaceholder('One idea…').fill('A note of the coach')
  await coach.page.getByRole('button', { name: 'Add note' }).click()
  await openMenu(coach, 'See what a participant sees')
  const preview = coach.page.getByRole('dialog')
  await expect(preview.getByText('What is true today?').first()).toBeVisible()
  await expect(preview.getByText('A note of the coach')).toHaveCount(0)
  await expect(preview.locator('[inert]')).toHaveCount(1)
  await coach.page.keyboard.press('Escape')
  await expect(coach.page.getByRole('button', { name: '2 people' })).toBeVisible()
})

test('the shared screen shows the cluster that everyone is called to, and keeps its seat when it is loaded again', async ({
  room,
}) => {
  const { coach, links, go, act } = await givenExample(room)
  const display = await room.open('display', links.display)
  const priya = await join(room, 'laptop', links.join, 'Pat Rowe', 'Technology coach')
  await go('choose')
  await expect(display.page.getByRole('button', { name: 'Sound on' })).toBeVisible()
  const row = priya.page.locator('[data-item]').first()
  const id = (await row.getAttribute('data-item')) as ClusterId
  const title = (await row.getByRole('heading').textContent()) ?? ''
  await act({ type: 'attention.call', mode: 'gather', target: { kind: 'cluster', id } })
  await expect(display.page.getByRole('heading', { name: title, level: 2 })).toBeVisible()
  await expect(priya.page.locator('[data-spotlit]')).toContainText(title)
  await expect(coach.page.getByText('1 of 1 with you')).toBeVisible()

  const seatOf = () => display.page.evaluate(() => sessionStorage.getItem('groundswell.display'))
  const before = JSON.parse((await seatOf()) ?? '{}') as { seat: { person: string } }
  await display.page.reload()
  await expect(display.page.getByRole('heading', { name: title, level: 2 })).toBeVisible()
  const after = JSON.parse((await seatOf()) ?? '{}') as { seat: { person: string } }
  expect(after.seat.person).toBe(before.seat.person)
})
