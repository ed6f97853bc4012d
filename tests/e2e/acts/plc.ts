import { expect } from '@playwright/test'
import { saved } from './session.ts'
import type { Seat } from '../support/fixtures.ts'

export interface GoalWords {
  readonly statement: string
  readonly indicator: string
}

/** Writes the goal's heart: the sentence and one measure. */
export async function writeGoal(seat: Seat, words: GoalWords): Promise<void> {
  const { page } = seat
  await page.getByLabel('Our goal in one sentence').fill(words.statement)
  await page.getByRole('button', { name: 'Add a measure' }).click()
  await page.getByLabel('What do we measure?').fill(words.indicator)
  await page.getByLabel('Where will we be?').fill('70')
  await page.getByRole('button', { name: 'Done' }).first().click()
  await saved(seat)
}

/** Writes one's own part and a step that feeds the measure. */
export async function writePlan(seat: Seat, part: string, step: string, indicator: string): Promise<void> {
  const { page } = seat
  await page.getByLabel('My part of our goal').fill(part)
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByLabel('What will you do?').fill(step)
  await page.getByLabel('Feeds which measure?').selectOption({ label: indicator })
  await page.getByRole('button', { name: 'Done' }).first().click()
  await expect(page.getByText(step)).toBeVisible()
  await saved(seat)
}

/** Answers how fully one stands behind the goal; nobody sees it before all are shown. */
export async function agree(seat: Seat, level: RegExp, reservation = ''): Promise<void> {
  const { page } = seat
  await page.getByRole('radio', { name: level }).check()
  if (reservation !== '') await page.getByLabel('What would raise it by one?').fill(reservation)
  await page.getByRole('button', { name: 'Give my answer' }).click()
  await expect(page.getByRole('button', { name: 'Give my answer' })).toBeHidden()
}
