import { writeNote } from './acts/notes.ts'
import { join, saved, showList } from './acts/session.ts'
import { givenSession } from './acts/set-up.ts'
import { expect, test, type Seat } from './support/fixtures.ts'

const offline = (seat: Seat) => expect(seat.page.getByText(/^Offline/).first()).toBeVisible()
const onDesk = (seat: Seat, text: string) => expect(seat.page.getByLabel(/^Your note \d/).filter({ hasText: text })).toBeVisible()

/** Every file of the app that this page loaded is on the device. */
const appIsKept = (seat: Seat) =>
  expect
    .poll(() =>
      seat.page.evaluate(async () => {
        const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
        const files = [
          new URL('/', location.href).href,
          ...loaded.filter((name) => new URL(name).pathname.startsWith('/assets/')),
        ]
        const kept = await Promise.all(files.map((file) => caches.match(file)))
        return kept.filter((found) => found === undefined).length
      }),
    )
    .toBe(0)

async function editNote(seat: Seat, note: string): Promise<void> {
  await seat.page.getByRole('button', { name: `More for this note: ${note}` }).click()
  await seat.page.getByRole('menuitem', { name: 'Edit' }).click()
  await expect(seat.page.getByLabel('Text of the note')).toBeFocused()
}

test('the server dies in the middle: people write on, and nothing is missing afterwards', async ({ room }) => {
  const { coach, links, go } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  const marcus = await join(room, 'phone', links.join, 'Marcus Bell', 'Building leader')
  await go('writeToday')
  await writeNote(priya, 'Saved before the crash')
  await writeNote(marcus, 'Marcus, before the crash')
  for (const seat of [priya, marcus]) await saved(seat)

  await room.server.kill()
  for (const seat of [coach, priya, marcus]) await offline(seat)
  await writeNote(priya, 'Written without a server')
  await expect(priya.page.getByText('Offline · 1 change kept on this device')).toBeVisible()
  await priya.page.getByLabel('Your note 1').focus()
  await priya.page.keyboard.press('Control+End')
  await priya.page.keyboard.type(', and longer')

  await room.server.restart()
  for (const seat of [priya, marcus]) await saved(seat)
  await expect(coach.page.getByText('3 ideas so far')).toBeVisible()
  // A device that knows nothing asks the server what it has.
  await marcus.page.reload()
  await onDesk(marcus, 'Marcus, before the crash')
  await go('readToday')
  await showList(coach)
  for (const text of ['Saved before the crash, and longer', 'Written without a server', 'Marcus, before the crash']) {
    await expect(coach.page.getByText(text, { exact: true })).toHaveCount(1)
  }
})

test('what is written offline outlives a reload without a network, and arrives later', async ({ room }) => {
  const { coach, links, go } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  await go('writeToday')
  await writeNote(priya, 'On line')
  await saved(priya)
  await appIsKept(priya)
  await priya.context.setOffline(true)
  await offline(priya)
  await writeNote(priya, 'Off line')
  await priya.page.reload()
  await onDesk(priya, 'Off line')
  await offline(priya)
  await priya.context.setOffline(false)
  await saved(priya)
  await expect(coach.page.getByText('2 ideas so far')).toBeVisible()
})

test('words for a board that was closed meanwhile are held on the device and arrive when it opens again', async ({ room }) => {
  const { coach, links, go, addNote } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  await go('group')
  await addNote('ideal', 'Five minutes')
  for (const seat of [coach, priya]) await showList(seat)
  await editNote(priya, 'Five minutes')
  await priya.context.setOffline(true)
  await offline(priya)
  await priya.page.keyboard.press('Control+End')
  await priya.page.keyboard.type(' to set up')
  await go('vote')
  await priya.context.setOffline(false)
  await expect(priya.page.getByText(/changes? kept until editing opens/)).toBeVisible()
  await go('name')
  await saved(priya)
  for (const seat of [coach, priya]) await expect(seat.page.getByText('Five minutes to set up').first()).toBeVisible()
})

test('words typed into a note that was revealed meanwhile come back to its writer, to add', async ({ room }) => {
  const { coach, links, go } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  await go('writeToday')
  await writeNote(priya, 'Half a')
  await saved(priya)
  await priya.context.setOffline(true)
  await offline(priya)
  await priya.page.getByLabel('Your note 1').focus()
  await priya.page.keyboard.press('Control+End')
  await priya.page.keyboard.type(' thought')
  await go('readToday')
  await priya.context.setOffline(false)
  await saved(priya)
  // Nothing closed under the writer's hands.
  await expect(priya.page.getByLabel('Your note 1')).toBeFocused()
  await priya.page.getByRole('button', { name: 'Go there' }).click()
  await showList(priya)
  await expect(priya.page.getByText('1 note is still on your desk')).toBeVisible()
  await priya.page.getByRole('button', { name: 'Add to the board' }).first().click()
  await showList(coach)
  for (const text of ['Half a', 'Half a thought']) await expect(coach.page.getByText(text, { exact: true })).toHaveCount(1)
  await expect(priya.page.getByText('1 note is still on your desk')).toBeHidden()
})

test('a board that is made lighter goes on in its next epoch on every screen, with what was written offline', async ({
  room,
}) => {
  const { coach, links, go, addNote } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  await go('group')
  await addNote('ideal', 'Five minutes')
  for (const seat of [coach, priya]) await showList(seat)
  await editNote(priya, 'Five minutes')
  await priya.context.setOffline(true)
  await offline(priya)
  await priya.page.keyboard.press('Control+End')
  await priya.page.keyboard.type(' to set up')
  await coach.page.getByRole('button', { name: 'Menu' }).click()
  await coach.page.getByRole('menuitem', { name: 'History' }).click()
  await coach.page.getByRole('dialog').getByRole('button', { name: 'Make it lighter' }).click()
  await expect(coach.page.getByText('Done. It is lighter now')).toBeVisible()
  await priya.context.setOffline(false)
  for (const seat of [coach, priya]) await expect(seat.page.getByText('Five minutes to set up').first()).toBeVisible()
  await addNote('ideal', 'Written in the next epoch')
  for (const seat of [coach, priya]) {
    await expect(seat.page.getByText('Written in the next epoch').first()).toBeVisible()
    await saved(seat)
  }
})
