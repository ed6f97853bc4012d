import { join, openMenu, saved, showList } from './acts/session.ts'
import { putIn, writeNote } from './acts/notes.ts'
import { givenSession, personOf } from './acts/set-up.ts'
import { expect, test, type Room, type Seat } from './support/fixtures.ts'
import { expectOpenToAll } from './support/open-to-all.ts'

const WRONG = 'Laptops come bak broken'
const RIGHT = 'Laptops come back broken'
const OTHER = 'Nobody repairs the carts'

/** Priya, on a phone, wrote two notes and Marcus one; everyone has them, and the step lets nobody change the board. */
async function readTogether(room: Room) {
  const given = await givenSession(room)
  const writer = await join(room, 'phone', given.links.join, 'Priya Raman', 'Technology coach')
  const reader = await join(room, 'laptop', given.links.join, 'Marcus Bell', 'Building leader')
  await given.go('writeToday')
  for (const text of [WRONG, OTHER]) await writeNote(writer, text)
  await writeNote(reader, 'A plain idea')
  for (const seat of [writer, reader]) await saved(seat)
  await given.go('readToday')
  for (const seat of [given.coach, reader]) await showList(seat)
  for (const seat of [given.coach, reader, writer]) await expect(seat.page.getByText(WRONG)).toBeVisible()
  return { ...given, writer, reader }
}

const notesOf = (seat: Seat) => seat.page.getByRole('dialog', { name: 'My notes' })

async function openNotes(seat: Seat) {
  await openMenu(seat, 'My notes')
  const dialog = notesOf(seat)
  await expect(dialog).toBeVisible()
  return dialog
}

/** Changes the words of an own note, with the keyboard alone once the dialog is open. */
async function mend(seat: Seat, from: string, to: string): Promise<void> {
  const dialog = notesOf(seat)
  await dialog.getByRole('button', { name: `Change the words: ${from}` }).press('Enter')
  const field = dialog.getByLabel('The words of your note')
  await expect(field).toBeFocused()
  await field.fill(to)
  await seat.page.keyboard.press('Tab')
  await seat.page.keyboard.press('Enter')
}

test('a writer puts a note right on a phone while the board is closed; the others see the words and nobody sees who', async ({
  room,
}) => {
  const { coach, writer, reader, go } = await readTogether(room)
  const author = await personOf(writer)
  const others = [coach, reader]
  const before = others.map(({ received }) => received.length)
  const dialog = await openNotes(writer)
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expect(dialog.getByText('A plain idea')).toBeHidden()
  await expectOpenToAll(writer, 'my notes')
  await mend(writer, WRONG, RIGHT)
  await expect(dialog.getByText('Saved. Everyone sees the new words.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: `Change the words: ${RIGHT}` })).toBeFocused()
  for (const seat of others) await expect(seat.page.getByText(RIGHT)).toBeVisible()
  await go('vote')
  await mend(writer, OTHER, 'Nobody repairs our carts')
  await expect(dialog.getByText(/^Saved/).nth(1)).toBeVisible()
  await go('readToday')
  for (const seat of others) await expect(seat.page.getByText('Nobody repairs our carts')).toBeVisible()
  others.forEach(({ received }, index) => {
    const since = received.slice(before[index])
    // The change comes as the letters that are new, and the roster alone may name the writer.
    expect(since.some((piece) => piece.includes('our'))).toBe(true)
    expect(since.filter((piece) => piece.includes(author) && piece.includes('our'))).toEqual([])
    // That she is here is told every few seconds; what she does is not.
    expect(since.filter((piece) => piece.includes('Priya') && !piece.includes('"editing":null'))).toEqual([])
  })
  expect(await writer.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('a note is taken back and put there again, and stays once the group has decided on its cluster', async ({ room }) => {
  const { coach, writer, reader, go } = await readTogether(room)
  const dialog = await openNotes(writer)
  await dialog.getByRole('button', { name: `Take it back: ${OTHER}` }).click()
  await expect(dialog.getByRole('button', { name: `Put it back: ${OTHER}` })).toBeFocused()
  for (const seat of [coach, reader]) await expect(seat.page.getByText(OTHER)).toBeHidden()
  await expectOpenToAll(writer, 'a note taken back')
  await dialog.getByRole('button', { name: `Put it back: ${OTHER}` }).click()
  for (const seat of [coach, reader]) await expect(seat.page.getByText(OTHER)).toBeVisible()
  await writer.page.keyboard.press('Escape')
  await go('group')
  await putIn(coach, OTHER, 'Repair', 'new')
  await saved(coach)
  await go('vote')
  const later = await openNotes(writer)
  await expect(later.getByText(/^The group has decided on some of these notes/)).toBeVisible()
  await expect(later.getByRole('button', { name: `Take it back: ${OTHER}` })).toBeHidden()
  await expect(later.getByRole('button', { name: `Take it back: ${WRONG}` })).toBeVisible()
})

test('words that cannot be sent stay on the device, outlive a reload, and go out by themselves', async ({ room }) => {
  const { writer, reader } = await readTogether(room)
  const dialog = await openNotes(writer)
  await writer.context.setOffline(true)
  await mend(writer, WRONG, RIGHT)
  await expect(dialog.getByText(/^No connection. Your words are kept on this device/)).toBeVisible()
  await writer.context.setOffline(false)
  await expect(reader.page.getByText(RIGHT)).toBeVisible()
  await expect(dialog.getByText(/^Saved/).first()).toBeVisible()
  const commands = '**/api/sessions/*/commands'
  await writer.page.route(commands, (route) => route.abort())
  await mend(writer, RIGHT, 'Laptops come back broken, twice')
  await expect(dialog.getByText(/^No connection/)).toBeVisible()
  await writer.page.unroute(commands)
  await writer.page.reload()
  await expect(reader.page.getByText('Laptops come back broken, twice')).toBeVisible()
  await expect(writer.page.getByText('Laptops come back broken, twice')).toBeVisible()
})

test('when somebody changed the same place meanwhile, the writer chooses', async ({ room }) => {
  const { coach, writer, reader } = await readTogether(room)
  const dialog = await openNotes(writer)
  await dialog.getByRole('button', { name: `Change the words: ${WRONG}` }).click()
  await dialog.getByLabel('The words of your note').fill(RIGHT)
  await coach.page.getByRole('button', { name: `More for this note: ${WRONG}` }).click()
  await coach.page.getByRole('menuitem', { name: 'Edit' }).click()
  await coach.page.getByLabel('Text of the note').fill('Laptops come home broken')
  await expect(reader.page.getByText('Laptops come home broken')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText(/^Someone changed the same place of this note/)).toBeVisible()
  await expect(dialog.getByRole('blockquote')).toHaveText('Laptops come home broken')
  await expectOpenToAll(writer, 'a choice between words')
  await dialog.getByRole('button', { name: 'Save my words' }).click()
  await expect(reader.page.getByText(RIGHT)).toBeVisible()
})
