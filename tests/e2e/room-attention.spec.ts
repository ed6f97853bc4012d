import { join, showList } from './acts/session.ts'
import { givenSession, type Given } from './acts/set-up.ts'
import { expect, test, type Room, type Seat } from './support/fixtures.ts'

interface Group {
  readonly given: Given
  readonly priya: Seat
  readonly tess: Seat
}

/** A facilitator, a laptop and a phone, reading notes about today. */
async function gather(room: Room): Promise<Group> {
  const given = await givenSession(room)
  await given.go('readToday')
  for (let n = 1; n <= 40; n++) await given.addNote('current', `Note number ${n}`)
  const priya = await join(room, 'laptop', given.links.join, 'Priya Raman', 'Technology coach')
  const tess = await join(room, 'phone', given.links.join, 'Tess Okafor', 'Support specialist')
  return { given, priya, tess }
}

async function call({ coach }: Given, what: RegExp | string, how: 'Invite' | 'Gather' | 'Hold'): Promise<void> {
  const { page } = coach
  await page.getByRole('button', { name: 'Gather everyone’s attention' }).click()
  const dialog = page.getByRole('dialog')
  const option = dialog.getByRole('option', { name: what })
  await dialog.getByLabel('What should everyone look at?').selectOption({ label: (await option.textContent()) ?? '' })
  await dialog.getByRole('button', { name: new RegExp(`^${how}`) }).click()
  await expect(dialog).toBeHidden()
}

test('a gathering moves everyone after a warning, may be left, and is released', async ({ room }) => {
  const { given, priya, tess } = await gather(room)
  await call(given, 'The side “2029”', 'Gather')
  for (const seat of [priya, tess]) {
    await expect(seat.page.getByText('Avery Quinn is gathering everyone: 2029')).toBeVisible()
    await expect(seat.page.getByText('Together at 2029')).toBeVisible()
  }
  await expect(given.coach.page.getByText('2 of 2 with you')).toBeVisible()

  const panel = tess.page.locator('main')
  await panel.dispatchEvent('touchmove')
  await expect(tess.page.getByRole('button', { name: 'Back to the group' })).toBeVisible()
  await given.coach.page.getByRole('button', { name: '1 of 2 with you' }).click()
  await expect(given.coach.page.getByRole('dialog').getByText('Tess Okafor')).toBeVisible()
  await given.coach.page.keyboard.press('Escape')
  await tess.page.getByRole('button', { name: 'Back to the group' }).click()
  await expect(given.coach.page.getByText('2 of 2 with you')).toBeVisible()

  await given.coach.page.getByRole('button', { name: 'Release' }).click()
  for (const seat of [priya, tess]) await expect(seat.page.getByText('Together at 2029')).toBeHidden()
})

test('an invitation may be declined; a held view stays, lets one raise a hand and finish a sentence, and holds who comes late', async ({
  room,
}) => {
  const { given, priya, tess } = await gather(room)
  await call(given, /This step/, 'Invite')
  await priya.page.getByRole('button', { name: 'Not now' }).click()
  await tess.page.getByRole('button', { name: 'Look', exact: true }).click()
  await expect(given.coach.page.getByText('1 of 2 with you')).toBeVisible()

  await showList(priya)
  const field = priya.page.getByLabel('Add what is missing')
  await field.fill('Half a sente')
  await call(given, /This step/, 'Hold')
  await expect(priya.page.getByText('Everyone is looking at')).toBeVisible()
  await expect(field).toBeFocused()
  await field.pressSequentially('nce')
  await expect(field).toHaveValue('Half a sentence')
  await expect(tess.page.getByText('Everyone is looking at')).toBeVisible()
  await expect(tess.page.locator('[inert]')).toHaveCount(1)
  await tess.page.getByRole('button', { name: 'Raise hand' }).click()
  await expect(given.coach.page.getByText(/Holding the view.*Hand raised: Tess Okafor/)).toBeVisible()

  const late = await join(room, 'laptop', given.links.join, 'Marcus Bell', 'Building leader')
  await expect(late.page.getByText('Everyone is looking at')).toBeVisible()
  await expect(given.coach.page.getByText('3 of 3 with you')).toBeVisible()
  await given.coach.page.getByRole('button', { name: 'Release' }).click()
  await expect(tess.page.locator('[inert]')).toHaveCount(0)
})

test('a plan page is a target too: everyone is taken there, and an open editor keeps its writer until they are done', async ({
  room,
}) => {
  const { given, priya, tess } = await gather(room)
  await given.act({ type: 'plc.create', plc: 'plc-a' as never, name: 'Team Alder' })
  const field = tess.page.getByLabel('Add what is missing')
  await field.fill('Not finished')
  await call(given, 'The plan page of Team Alder', 'Gather')
  await priya.page.waitForURL(/\/plan\/plc-a$/)
  await expect(tess.page.getByText('Finish what you write; you come along then.')).toBeVisible()
  await expect(field).toBeFocused()
  await field.blur()
  await tess.page.waitForURL(/\/plan\/plc-a$/)
})
