import type { Page } from '@playwright/test'
import { joinAsTable, showList } from './acts/session.ts'
import { givenExample } from './acts/set-up.ts'
import { expect, test } from './support/fixtures.ts'
import { touchOf, type At } from './support/touch.ts'

/** The middle of the card with these words, on the screen. */
async function middleOf(page: Page, words: string): Promise<At> {
  const box = await page.locator('.tl-shape').filter({ hasText: words }).first().boundingBox()
  if (box === null) throw new Error(`"${words}" is not on the canvas`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('two people at one panel drag two notes at once; another screen sees both hands, and where the notes end', async ({
  room,
}) => {
  const [one, other] = ['Carts come late', 'Families see the work']
  const { coach, links, go, addNote } = await givenExample(room)
  await go('group')
  await addNote('current', one)
  await addNote('ideal', other)
  const panel = await joinAsTable(room, 'panel', links.join, 'Window table', 6)
  for (const { page } of [panel, coach]) {
    for (const words of [one, other]) await expect(page.locator('.tl-shape').filter({ hasText: words })).toBeVisible()
  }
  const touch = await touchOf(panel.page)
  await touch.down(1, await middleOf(panel.page, one))
  await touch.down(2, await middleOf(panel.page, other))
  await touch.move({
    1: await middleOf(panel.page, 'Parking lot'),
    2: await middleOf(panel.page, 'Students make things that matter'),
  })
  await expect(panel.page.getByText('Drop to add here')).toHaveCount(2)
  await expect(coach.page.getByText('Window table').filter({ visible: true })).toHaveCount(2)
  await touch.up(1)
  await expect(coach.page.getByText('Window table').filter({ visible: true })).toHaveCount(1)
  await touch.up(2)
  await showList(coach)
  await expect(coach.page.getByRole('region', { name: 'Parking lot' }).getByText(one, { exact: true })).toBeVisible()
  await expect(
    coach.page.getByRole('region', { name: 'Students make things that matter' }).getByText(other, { exact: true }),
  ).toBeVisible()
})
