import type { PlcId } from '@groundswell/shared'
import { join, pathOfLink, saved } from './acts/session.ts'
import { givenSession, personOf, type Given } from './acts/set-up.ts'
import { expect, test, type Room, type Seat } from './support/fixtures.ts'

const OWN = 'Whose day changes first if this works?'
const ANSWER = 'The ninth graders who share one laptop.'
const PRIVATE = 'Ana answers for Ben: wait longer.'

/** Two PLCs of one person each, in the step where the goal is written. */
async function twoRooms(room: Room): Promise<Given & Record<'ana' | 'ben', Seat>> {
  const given = await givenSession(room)
  const ana = await join(room, 'laptop', given.links.join, 'Ana Bright', 'Teacher')
  const ben = await join(room, 'phone', given.links.join, 'Ben Stone', 'Trainer')
  for (const [plc, name, seat] of [
    ['plc-a', 'PLC A', ana],
    ['plc-b', 'PLC B', ben],
  ] as const) {
    await given.act({ type: 'plc.create', plc: plc as PlcId, name })
    await given.act({ type: 'plc.join', plc: plc as PlcId, person: await personOf(seat) })
  }
  await given.go('goal')
  for (const seat of [ana, ben]) await seat.page.waitForURL(/\/plc\//)
  return { ...given, ana, ben }
}

const roomCard = (coach: Seat, name: string) =>
  coach.page.getByRole('listitem').filter({ has: coach.page.getByRole('heading', { name, exact: true }) })

test('a question goes to the rooms, is answered and parked there, and stays with the goal', async ({ room }) => {
  test.slow()
  const { coach, ana, ben, links } = await twoRooms(room)
  const display = await room.open('display', pathOfLink(links.display))
  const { page } = coach

  await test.step('it arrives without taking the focus', async () => {
    await ana.page.getByLabel('Our goal in one sentence').fill('By May, ')
    await page.getByRole('button', { name: 'Coach', exact: true }).click()
    await page.getByRole('button', { name: 'Questions', exact: true }).click()
    await page.getByLabel('Ask in your own words').fill(OWN)
    await page.getByRole('button', { name: `Send to All PLCs: ${OWN}` }).click()
    for (const seat of [ana, ben]) await expect(seat.page.getByText(OWN).first()).toBeVisible()
    await ana.page.keyboard.type('all of us')
    await expect(ana.page.getByLabel('Our goal in one sentence')).toHaveValue('By May, all of us')
  })

  await test.step('one room answers in words that the coach reads as they come, the other parks it', async () => {
    await ana.page.getByLabel('Our answer').fill(ANSWER)
    await page.getByRole('button', { name: 'Sent', exact: true }).click()
    await expect(page.getByRole('dialog').getByText(ANSWER)).toBeVisible()
    await expect(page.getByRole('dialog').getByText('writing an answer')).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('sent-1366.png') })
    await ana.page.screenshot({ path: test.info().outputPath('room-1366.png') })
    await ben.page.screenshot({ path: test.info().outputPath('room-390.png') })
    await ana.page.getByRole('button', { name: 'That is our answer' }).click()
    await ben.page.getByRole('button', { name: 'Park it for later' }).click()
    await expect(page.getByRole('dialog').getByText('1 of 2 answered, 1 parked')).toBeVisible()
    await ana.page.getByText('1 answered question').click()
    await expect(ana.page.getByText(ANSWER)).toBeVisible()
    await ben.page.getByText('1 parked question').click()
    await ben.page.getByRole('button', { name: `Take up again: ${OWN}` }).click()
    await expect(ben.page.getByLabel('Our answer')).toBeVisible()
    expect(await display.page.locator('body').innerText()).not.toContain(OWN)
  })

  await test.step('it stands on the plan page, and one that nobody answered is taken back', async () => {
    await page.getByRole('button', { name: `Take back: ${OWN}` }).click()
    await expect(ben.page.getByLabel('Our answer')).toBeHidden()
    await expect(page.getByRole('dialog').getByText('1 of 1 answered, 0 parked')).toBeVisible()
    await saved(ana)
    await ana.page.goto(`/s/${new URL(ana.page.url()).pathname.split('/')[2]}/plan/plc-a`)
    await expect(ana.page.getByRole('heading', { name: 'Questions we worked on' })).toBeVisible()
    await expect(ana.page.getByText(ANSWER)).toBeVisible()
  })
})

test('the coach sees which room asks for help first, and what is written about it stays with the coach', async ({ room }) => {
  const { coach, ana, ben } = await twoRooms(room)
  const { page } = coach

  await test.step('a hand goes up in the room and down again', async () => {
    await expect(roomCard(coach, 'PLC B').getByText('1 of 11 fields')).toBeHidden()
    await ben.page.getByRole('button', { name: 'Ask for the coach' }).click()
    await expect(roomCard(coach, 'PLC B').getByText('Asks for you')).toBeVisible()
    await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('PLC B')
    await expect(ana.page.getByText('Asks for you')).toBeHidden()
    await page.screenshot({ path: test.info().outputPath('overview-1366.png') })
    await page.getByRole('button', { name: 'I was there: PLC B' }).click()
    await expect(ben.page.getByRole('button', { name: 'Ask for the coach' })).toBeVisible()
  })

  await test.step('a private note reaches no other device', async () => {
    await page.getByRole('button', { name: 'Coach', exact: true }).click()
    await page.getByLabel('New note').fill(PRIVATE)
    await page.getByLabel('About').selectOption({ label: 'PLC: PLC B' })
    await page.getByRole('button', { name: 'Save the note' }).click()
    await expect(page.getByRole('dialog').getByText(PRIVATE)).toBeVisible()
    await saved(coach)
    for (const seat of [ana, ben]) {
      await seat.page.reload()
      await expect(seat.page.getByRole('heading', { name: 'Our goal' }).first()).toBeVisible()
      expect(seat.received.join('')).not.toContain(PRIVATE)
    }
  })
})
