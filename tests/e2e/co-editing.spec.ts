import type { PlcId } from '@groundswell/shared'
import { join, saved, showList } from './acts/session.ts'
import { givenExample, givenSession, personOf } from './acts/set-up.ts'
import { expect, test, type Seat } from './support/fixtures.ts'

/** Types at one end of a field, as a person does: key by key, without touching the rest. */
async function typeAt(seat: Seat, label: string, end: 'Home' | 'End', words: string): Promise<void> {
  const field = seat.page.getByLabel(label).first()
  await field.focus()
  await field.press(`Control+${end}`)
  await seat.page.keyboard.type(words)
}

const times = (text: string, words: string): number => text.split(words).length - 1

/** Both screens show one text, in which each of these stands exactly once. */
async function expectOnce(seats: readonly Seat[], label: string, parts: readonly string[]): Promise<void> {
  const values = () => Promise.all(seats.map((seat) => seat.page.getByLabel(label).first().inputValue()))
  await expect
    .poll(async () => (await values()).map((text) => parts.map((part) => times(text, part))))
    .toEqual(seats.map(() => parts.map(() => 1)))
  expect(new Set(await values()).size).toBe(1)
}

/** One person types on line and the other off line, at both ends of one text; then the line comes back. */
async function typeTogether(one: Seat, other: Seat, label: string): Promise<void> {
  await Promise.all([typeAt(one, label, 'Home', 'ALPHA '), typeAt(other, label, 'End', ' OMEGA')])
  await expectOnce([one, other], label, ['ALPHA ', ' OMEGA'])
  await other.context.setOffline(true)
  await expect(other.page.getByText(/^Offline/).first()).toBeVisible()
  await typeAt(other, label, 'End', ' while away')
  await typeAt(one, label, 'Home', 'Meanwhile ')
  await typeAt(one, label, 'End', ' and here')
  await saved(one)
  await expect(one.page.getByLabel(label).first()).not.toHaveValue(/while away/)
  await other.context.setOffline(false)
  await expectOnce([one, other], label, ['ALPHA ', ' OMEGA', ' while away', 'Meanwhile ', ' and here'])
  for (const seat of [one, other]) await saved(seat)
}

test('two people write in one note at once, one of them offline for a while', async ({ room }) => {
  const { coach, links, go, addNote } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  await go('group')
  await addNote('current', 'Logins take weeks')
  for (const seat of [coach, priya]) {
    await showList(seat)
    await seat.page.getByRole('button', { name: 'More for this note: Logins take weeks' }).click()
    await seat.page.getByRole('menuitem', { name: 'Edit' }).click()
    await expect(seat.page.getByLabel('Text of the note')).toBeFocused()
  }
  await typeTogether(coach, priya, 'Text of the note')
  await expectOnce([coach, priya], 'Text of the note', ['Logins take weeks'])
})

test('two people write in one field of a goal at once, one of them offline for a while', async ({ room }) => {
  const { coach, links, act, go, seat } = await givenExample(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Two', 'Technology coach')
  await act({ type: 'plc.join', plc: 'plc-b' as PlcId, person: await personOf(priya) })
  await go('goal')
  for (const one of [coach, priya]) {
    await one.page.goto(`/s/${seat.session}/plc/plc-b`)
    await expect(one.page.getByLabel('Our goal in one sentence')).not.toHaveValue('')
  }
  const before = await coach.page.getByLabel('Our goal in one sentence').inputValue()
  await typeTogether(coach, priya, 'Our goal in one sentence')
  await expectOnce([coach, priya], 'Our goal in one sentence', [before])
})
