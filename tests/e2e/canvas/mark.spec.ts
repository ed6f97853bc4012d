import { expect, test } from './support.ts'

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  for (const mode of ['write', 'read'] as const) {
    test(`tldraw's mark is visible and can be pressed at ${width}x${height}, mode ${mode}`, async ({ canvas }) => {
      await canvas.page.setViewportSize({ width, height })
      await canvas.page.evaluate((next) => harness.show({ mode: next }), mode)
      await canvas.page.evaluate(() => harness.port.select(['a']))
      const mark = canvas.page.locator('[class*="tl-watermark"]')
      await expect(mark).toBeVisible()
      await expect.poll(async () => Math.round((await mark.boundingBox())?.width ?? 0)).toBeLessThan(width < 700 ? 20 : 110)
      const free = await mark.evaluate((element) => {
        const box = element.getBoundingClientRect()
        return [
          [0.5, 0.5],
          [0.2, 0.2],
          [0.7, 0.8],
        ].every(([dx = 0, dy = 0]) =>
          element.contains(document.elementFromPoint(box.x + box.width * dx, box.y + box.height * dy)),
        )
      })
      expect(free).toBe(true)
    })
  }
}

test.describe('from far away', () => {
  test('notes are painted instead of laid out, and the mark stays', async ({ canvas }) => {
    await canvas.page.evaluate(() =>
      harness.port.runtime()!.editor().setCamera({ x: 3000, y: 1000, z: 0.15 }, { immediate: true }),
    )
    await expect(canvas.page.locator('.tl-container')).toHaveAttribute('data-far', 'true')
    const painted = await canvas.page.evaluate(() => {
      const canvasElement = document.querySelector<HTMLCanvasElement>('.tl-background__wrapper canvas')!
      const data = canvasElement.getContext('2d')!.getImageData(0, 0, canvasElement.width, canvasElement.height).data
      return data.some((value, index) => index % 4 === 3 && value > 0)
    })
    expect(painted).toBe(true)
    await expect(canvas.page.locator('[class*="tl-watermark"]')).toBeVisible()
  })

  test('a cluster is a tile: a press takes all of it, and its door leads to the notes', async ({ canvas }) => {
    const { page } = canvas
    const selected = () => page.evaluate(() => harness.port.runtime()!.editor().getSelectedShapeIds())
    await page.evaluate(() => harness.port.runtime()!.editor().setCamera({ x: 1400, y: 400, z: 0.4 }, { immediate: true }))
    await expect(page.locator('.tl-container')).toHaveAttribute('data-mid', 'true')
    await canvas.settle()
    const { x, y } = await canvas.middle('note-m1')
    await page.mouse.click(x, y)
    expect(await selected()).toEqual(['shape:cluster-k1'])
    await page.getByRole('button', { name: 'Read the notes of Cluster k1' }).click()
    await expect(page.locator('.tl-container')).toHaveAttribute('data-mid', 'false')
    const near = await canvas.middle('note-m1')
    await page.mouse.click(near.x, near.y)
    expect(await selected()).toEqual(['shape:note-m1'])
  })
})
