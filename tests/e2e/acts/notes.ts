import { expect } from '@playwright/test'
import type { Seat } from '../support/fixtures.ts'

/** Writes a note on one's own desk. */
export async function writeNote(seat: Seat, text: string): Promise<void> {
  const { page } = seat
  await page.getByPlaceholder('One idea…').fill(text)
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByPlaceholder('One idea…')).toHaveValue('')
}

/** Puts a note into a cluster from the list, by its menu: into one that is there, or into a new one of this title. */
export async function putIn(seat: Seat, note: string, cluster: string, kind: 'new' | 'known' = 'known'): Promise<void> {
  const { page } = seat
  await page.getByRole('button', { name: `Put in a cluster: ${note}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Search clusters').fill(cluster)
  await dialog.getByRole('button', { name: kind === 'new' ? `New cluster “${cluster}”` : new RegExp(`^${cluster}`) }).click()
  await expect(dialog).toBeHidden()
}

/** Says what a cluster is about first. */
export async function setFocus(seat: Seat, index: number, focus: 'Student outcome' | 'Teacher action'): Promise<void> {
  await seat.page.getByLabel('What is it about first?').nth(index).selectOption({ label: focus })
}
