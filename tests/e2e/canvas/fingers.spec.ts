import type { ClusterId, NoteId } from '@groundswell/shared'
import { touchOf, type At } from '../support/touch.ts'
import { expect, test, type Canvas } from './support.ts'

test.use({ hasTouch: true, viewport: { width: 1920, height: 1080 } })

const placeOf = (canvas: Canvas, id: string) =>
  canvas.page.evaluate((note) => harness.board.get().notes.get(note as NoteId)?.place, id)
const zoomOf = (canvas: Canvas) => canvas.page.evaluate(() => harness.port.camera.now()!.w)
const selected = (canvas: Canvas) => canvas.page.evaluate(() => harness.port.runtime()!.editor().getSelectedShapeIds())
const told = (canvas: Canvas) =>
  canvas.page.evaluate(() =>
    harness.crowd.told.drags
      .at(-1)
      ?.map(({ ids }) => ids.join(' '))
      .sort(),
  )
const moved = ({ x, y }: At, dx: number, dy: number): At => ({ x: x + dx, y: y + dy })

/** Two spots where nothing lies. */
const GROUND = [
  { x: 60, y: 250 },
  { x: 60, y: 650 },
] as const

/** A panel: two clusters and four loose notes, and nobody else. */
async function panel(canvas: Canvas) {
  await canvas.page.evaluate(() => harness.show({ manyHands: true }))
  await canvas.settle()
  return touchOf(canvas.page)
}

test.describe('several hands on one panel', () => {
  test('two fingers drag two notes to two clusters at once; each is its own step of undo', async ({ canvas }) => {
    const touch = await panel(canvas)
    const zoom = await zoomOf(canvas)
    const before = [await placeOf(canvas, 'a'), await placeOf(canvas, 'c')]
    await touch.down(1, await canvas.middle('note-a'))
    await touch.down(2, await canvas.middle('note-c'))
    await touch.move({ 1: await canvas.middle('cluster-k1'), 2: await canvas.middle('cluster-k2') })
    await expect(canvas.page.getByText('Drop to add here')).toHaveCount(2)
    await expect.poll(() => told(canvas)).toEqual(['a', 'c'])
    await touch.up(1)
    await expect.poll(async () => (await placeOf(canvas, 'a'))?.[0]).toBe('k1')
    await expect.poll(() => told(canvas)).toEqual(['c'])
    expect((await placeOf(canvas, 'c'))?.[0]).toBeNull()
    await touch.up(2)
    await expect.poll(async () => (await placeOf(canvas, 'c'))?.[0]).toBe('k2')
    await expect.poll(() => told(canvas)).toEqual([])
    expect(await zoomOf(canvas)).toBe(zoom)
    await canvas.page.keyboard.press('Control+z')
    await canvas.settle()
    expect([(await placeOf(canvas, 'a'))?.[0], await placeOf(canvas, 'c')]).toEqual(['k1', before[1]])
    await canvas.page.keyboard.press('Control+z')
    await canvas.settle()
    expect(await placeOf(canvas, 'a')).toEqual(before[0])
  })

  test('a note dropped on a note makes a cluster, while another finger moves a cluster with its notes', async ({ canvas }) => {
    const touch = await panel(canvas)
    const start = await canvas.page.evaluate(() => harness.board.get().clusters.get('k2' as ClusterId)!.y)
    const card = moved(await canvas.middle('cluster-k2'), 0, -70)
    await touch.down(1, card)
    await touch.down(2, await canvas.middle('note-d'))
    await touch.move({ 1: moved(card, 0, 120), 2: await canvas.middle('note-c') })
    await touch.up(2)
    await touch.up(1)
    await expect
      .poll(() => canvas.page.evaluate(() => harness.board.get().clusters.get('k2' as ClusterId)!.y))
      .toBeGreaterThan(start + 60)
    const home = (await placeOf(canvas, 'd'))?.[0]
    expect(home).toBeTruthy()
    expect((await placeOf(canvas, 'c'))?.[0]).toBe(home)
    expect((await placeOf(canvas, 'm3'))?.[0]).toBe('k2')
  })

  test('a second finger on the same note does nothing, and a third person’s finger on the ground makes no pinch', async ({
    canvas,
  }) => {
    const touch = await panel(canvas)
    const zoom = await zoomOf(canvas)
    const note = await canvas.middle('note-a')
    await touch.down(1, note)
    await touch.down(2, moved(note, 30, 10))
    await touch.down(3, GROUND[0])
    await touch.move({ 1: moved(note, 20, -120), 2: moved(note, 330, 310), 3: moved(GROUND[0], 0, 300) })
    await expect.poll(() => told(canvas)).toEqual(['a'])
    await touch.up(2)
    await touch.up(3)
    expect(await zoomOf(canvas)).toBe(zoom)
    await touch.up(1)
    await canvas.settle()
    const end = await canvas.middle('note-a')
    expect([Math.round(end.x - note.x), Math.round(end.y - note.y)]).toEqual([20, -120])
  })

  test('a finger that the system takes away puts its note back, also after it was saved on the way', async ({ canvas }) => {
    const touch = await panel(canvas)
    const before = await placeOf(canvas, 'c')
    const note = await canvas.middle('note-c')
    await touch.down(1, note)
    let step = 0
    await expect
      .poll(async () => {
        await touch.move({ 1: moved(note, 40, 200 + 9 * (step++ % 2)) })
        return placeOf(canvas, 'c')
      })
      .not.toEqual(before)
    await touch.cancel()
    await expect.poll(() => placeOf(canvas, 'c')).toEqual(before)
    await expect.poll(() => told(canvas)).toEqual([])
    const back = await canvas.middle('note-c')
    expect([Math.round(back.x), Math.round(back.y)]).toEqual([Math.round(note.x), Math.round(note.y)])
  })

  test('two fingers on the ground zoom, and pan; a note in a hand stays under its finger', async ({ canvas }) => {
    const touch = await panel(canvas)
    const width = await zoomOf(canvas)
    await touch.down(1, GROUND[0])
    await touch.down(2, GROUND[1])
    await touch.move({ 1: moved(GROUND[0], 0, 150), 2: moved(GROUND[1], 0, -150) })
    await expect.poll(() => zoomOf(canvas)).toBeGreaterThan(width * 1.3)
    await touch.up(1)
    await touch.up(2)
    await canvas.settle()
    const note = await canvas.middle('note-c')
    await touch.down(3, note)
    await touch.move({ 3: moved(note, 0, 80) })
    await touch.down(1, GROUND[0])
    await touch.down(2, GROUND[1])
    const far = await zoomOf(canvas)
    await touch.move({ 1: moved(GROUND[0], 0, 150), 2: moved(GROUND[1], 0, -150) })
    await expect.poll(() => zoomOf(canvas)).not.toBe(far)
    await touch.up(1)
    await touch.up(2)
    await canvas.settle()
    const held = await canvas.middle('note-c')
    expect(Math.hypot(held.x - note.x, held.y - note.y - 80)).toBeLessThan(3)
    await touch.up(3)
  })

  test('a tap chooses a note, two taps write in it, and a drag beside leaves the writing alone', async ({ canvas }) => {
    const touch = await panel(canvas)
    const note = await canvas.middle('note-c')
    const tap = async () => {
      await touch.down(1, note)
      await touch.up(1)
    }
    await tap()
    await expect.poll(() => selected(canvas)).toEqual(['shape:note-c'])
    await expect(canvas.page.getByRole('button', { name: 'Set aside' })).toBeVisible()
    await tap()
    await tap()
    const field = canvas.page.locator('textarea')
    await expect(field).toBeFocused()
    const other = await canvas.middle('note-a')
    await touch.down(2, other)
    await touch.move({ 2: moved(other, 0, 120) })
    await touch.up(2)
    await canvas.settle()
    await expect(field).toBeFocused()
    expect((await placeOf(canvas, 'a'))?.[2]).toBeGreaterThan(60)
  })

  test('the first hold wins: a note in somebody else’s hand stays there while the other hand goes on', async ({ canvas }) => {
    const touch = await panel(canvas)
    const before = await placeOf(canvas, 'a')
    await canvas.page.evaluate(() => harness.crowd.set([{ name: 'Tess', drags: [{ ids: ['a'], dx: 0, dy: 0 }] }]))
    await expect.poll(() => canvas.page.evaluate(() => harness.since()), { timeout: 4_000 }).toBeGreaterThan(1_100)
    const [a, c] = [await canvas.middle('note-a'), await canvas.middle('note-c')]
    await touch.down(1, a)
    await touch.down(2, c)
    await touch.move({ 1: moved(a, 0, 150), 2: moved(c, 0, 150) })
    await expect.poll(() => canvas.page.evaluate(() => harness.heldBy)).toEqual(['Tess'])
    await expect.poll(() => told(canvas)).toEqual(['c'])
    await touch.up(1)
    await touch.up(2)
    await expect.poll(async () => (await placeOf(canvas, 'c'))?.[2]).toBeGreaterThan(60)
    expect(await placeOf(canvas, 'a')).toEqual(before)
  })

  test('losing the right to write puts back what the fingers hold', async ({ canvas }) => {
    const touch = await panel(canvas)
    const before = await placeOf(canvas, 'c')
    const note = await canvas.middle('note-c')
    await touch.down(1, note)
    await touch.move({ 1: moved(note, 0, 150) })
    await expect.poll(() => told(canvas)).toEqual(['c'])
    await canvas.page.evaluate(() => harness.show({ mode: 'read', right: 'read' }))
    await expect.poll(() => told(canvas)).toEqual([])
    await touch.move({ 1: moved(note, 0, 190) })
    await touch.up(1)
    await canvas.settle()
    expect(await placeOf(canvas, 'c')).toEqual(before)
  })

  test('on one’s own device two fingers on two notes zoom, as everywhere', async ({ canvas }) => {
    const touch = await panel(canvas)
    await canvas.page.evaluate(() => harness.show({ manyHands: false }))
    const width = await zoomOf(canvas)
    const [a, c] = [await canvas.middle('note-a'), await canvas.middle('note-c')]
    await touch.down(1, a)
    await touch.down(2, c)
    await touch.move({ 1: moved(a, 260, 0), 2: moved(c, -260, 0) })
    await expect.poll(() => zoomOf(canvas)).toBeGreaterThan(width * 1.2)
    await touch.up(1)
    await touch.up(2)
  })
})
