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
})
