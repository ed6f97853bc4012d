import { aSessionFile, asId, TUNED_SETS } from '@groundswell/shared/testing'
import { call } from '../privacy/support/http.ts'
import { writeNote } from './acts/notes.ts'
import { join, joinAsTable, pathOfLink, showList } from './acts/session.ts'
import { givenFile, givenSession, type Given } from './acts/set-up.ts'
import { expect, test, type Room, type Seat } from './support/fixtures.ts'

interface Group {
  readonly given: Given
  readonly priya: Seat
  readonly tess: Seat
}

/** A facilitator, a laptop and a phone, writing about today. */
async function gather(room: Room): Promise<Group> {
  const given = await givenSession(room)
  await given.go('writeToday')
  const priya = await join(room, 'laptop', given.links.join, 'Priya Raman', 'Technology coach')
  const tess = await join(room, 'phone', given.links.join, 'Tess Okafor', 'Support specialist')
  return { given, priya, tess }
}

/** Presses the footer's reveal and answers its question. */
async function press({ coach }: Given): Promise<void> {
  await coach.page.getByRole('button', { name: 'Reveal the notes' }).click()
  const dialog = coach.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Reveal the notes' }).click()
  await expect(dialog).toBeHidden()
}

const COUNT = /^The notes are revealed in$/

test('a reveal is counted down on every screen, can be called off, and stacks notes that say the same', async ({ room }) => {
  const { given, priya, tess } = await gather(room)
  const display = await room.open('display', pathOfLink(given.links.display))
  await writeNote(priya, 'More time to plan.')
  await writeNote(priya, 'Carts are locked after noon')
  await writeNote(tess, 'more time to  plan')
  const field = priya.page.getByPlaceholder('One idea…')
  await field.fill('Half a sente')

  // Three seconds are short for a busy machine: whoever waits for the count waits before it begins.
  const counted = (...seats: readonly Seat[]) => Promise.all(seats.map(({ page }) => page.getByText(COUNT).waitFor()))
  const stop = given.coach.page.getByRole('button', { name: 'Stop the reveal' }).click()
  await press(given)
  await stop
  for (const seat of [priya, tess, display]) await expect(seat.page.getByText(COUNT)).toBeHidden()
  await expect(given.coach.page.getByRole('button', { name: 'Reveal the notes' })).toBeVisible()
  for (const seat of [given.coach, tess, display]) expect(seat.received.join('')).not.toContain('Carts are locked')

  const again = counted(given.coach, priya, tess, display)
  await press(given)
  await again
  await field.pressSequentially('nce')
  await expect(field).toBeFocused()
  // The count belongs to the server: the facilitator's device may go.
  await given.coach.page.goto('about:blank')
  await expect(tess.page.getByText('Read what all of us wrote about today.', { exact: true })).toBeVisible()
  await expect(tess.page.getByText('Carts are locked after noon')).toBeVisible()
  await expect(tess.page.getByText('Written 2 times')).toBeVisible()
  await expect(tess.page.getByText(/^more time to +plan/i)).toHaveCount(1)
  await expect(display.page.getByText('×2')).toBeVisible()
  await expect(field).toHaveValue('Half a sentence')
})

test('going from writing to grouping leaves no desk behind; what comes later is added by its writer and marked', async ({
  room,
}) => {
  const { given, priya, tess } = await gather(room)
  await writeNote(priya, 'Carts are locked after noon')
  await expect(
    given.coach.page
      .getByText(/1 idea/)
      .or(given.coach.page.getByText('0 of 2 are done'))
      .first(),
  ).toBeVisible()
  const { page } = given.coach
  await page.getByRole('button', { name: /^Today, writing/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go to “Group”' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reveal the notes to everyone?' })
  await expect(dialog.getByText('Then everyone goes on to “Group”.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Reveal the notes' }).click()
  for (const seat of [given.coach, priya, tess]) {
    await expect(seat.page.getByText('Put notes that belong together into clusters.', { exact: true })).toBeVisible()
    await showList(seat)
    await expect(seat.page.getByText('Carts are locked after noon')).toBeVisible()
  }

  // A second round: back in writing about today, a note waits on its desk until its writer adds it.
  await given.go('writeToday')
  await writeNote(tess, 'Logins take weeks')
  await tess.page.getByRole('button', { name: 'Add to the board' }).click()
  await given.go('readToday')
  await showList(priya)
  await expect(priya.page.getByText('Logins take weeks')).toBeVisible()
  await expect(priya.page.getByText('came later')).toBeVisible()
  // Reading together is open for what is missing: a note of the second round goes straight to the board.
  await tess.page.getByLabel('Add what is missing').fill('Nobody knows who to ask')
  await tess.page.getByRole('button', { name: 'Add to the board' }).click()
  await expect(priya.page.getByText('Nobody knows who to ask')).toBeVisible()
})

/** Seventy loose notes to group, 16 people at two tables, and one more who came in alone. */
async function crowd(room: Room): Promise<{ readonly given: Given; readonly four: Seat; readonly five: Seat }> {
  const notes = Object.values(TUNED_SETS['terse'] ?? {})
    .flat()
    .slice(0, 70)
  const file = aSessionFile({
    notes: notes.map((text, n) => ({
      id: asId(`n${100 + n}`),
      horizon: n % 2 === 0 ? 'current' : 'ideal',
      text,
      place: [null, (n % 10) * 230, Math.floor(n / 10) * 160],
      author: null,
      initials: '',
      aside: false,
      round: 1,
      late: false,
    })),
  })
  const given = await givenFile(room, file)
  const body = { code: given.links.code, name: 'Ana', jobRole: 'trainer', device: 'person', heads: 1 }
  await call(room.server.url, 'POST', `/api/sessions/${given.seat.session}/join`, body)
  await given.go('group')
  const four = await joinAsTable(room, 'laptop', given.links.join, 'Table 4', 12)
  await showList(four)
  return { given, four, five: await joinAsTable(room, 'phone', given.links.join, 'Table 5', 4) }
}

test('a large group takes hands of notes, sees what looks alike, and then a few merge while the others flag', async ({
  room,
}) => {
  const { given, four, five } = await crowd(room)
  const { page } = given.coach
  await expect(page.getByText('70 loose notes and 16 people')).toBeVisible()
  await page.getByRole('button', { name: 'Deal the notes' }).click()
  for (const seat of [four, five]) {
    await seat.page.getByRole('button', { name: 'Take a hand' }).click()
    await expect(seat.page.getByText('Your hand: 20 notes.')).toBeVisible()
    await expect(seat.page.locator('[data-item=hand] li')).toHaveCount(20)
  }
  await expect(page.getByText('2 hands are out · 30 notes in the pile')).toBeVisible()
  await expect(five.page.getByText('taken by Table 4')).toHaveCount(20)

  await page.getByRole('button', { name: /notes look alike/ }).click()
  const alike = page.getByRole('dialog', { name: /notes look alike/ })
  await alike.getByLabel('Suggested title for the new cluster').fill('What the coach heard')
  await alike.getByRole('button', { name: 'Group them' }).click()
  await expect(alike.getByText(/are now in “What the coach heard”/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(five.page.getByRole('button', { name: 'Clusters (1)' })).toBeVisible()

  await five.page
    .locator('[data-item=hand]')
    .getByRole('button', { name: /^Put in a cluster/ })
    .first()
    .click()
  await five.page.getByRole('dialog').getByRole('button', { name: 'New cluster' }).click()
  await expect(five.page.getByRole('button', { name: 'Clusters (2)' })).toBeVisible()

  await page.getByRole('button', { name: 'Choose curators…' }).click()
  const curators = page.getByRole('dialog', { name: 'Who merges the clusters?' })
  for (const name of [/^Table 4/, /^Ana/]) await curators.getByRole('checkbox', { name }).check()
  await curators.getByRole('button', { name: 'Start merging' }).click()
  await expect(four.page.getByText('You are a curator')).toBeVisible()
  await expect(five.page.getByText('Table 4 and Ana merge what belongs together.')).toBeVisible()
  await expect(five.page.getByRole('button', { name: /^Put in a cluster/ })).toHaveCount(0)
  await expect(four.page.getByRole('button', { name: /^Put in a cluster/ }).first()).toBeVisible()
  await five.page.getByRole('button', { name: 'Clusters (2)' }).click()
  await five.page.getByRole('button', { name: 'Look again at “What the coach heard”' }).click()
  await expect(page.getByRole('button', { name: 'Look again: 1 cluster' })).toBeVisible()
  await page.getByRole('button', { name: 'Look again: 1 cluster' }).click()
  await expect(page.getByRole('dialog').getByText('1 flag')).toBeVisible()
})
