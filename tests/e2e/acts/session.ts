import { expect, type Page } from '@playwright/test'
import type { Room, Seat } from '../support/fixtures.ts'

export interface NewSession {
  readonly title: string
  readonly naming?: 'No names' | 'Names shown'
  readonly facilitator: string
}

export interface Links {
  readonly join: string
  readonly display: string
  readonly recovery: string
}

/** Starts a session from the start page, as a facilitator would. */
export async function startSession(seat: Seat, session: NewSession): Promise<void> {
  const { page } = seat
  await page.getByRole('link', { name: /Start a session/ }).click()
  await page.getByLabel('Title').fill(session.title)
  await page.getByLabel('District or school').fill('Maple Fork')
  await page.getByText(session.naming ?? 'No names', { exact: true }).click()
  await page.getByLabel('Your name').fill(session.facilitator)
  await page.getByRole('button', { name: 'Start the session' }).click()
  await page.waitForURL(/\/s\/[^/]+$/)
  await expect(page.getByText('step 1 of')).toBeVisible()
}

/** The session's id, from the address of any of its pages. */
export const sessionId = (page: Page): string => /\/s\/([^/]+)/.exec(page.url())?.[1] ?? ''

/** Opens one thing from the session's menu. */
export async function openMenu(seat: Seat, item: string | RegExp): Promise<void> {
  await seat.page.getByRole('button', { name: 'Menu' }).click()
  await seat.page.getByRole('menuitem', { name: item }).click()
}

/** The links a facilitator hands out, read from the share dialog. */
export async function readLinks(seat: Seat): Promise<Links> {
  const { page } = seat
  await openMenu(seat, 'Code and links')
  const dialog = page.getByRole('dialog', { name: 'Let people in' })
  const value = (label: string) => dialog.getByLabel(label, { exact: true }).inputValue()
  const links = {
    join: await value('Join link'),
    display: await value('Display link'),
    recovery: await value('Your recovery link'),
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return links
}

const pathOf = (link: string): string => {
  const url = new URL(link, 'http://here')
  return url.pathname + url.hash
}

export const pathOfLink = pathOf

/** Opens the join link on a device and enters as a person with a job role. */
export async function join(room: Room, device: 'laptop' | 'phone', link: string, name: string, jobRole: string): Promise<Seat> {
  const seat = await room.open(device, pathOf(link))
  await seat.page.getByLabel('Your name').fill(name)
  await seat.page.getByText(jobRole, { exact: true }).click()
  await seat.page.getByRole('button', { name: 'Join', exact: true }).click()
  await seat.page.waitForURL(/\/s\/[^/]+$/)
  await expect(seat.page.getByText(/step \d+ of/)).toBeVisible()
  return seat
}

/** Opens the join link on a device that stands for a table of several. */
export async function joinAsTable(
  room: Room,
  device: 'laptop' | 'phone' | 'panel',
  link: string,
  name: string,
  heads: number,
): Promise<Seat> {
  const seat = await room.open(device, pathOf(link))
  const { page } = seat
  await page.getByText('A table', { exact: true }).click()
  await page.getByLabel('Name of the table').fill(name)
  await page.getByText('Teacher', { exact: true }).click()
  await page.getByLabel('How many people?').selectOption(String(heads))
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.waitForURL(/\/s\/[^/]+$/)
  await expect(page.getByText(/step \d+ of/)).toBeVisible()
  return seat
}

/** Talks and the break stand between the steps that tests are about. */
const BETWEEN = /^(What already works|Today, talk|\d{4}, talk|Break)/

/** Goes on to the next step that is no talk and no break, answering the question that comes first. */
export async function next(seat: Seat, step: string | RegExp): Promise<void> {
  const { page } = seat
  const there = page.getByText(step).first()
  const passing = page.getByRole('button', { name: BETWEEN })
  do {
    const at = await page.getByText(/step \d+ of/).innerText()
    await page.getByRole('button', { name: /^(Next:|Reveal the notes)/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^(Go on|Reveal the notes)$/ }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(at, { exact: true })).toBeHidden()
    await expect(there.or(passing).first()).toBeVisible()
  } while ((await passing.isVisible()) && !(await there.isVisible()))
}

/** Everything this device typed is on the server's disk. */
export const saved = (seat: Seat) => expect(seat.page.getByText('Saved', { exact: true })).toBeVisible()

export async function showList(seat: Seat): Promise<void> {
  const toggle = seat.page.getByRole('button', { name: 'List view' })
  if (await toggle.isVisible()) await toggle.click()
}
