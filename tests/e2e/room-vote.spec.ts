import { join } from './acts/session.ts'
import { givenExample, givenSession } from './acts/set-up.ts'
import { expect, test, type Seat } from './support/fixtures.ts'

const titleOf = async ({ page }: Seat, index: number): Promise<string> =>
  (
    await page
      .getByRole('button', { name: /^Vote for / })
      .nth(index)
      .getAttribute('aria-label')
  )?.replace('Vote for ', '') ?? ''

test('two questions have votes of their own, hands in the room stand apart, and a reopened vote shows it', async ({ room }) => {
  const { coach, links, go, act } = await givenExample(room)
  await go('vote')
  await act({ type: 'vote.open' })
  const priya = await join(room, 'laptop', links.join, 'Pat Rowe', 'Technology coach')
  const tess = await join(room, 'phone', links.join, 'Tom Ellis', 'Support specialist')
  await coach.page.getByLabel(/^Ask two questions/).click()
  const title = await titleOf(priya, 0)

  for (const seat of [priya, tess]) await seat.page.getByRole('button', { name: `Vote for ${title}` }).click()
  await expect(coach.page.getByLabel(/^Ask two questions/)).toHaveCount(0)
  await priya.page.getByRole('button', { name: '2. Within our influence' }).click()
  await expect(priya.page.getByText('You have 3 votes left')).toBeVisible()
  await priya.page.getByRole('button', { name: `Vote for ${title}` }).click()
  await expect(priya.page.getByText('You have 2 votes left')).toBeVisible()

  await act({ type: 'vote.close' })
  await go('choose')
  for (const seat of [coach, priya, tess]) {
    const row = seat.page.getByRole('listitem').filter({ hasText: title }).filter({ hasText: '3 votes' })
    await expect(row.getByText('2 matters for students · 1 within our influence')).toBeVisible()
  }
  const hands = coach.page.getByLabel(`Hands in the room for ${title}`)
  await hands.fill('11')
  await hands.press('Enter')
  for (const seat of [priya, tess]) await expect(seat.page.getByText('11 hands in the room')).toBeVisible()
  await expect(priya.page.getByText('3 votes', { exact: true })).toBeVisible()

  await go('vote')
  await act({ type: 'vote.open' })
  await go('choose')
  await expect(tess.page.getByText(/reopened (once|2 times)/)).toBeVisible()
})

test('before the reveal a facilitator reads words without authors and sets one aside; its writer is told, and nobody else', async ({
  room,
}) => {
  const { coach, links, go, act } = await givenSession(room)
  const names = ['Ana Lima', 'Ben Ode', 'Cy Park', 'Dee Ruiz', 'Eva Stone']
  const seats: Seat[] = []
  for (const name of names) seats.push(await join(room, 'phone', links.join, name, 'Trainer'))
  await go('writeToday')
  const write = async (seat: Seat, text: string) => {
    await seat.page.getByPlaceholder('One idea…').fill(text)
    await seat.page.getByRole('button', { name: 'Add note' }).click()
  }
  for (const [index, seat] of seats.slice(0, 4).entries()) await write(seat, `Idea ${index}`)
  await expect(coach.page.getByText('4 ideas so far')).toBeVisible()
  await coach.page.getByRole('button', { name: 'Read before the reveal' }).click()
  const dialog = coach.page.getByRole('dialog')
  await expect(dialog.getByText('Fewer than 5 people have written.')).toBeVisible()
  await coach.page.keyboard.press('Escape')

  const last = seats[4] as Seat
  await write(last, 'Jamie in 4B never logs in')
  await expect(coach.page.getByText('5 ideas so far')).toBeVisible()
  await coach.page.getByRole('button', { name: 'Read before the reveal' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(5)
  for (const name of names) await expect(dialog.getByText(name)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Set aside: Jamie in 4B never logs in' }).click()
  await expect(dialog.getByText('Set aside', { exact: true }).first()).toBeVisible()
  await expect(last.page.getByText(/^Set aside before the reveal/)).toBeVisible()
  await expect((seats[0] as Seat).page.getByText(/^Set aside before the reveal/)).toHaveCount(0)
  await coach.page.keyboard.press('Escape')

  await act({ type: 'desk.reveal', horizon: 'current' })
  await go('readToday')
  await expect((seats[0] as Seat).page.getByText('Idea 3')).toBeVisible()
  await expect((seats[0] as Seat).page.getByText('Jamie in 4B never logs in')).toHaveCount(0)
  await expect(last.page.getByText('Jamie in 4B never logs in')).toBeVisible()
})
