import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import { expect, type Seat } from './fixtures.ts'

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  var axe: typeof Axe
}

/** What keeps people out, in light and in dark; colours are all that differs between the two. */
export async function expectOpenToAll(seat: Seat, where: string): Promise<void> {
  const { page } = seat
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const check = (rules: readonly string[]) =>
    page.evaluate(async (only) => {
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        ...(only.length > 0 ? { runOnly: [...only] } : {}),
      })
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      return grave.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
      )
    }, rules)
  const show = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme })
    // Half way from one colour to the other nothing has its contrast; rows out of sight stop half way.
    await page.waitForFunction(() =>
      document.getAnimations().every((one) => {
        const target = one.effect instanceof KeyframeEffect ? one.effect.target : null
        return !(one instanceof CSSTransition) || target?.checkVisibility({ contentVisibilityAuto: true }) !== true
      }),
    )
  }
  await show('light')
  expect(await check([]), `${where}, light`).toEqual([])
  await show('dark')
  expect(await check(['color-contrast']), `${where}, dark`).toEqual([])
}
