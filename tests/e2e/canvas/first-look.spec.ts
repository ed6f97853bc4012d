import type { NoteId } from '@groundswell/shared'
import { expect, test, type Canvas } from './support.ts'

test.use({ prepare: false, viewport: { width: 1366, height: 640 } })

/** Opens a board of so many notes on each side, as a reveal lays them out. */
async function open(canvas: Canvas, each: number, viewer: Record<string, unknown> = {}): Promise<void> {
  await canvas.page.evaluate(
    ([count, me]) => {
      const { shared, mine, show } = harness
      mine.transact(() => {
        for (const horizon of ['current', 'ideal'] as const) {
          for (let index = 0; index < count; index++) {
            const { x, y } = shared.gridPoint(horizon, index)
            const text = 'Newcomers wait weeks for a login'
            shared.addNote(mine, { id: `${horizon}-${index}` as NoteId, horizon, text, place: [null, x, y], author: null })
          }
        }
      })
      show(me)
    },
    [each, viewer] as const,
  )
  await canvas.settle()
}

/** The size of the smallest words on the screen, in px; nothing where no note is in view. */
const words = (canvas: Canvas) =>
  canvas.page.evaluate(() => {
    const zoom = innerWidth / harness.port.camera.now()!.w
    const shown = [...document.querySelectorAll<HTMLElement>('.tl-shape p')].filter((el) => {
      const { left, top, right, bottom } = el.getBoundingClientRect()
      return right > left && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
    })
    return shown.length === 0 ? null : Math.min(...shown.map((el) => parseFloat(getComputedStyle(el).fontSize) * zoom))
  })
const shows = (canvas: Canvas, id: string) =>
  canvas.page.evaluate((note) => {
    const { x, y } = harness.board.get().at.get(note as NoteId)!
    const view = harness.port.camera.now() as unknown as { x: number; y: number; w: number; h: number }
    return x >= view.x && y >= view.y && x + 208 <= view.x + view.w && y + 136 <= view.y + view.h
  }, id)
const map = (canvas: Canvas) => canvas.page.locator('canvas[class*="overview"]')

test('a board of 180 notes opens where they can be read; the whole of it is one press away, and so is the way back', async ({
  canvas,
}) => {
  await open(canvas, 90)
  expect(await words(canvas)).toBeGreaterThanOrEqual(12)
  for (const id of ['current-0', 'ideal-0']) expect(await shows(canvas, id)).toBe(true)
  await expect(map(canvas)).toBeVisible()
  const whole = canvas.page.getByRole('button', { name: 'Show the whole board' })
  await whole.focus()
  await canvas.page.keyboard.press('Enter')
  const back = canvas.page.getByRole('button', { name: 'Read the notes' })
  await expect(back).toBeFocused()
  await expect(map(canvas)).toHaveCount(0)
  for (const id of ['current-0', 'current-89', 'ideal-89']) expect(await shows(canvas, id)).toBe(true)
  await canvas.page.keyboard.press('Enter')
  await expect(whole).toBeFocused()
  await expect.poll(() => words(canvas)).toBeGreaterThanOrEqual(12)
  expect(await shows(canvas, 'current-0')).toBe(true)
})

test('the small picture shows where one is, and leads anywhere', async ({ canvas }) => {
  await open(canvas, 90)
  expect(await shows(canvas, 'ideal-89')).toBe(false)
  const box = (await map(canvas).boundingBox())!
  await canvas.page.mouse.move(box.x + 20, box.y + 20)
  await canvas.page.mouse.down()
  await canvas.page.mouse.move(box.x + box.width - 12, box.y + box.height - 12, { steps: 4 })
  await canvas.page.mouse.up()
  await expect.poll(() => shows(canvas, 'ideal-89')).toBe(true)
  expect(await canvas.page.evaluate(() => harness.port.runtime()!.editor().getSelectedShapeIds())).toEqual([])
})

test('it opens on the side of the step, on one’s own hand, and looks again when the room for it changes', async ({ canvas }) => {
  await open(canvas, 90, { horizonHint: 'ideal', hand: ['current-88', 'current-89'] })
  expect(await shows(canvas, 'current-89')).toBe(true)
  await canvas.page.setViewportSize({ width: 1024, height: 560 })
  await expect.poll(() => words(canvas)).toBeGreaterThanOrEqual(12)
  await expect.poll(() => shows(canvas, 'current-89')).toBe(true)
})

test('what everyone is called to is shown as before: a few notes, or the whole board', async ({ canvas }) => {
  await open(canvas, 90, { horizonHint: 'current' })
  expect(await shows(canvas, 'ideal-70')).toBe(false)
  await canvas.page.evaluate(() => harness.port.camera.fit(['ideal-70']))
  await expect.poll(() => shows(canvas, 'ideal-70')).toBe(true)
  await canvas.page.evaluate(() => harness.port.camera.fit())
  await expect.poll(async () => (await shows(canvas, 'current-89')) && (await shows(canvas, 'ideal-89'))).toBe(true)
})

test('a small board opens whole, without a small picture of it', async ({ canvas }) => {
  await open(canvas, 8)
  for (const id of ['current-7', 'ideal-7']) expect(await shows(canvas, id)).toBe(true)
  expect(await words(canvas)).toBeGreaterThanOrEqual(12)
  await expect(map(canvas)).toHaveCount(0)
})
