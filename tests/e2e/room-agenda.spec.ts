import type { StepId } from '@groundswell/shared'
import { join } from './acts/session.ts'
import { givenSession } from './acts/set-up.ts'
import { expect, test } from './support/fixtures.ts'

test('a facilitator adds, moves, skips and removes steps, and everyone follows the agenda as it is now', async ({ room }) => {
  const { coach, links } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  const tess = await join(room, 'phone', links.join, 'Tess Okafor', 'Support specialist')
  const { page } = coach
  await page.getByRole('button', { name: /Welcome.*step 1 of 18/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Steps of this session' })

  await dialog.getByLabel('A new step').selectOption({ label: '2029, writing' })
  await dialog.getByRole('button', { name: 'Add the step' }).click()
  await dialog.getByLabel('Title').fill('Warm-up')
  await dialog.getByLabel('Instruction').fill('Write one wish.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const steps = dialog.getByRole('listitem')
  await expect(steps.nth(1)).toContainText('Warm-up')

  const down = dialog.getByRole('button', { name: 'Move “Warm-up” down' })
  await down.focus()
  await page.keyboard.press('Enter')
  await expect(steps.nth(2)).toContainText('Warm-up')
  await expect(down).toBeFocused()
  await dialog.getByRole('button', { name: 'Move “Warm-up” up' }).click()
  await expect(steps.nth(1)).toContainText('Warm-up')

  for (const [at, step] of [
    [2, 'What already works'],
    [3, 'Today, writing'],
  ] as const) {
    await dialog.getByRole('button', { name: `More for “${step}”` }).click()
    await page.getByRole('menuitem', { name: 'Skip this step' }).click()
    await expect(steps.nth(at)).toContainText('Skipped')
  }
  await dialog.getByRole('button', { name: 'More for “Check-in”' }).click()
  await page.getByRole('menuitem', { name: 'Remove this step' }).click()
  await expect(steps).toHaveCount(18)
  await dialog.getByRole('button', { name: 'More for “Welcome”' }).click()
  await expect(page.getByRole('menuitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /^Next:/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click()
  for (const seat of [priya, tess]) await expect(seat.page.getByText('Write one wish.').first()).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Next: read today together' }).or(page.getByRole('button', { name: 'Reveal the notes' })),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click()
  for (const seat of [coach, priya, tess]) await expect(seat.page.getByText('Welcome. See why we are here').first()).toBeVisible()
})

test('going on says how many are still typing, never who; who is here is counted by their devices', async ({ room }) => {
  const { coach, links, act, go } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  const tess = await join(room, 'phone', links.join, 'Tess Okafor', 'Building leader')

  await test.step('a talk tells everyone whom they talk with, leaders last, and a raised hand reaches who leads', async () => {
    await act({ type: 'step.go', to: 't1' as StepId })
    for (const seat of [priya, tess]) await expect(seat.page.getByRole('listitem')).toHaveText([/^Priya Raman/, /^Tess Okafor/])
    await tess.page.getByRole('button', { name: 'Raise hand' }).click()
    await coach.page.getByRole('button', { name: 'Hand raised: Tess Okafor' }).click()
    await coach.page.getByRole('menuitem', { name: 'Lower the hand of Tess Okafor' }).click()
    await expect(tess.page.getByRole('button', { name: 'Raise hand' })).toBeVisible()
  })

  await go('writeToday')
  await priya.page.getByPlaceholder('One idea…').fill('Half an idea')
  await priya.page.getByRole('button', { name: 'Add note' }).click()
  await coach.page.getByRole('button', { name: /^Reveal the notes/ }).click()
  await expect(coach.page.getByRole('dialog').getByText('1 person is still typing.')).toBeVisible()
  await coach.page.getByRole('button', { name: 'Stay here' }).click()

  await expect(coach.page.getByRole('button', { name: '3 people' })).toBeVisible()
  await tess.context.close()
  await expect(coach.page.getByRole('button', { name: '2 people' })).toBeVisible()
  await coach.page.getByRole('button', { name: '2 people' }).click()
  const gone = coach.page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Tess Okafor' })
  await expect(gone).toContainText('not here now')
})
