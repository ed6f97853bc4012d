import { readFile } from 'node:fs/promises'
import { join, next, openMenu, saved } from './acts/session.ts'
import { writeNote } from './acts/notes.ts'
import { givenSession, personOf } from './acts/set-up.ts'
import { expect, test, type Seat } from './support/fixtures.ts'

const SECRET = 'Quartz lamps flicker in the annex'
const PLAIN = 'Laptops come back broken'

/** The pieces of text that stand as whole bytes in a frame: Yjs stores what was typed at once as one string. */
const hears = (seat: Seat, words: string): boolean => seat.received.some((piece) => piece.includes(words))

interface Exports {
  readonly json: string
  readonly md: string
  readonly csv: string
}

/** Downloads everything a person may take out. */
async function exportsOf(seat: Seat): Promise<Exports> {
  const { page } = seat
  await openMenu(seat, 'Export')
  const fetchOne = async (name: RegExp): Promise<string> => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
    return readFile(await file.path(), 'utf8')
  }
  const files = { json: await fetchOne(/JSON/), md: await fetchOne(/Markdown/), csv: await fetchOne(/CSV/) }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  return files
}

test('no byte tells a private note before the reveal, nor its author after it', async ({ room }) => {
  const { coach, links, go } = await givenSession(room)
  const display = await room.open('display', links.display)
  const writer = await join(room, 'laptop', links.join, 'Priya Raman', 'Technology coach')
  const reader = await join(room, 'phone', links.join, 'Marcus Bell', 'Building leader')
  const others = [coach, reader, display]
  const author = await personOf(writer)
  await go('writeToday')
  await writeNote(writer, SECRET)
  await writeNote(reader, PLAIN)
  for (const seat of [writer, reader]) await saved(seat)
  await expect(display.page.getByText('2 ideas')).toBeVisible()
  await expect(coach.page.getByText('2 of 3 people wrote')).toBeVisible()
  // A page that is opened now asks for everything again.
  for (const seat of others) await seat.page.reload()
  await expect(display.page.getByText('2 ideas')).toBeVisible()
  await expect(coach.page.getByText('2 of 3 people wrote')).toBeVisible()
  const early = await exportsOf(coach)
  for (const seat of others) expect(hears(seat, SECRET)).toBe(false)
  expect(Object.values(early).filter((text) => text.includes(SECRET))).toEqual([])
  for (const seat of others) expect(seat.received.length).toBeGreaterThan(5)

  const before = new Map(others.map((seat) => [seat, seat.received.length]))
  await next(coach, /Read what all of us wrote/)
  await coach.page.getByRole('button', { name: 'List view' }).click()
  for (const seat of others) {
    await expect(seat.page.getByText(SECRET).first()).toBeVisible()
    expect(hears(seat, SECRET)).toBe(true)
    // The roster alone may name the writer, and it was sent long before.
    const since = seat.received.slice(before.get(seat))
    expect(since.filter((piece) => piece.includes(SECRET) && piece.includes(author))).toEqual([])
  }
  const { json, md, csv } = await exportsOf(coach)
  for (const text of [json, md, csv]) expect(text).toContain(SECRET)
  const { notes } = JSON.parse(json) as { readonly notes: readonly { readonly text: string; readonly author: unknown }[] }
  expect(notes.map((note) => note.author)).toEqual([null, null])
  const lines = [md, csv].flatMap((text) => text.split('\n')).filter((line) => line.includes(SECRET))
  expect(lines.filter((line) => line.includes(author) || line.includes('Priya'))).toEqual([])
})
