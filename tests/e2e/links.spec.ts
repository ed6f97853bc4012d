import { join, openMenu } from './acts/session.ts'
import { givenSession, type Given } from './acts/set-up.ts'
import { expect, test, type Room, type Seat } from './support/fixtures.ts'

const CAN_LEAD = /^Next:/

async function openPeople({ coach }: Given): Promise<void> {
  await openMenu(coach, 'People')
  await expect(coach.page.getByRole('dialog')).toBeVisible()
}

/** Opens a link on a fresh device, and finds these words there. */
async function expectAt(room: Room, path: string, words: string): Promise<Seat> {
  const seat = await room.open('laptop', path)
  await expect(seat.page.getByText(words)).toBeVisible()
  return seat
}

test('people come back as who they are, and the recovery link makes a facilitator anywhere', async ({ room }) => {
  const { coach, links } = await givenSession(room)
  const other = await room.open('phone', links.recovery)
  await expect(other.page.getByRole('button', { name: CAN_LEAD })).toBeVisible()
  expect(other.page.url(), 'the secret leaves the address').not.toContain('#')

  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  await expect(priya.page.getByRole('button', { name: CAN_LEAD })).toHaveCount(0)
  const again = await priya.context.newPage()
  await priya.page.close()
  await again.goto(links.join)
  await again.getByRole('link', { name: 'Continue as Priya Raman' }).click()
  await expect(again.getByText(/step 1 of/)).toBeVisible()
  await again.goto('/')
  await again.getByRole('link', { name: /Go back to Learning with technology/ }).click()
  await expect(again.getByText(/step 1 of/)).toBeVisible()
  // The coach's two devices are one person, and so are Priya's two visits.
  await expect(coach.page.getByRole('button', { name: '2 people here' })).toBeVisible()
})

test('a wrong, an unfinished and a locked code are refused in plain words', async ({ room }) => {
  const { coach, links } = await givenSession(room)
  const { page } = await room.open('laptop')
  const tryCode = async (code: string) => {
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Join', exact: true }).click()
  }
  await tryCode('K7M')
  await expect(page.getByText(/A code has six letters or digits, like/)).toBeVisible()
  await tryCode(links.code === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA')
  await expect(page.getByText('No session has this code.')).toBeVisible()

  await openMenu(coach, 'Code and links')
  await coach.page.getByRole('button', { name: 'Let nobody else in' }).click()
  await expect(coach.page.getByRole('button', { name: 'Let people in again' })).toBeVisible()
  await page.goto(links.join)
  const locked = page.getByText('This session takes nobody new right now.')
  const name = page.getByLabel('Your name')
  await expect(locked.or(name)).toBeVisible()
  if (await name.isVisible()) {
    await name.fill('Too Late')
    await page.getByText('Trainer', { exact: true }).click()
    await page.getByRole('button', { name: 'Join', exact: true }).click()
  }
  await expect(locked).toBeVisible()
  await coach.page.getByRole('button', { name: 'Let people in again' }).click()
  await expect(coach.page.getByRole('button', { name: 'Let nobody else in' })).toBeVisible()
  const late = await join(room, 'laptop', links.join, 'In Time', 'Trainer')
  await expect(late.page.getByText(/step 1 of/)).toBeVisible()
})

test('whoever is removed, and everyone when the session is deleted, is told so', async ({ room }) => {
  const given = await givenSession(room)
  const { coach, links, seat } = given
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  const marcus = await join(room, 'phone', links.join, 'Marcus Bell', 'Building leader')
  const display = await room.open('display', links.display)
  await expect(display.page.getByText('No account needed')).toBeVisible()

  await openPeople(given)
  await coach.page.getByRole('button', { name: 'Change Priya Raman' }).click()
  await coach.page.getByRole('menuitem', { name: 'Remove from the session' }).click()
  await coach.page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(priya.page.getByRole('heading', { name: 'This device is no longer in the session' })).toBeVisible()
  await priya.page.reload()
  await expect(priya.page.getByRole('heading', { name: 'This device is no longer in the session' })).toBeVisible()
  await expect(marcus.page.getByText(/step 1 of/)).toBeVisible()
  await coach.page.keyboard.press('Escape')

  await openMenu(coach, 'Export')
  await coach.page.getByText('Delete this session', { exact: true }).click()
  await coach.page.getByLabel(/To delete it, type the title/).fill('Learning with technology')
  await coach.page.getByRole('button', { name: 'Delete the session for good' }).click()
  for (const one of [coach, marcus, display])
    await expect(one.page.getByRole('heading', { name: 'This session was deleted' })).toBeVisible()
  await marcus.page.reload()
  await expect(
    marcus.page.getByRole('heading', { name: /This session was deleted|This device is no longer in the session/ }),
  ).toBeVisible()
  await expectAt(room, links.join, 'No session has this code.')
  await expectAt(room, links.recovery, 'This link does not open a session')
  await expectAt(room, links.display, 'This link does not open a shared screen')
  await expectAt(room, `/s/${seat.session}`, 'You are not in this session on this device')
})
