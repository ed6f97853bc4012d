import { expect } from '@playwright/test'
import type { Seat } from '../support/fixtures.ts'

/** Votes for clusters by their titles. */
export async function vote(seat: Seat, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await seat.page.getByRole('button', { name: `Vote for ${title}` }).click()
    await expect(seat.page.getByRole('button', { name: `Take back your vote for ${title}` })).toBeVisible()
  }
}

/** Makes the cluster with this title a theme; its focus was set before. */
export async function markTheme(seat: Seat, title: string): Promise<void> {
  const { page } = seat
  const row = page
    .getByRole('listitem')
    .filter({ hasText: title })
    .filter({ has: page.getByRole('button', { name: /Make it a theme/ }) })
  await row.getByRole('button', { name: /Make it a theme/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save the theme' }).click()
  await expect(dialog).toBeHidden()
}

/** Forms a PLC of these people around a theme, as the facilitator. */
export async function formPlc(seat: Seat, name: string, members: readonly string[], theme: string): Promise<void> {
  const { page } = seat
  await page.getByLabel('Name of a new PLC').fill(name)
  await page.getByRole('button', { name: 'Form a PLC' }).click()
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
  await expect(card).toBeVisible()
  for (const member of members) {
    await page.getByLabel(`PLC of ${member}`).selectOption({ label: name })
    await expect(card.getByText(member)).toBeVisible()
  }
  await card.getByLabel('Theme').selectOption({ label: theme })
}
