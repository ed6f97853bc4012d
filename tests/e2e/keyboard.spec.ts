import { join, saved, showList } from './acts/session.ts'
import { givenSession } from './acts/set-up.ts'
import { expect, test, type Seat } from './support/fixtures.ts'

/** Longer than any way through the screens of this test. */
const MOST_TABS = 120

interface Focus {
  /** The name of what has the focus, as a screen reader would say it. */
  readonly name: string
  readonly role: string
  readonly isSeen: boolean
}

/** What has the focus, and whether a person sees that it does. */
const focusOf = (seat: Seat): Promise<Focus> =>
  seat.page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const around = [element, element.parentElement, element.nextElementSibling].filter((one) => one !== null)
    const isRinged = around.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    })
    const box = element.getBoundingClientRect()
    const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const labelled =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
        ? element.labels?.[0]?.innerText
        : undefined
    const name = element.getAttribute('aria-label') ?? labelled ?? element.textContent
    return {
      name: name.trim(),
      role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
      isSeen: element !== document.body && isRinged && isOnScreen,
    }
  })

const matches = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name)

/** Goes on with the tab key until this has the focus; on the way the focus is always to be seen. */
async function tabTo(seat: Seat, wanted: string | RegExp, key: 'Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
  const way: string[] = []
  for (let step = 0; step < MOST_TABS; step++) {
    const { name, role, isSeen } = await focusOf(seat)
    // What has just opened may still be gliding in.
    const seen = () => focusOf(seat).then((now) => now.isSeen)
    if (step > 0 && role !== 'body' && !isSeen) await expect.poll(seen, `the focus on ${role} “${name}” can be seen`).toBe(true)
    if (matches(name, wanted)) return
    way.push(name)
    await seat.page.keyboard.press(key)
  }
  throw new Error(`${String(wanted)} was not reached. On the way: ${way.join(' | ')}`)
}

async function press(seat: Seat, wanted: string | RegExp): Promise<void> {
  await tabTo(seat, wanted)
  await seat.page.keyboard.press('Enter')
}

/** Opens a menu and takes one entry. */
async function choose(seat: Seat, menu: string | RegExp, item: string): Promise<void> {
  await press(seat, menu)
  await expect(seat.page.getByRole('menuitem', { name: item })).toBeVisible()
  await tabTo(seat, item, 'ArrowDown')
  await seat.page.keyboard.press('Enter')
  await expect(seat.page.getByRole('menu')).toHaveCount(0)
}

/** Answers the question which cluster, by its words. */
async function answer(seat: Seat, title: string): Promise<void> {
  const { page } = seat
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(seat, 'Search clusters')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const region = ({ page }: Seat, name: string) => page.getByRole('region', { name, exact: true })

test('the list does everything by keyboard alone, with the focus always in sight', async ({ room }) => {
  const { coach, go, addNote } = await givenSession(room)
  const { page } = coach
  await go('group')
  for (const text of ['Logins take weeks', 'Carts break', 'Nobody asks students']) await addNote('current', text)
  await expect(page.getByText('Opening the canvas…')).toHaveCount(0)
  await press(coach, 'List view')
  await expect(page.getByText('Carts break')).toBeVisible()

  await press(coach, 'Add a note')
  await tabTo(coach, 'Add what is missing')
  await page.keyboard.type('Five minutes to set up')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'More for this note: Five minutes to set up' })).toBeVisible()

  await choose(coach, 'More for this note: Carts break', 'Edit')
  await expect(page.getByLabel('Text of the note')).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' often')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Carts break often', { exact: true })).toBeVisible()

  await press(coach, 'Put in a cluster: Carts break often')
  await answer(coach, 'Devices')
  await expect(region(coach, 'Devices').getByText('Carts break often')).toBeVisible()
  await press(coach, 'Put in a cluster: Logins take weeks')
  await answer(coach, 'Accounts')
  await expect(region(coach, 'Accounts').getByText('Logins take weeks')).toBeVisible()
  await press(coach, 'Put in a cluster: Nobody asks students')
  await answer(coach, 'Accounts')
  await expect(region(coach, 'Accounts').getByText('Nobody asks students')).toBeVisible()

  await choose(coach, 'More for the cluster “Accounts”', 'Merge into…')
  await answer(coach, 'Devices')
  await expect(region(coach, 'Accounts')).toHaveCount(0)
  await press(coach, 'Undo')
  await expect(region(coach, 'Accounts').getByText('Logins take weeks')).toBeVisible()

  await choose(coach, 'More for this note: Nobody asks students', 'Set aside')
  await expect(page.getByText('Nobody asks students')).toHaveCount(0)
  await press(coach, 'Set aside (1)')
  await press(coach, 'Bring back')
  await expect(page.getByText('Nothing is set aside.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(region(coach, 'Accounts').getByText('Nobody asks students')).toBeVisible()

  await go('name')
  await expect(page.getByRole('region', { name: 'Instructions' })).toContainText('Give every cluster a title')
  await tabTo(coach, 'Title of the cluster')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Tools that work')
  await expect(region(coach, 'Tools that work')).toBeVisible()
  await tabTo(coach, /^What is it about first\?/)
  await page.keyboard.type('Teacher')
  await expect(region(coach, 'Tools that work').getByLabel('What is it about first?')).toHaveValue('teacher_action')
  await saved(coach)

  await go('choose')
  await press(coach, /^Make it a theme/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(coach, /^(Student outcome|Teacher action)/)
  await page.keyboard.press('Space')
  await press(coach, 'Save the theme')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('1 of 3 themes chosen')).toBeVisible()
})

test('what others do never takes the focus away', async ({ room }) => {
  const { coach, links, go, addNote } = await givenSession(room)
  const priya = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  await go('group')
  for (const text of ['Logins take weeks', 'Carts break', 'Nobody asks students']) await addNote('current', text)
  for (const seat of [coach, priya]) await showList(seat)
  const putIn = async (note: string, cluster: string) => {
    await priya.page.getByRole('button', { name: `Put in a cluster: ${note}` }).click()
    await priya.page.getByLabel('Search clusters').fill(cluster)
    await priya.page.keyboard.press('Enter')
    await expect(region(coach, cluster).getByRole('button', { name: `Put in a cluster: ${note}` })).toBeVisible()
  }
  const focused = coach.page.getByRole('button', { name: 'Put in a cluster: Carts break' })
  await focused.focus()
  await putIn('Logins take weeks', 'Accounts')
  await expect(focused).toBeFocused()
  // Even when the very note moves: the person stays where they were, at the note.
  await putIn('Carts break', 'Devices')
  await expect(focused).toBeFocused()

  await coach.page.getByRole('button', { name: 'More for this note: Carts break' }).click()
  await coach.page.getByRole('menuitem', { name: 'Edit' }).click()
  const editor = coach.page.getByLabel('Text of the note')
  await expect(editor).toBeFocused()
  await coach.page.keyboard.press('Control+End')
  await coach.page.keyboard.type(' often')
  await addNote('ideal', 'A new one')
  await putIn('Carts break often', 'Accounts').catch(() => undefined)
  await expect(editor).toBeFocused()
  await coach.page.keyboard.type(', again')
  await expect(editor).toHaveValue('Carts break often, again')
})
