import type { ClusterId, NoteId } from '@groundswell/shared'
import type { Canvas } from './support.ts'
import { expect, test } from './support.ts'

const placeOf = (canvas: Canvas, id: string) =>
  canvas.page.evaluate((note) => harness.board.get().notes.get(note as NoteId)?.place, id)
const between = async (canvas: Canvas, from: string, to: string) => {
  const [a, b] = [await canvas.middle(from), await canvas.middle(to)]
  return [b.x - a.x, b.y - a.y] as const
}

test.describe('hands on the board', () => {
  test('a note dropped on a cluster joins it; the slot is marked before', async ({ canvas }) => {
    await canvas.grab('note-c', ...(await between(canvas, 'note-c', 'cluster-k1')))
    await expect(canvas.page.getByText('Drop to add here')).toBeVisible()
    await canvas.release()
    expect((await placeOf(canvas, 'c'))?.[0]).toBe('k1')
    await expect(canvas.page.getByText('Drop to add here')).toHaveCount(0)
  })

  test('a note dropped on a note makes a cluster of both', async ({ canvas }) => {
    await canvas.drag('note-d', ...(await between(canvas, 'note-d', 'note-c')))
    const home = (await placeOf(canvas, 'd'))?.[0]
    expect(home).toBeTruthy()
    expect((await placeOf(canvas, 'c'))?.[0]).toBe(home)
  })

  test('a note dragged out of its cluster is loose where it was let go', async ({ canvas }) => {
    await canvas.drag('note-m3', -260, 150)
    expect((await placeOf(canvas, 'm3'))?.[0]).toBeNull()
  })

  test('a cluster moves with its notes in one update, and merges when dropped on another', async ({ canvas }) => {
    const before = await canvas.middle('note-m3')
    const updates = await canvas.page.evaluate(() => {
      const counter = { count: 0 }
      harness.mine.on('update', () => counter.count++)
      Object.assign(globalThis, { counter })
      return counter.count
    })
    expect(updates).toBe(0)
    const card = await canvas.middle('cluster-k2')
    await canvas.page.mouse.move(card.x + 60, card.y + 70)
    await canvas.page.mouse.down()
    await canvas.page.mouse.move(card.x + 20, card.y + 90, { steps: 3 })
    await canvas.settle()
    const during = await canvas.middle('note-m3')
    expect([Math.round(during.x - before.x), Math.round(during.y - before.y)]).toEqual([-40, 20])
    await canvas.release()
    await canvas.drag('cluster-k2', ...(await between(canvas, 'cluster-k2', 'cluster-k1')))
    expect((await placeOf(canvas, 'm3'))?.[0]).toBe('k1')
    await canvas.page.keyboard.press('Control+z')
    await canvas.settle()
    expect((await placeOf(canvas, 'm3'))?.[0]).toBe('k2')
  })

  test('Escape in the middle of a drag changes nothing, even after it was saved on the way', async ({ canvas }) => {
    const before = await placeOf(canvas, 'c')
    await canvas.grab('note-c', 50, 90)
    await expect
      .poll(async () => {
        await canvas.page.mouse.move(700 + Math.random() * 40, 500)
        return placeOf(canvas, 'c')
      })
      .not.toEqual(before)
    await canvas.page.keyboard.press('Escape')
    await canvas.release()
    expect(await placeOf(canvas, 'c')).toEqual(before)
  })

  test('others hear of a drag, and what they drag is seen here with their name', async ({ canvas }) => {
    await canvas.grab('note-c', 40, 80)
    const told = await canvas.page.evaluate(() => harness.crowd.told.drags.at(-1))
    expect(told?.map(({ ids }) => ids)).toEqual([['c']])
    await canvas.release()
    expect(await canvas.page.evaluate(() => harness.crowd.told.drags.at(-1))).toEqual([])
    const before = await canvas.middle('note-a')
    await canvas.page.evaluate(() =>
      harness.crowd.set([{ name: 'Tess', drags: [{ ids: ['a'], dx: 0, dy: 0 }], cursor: { x: 0, y: 0 } }]),
    )
    await canvas.settle()
    await canvas.page.evaluate(() =>
      harness.crowd.set([{ name: 'Tess', drags: [{ ids: ['a'], dx: 90, dy: 30 }], cursor: { x: 0, y: 0 } }]),
    )
    await expect.poll(async () => Math.round((await canvas.middle('note-a')).x)).toBeGreaterThan(Math.round(before.x) + 30)
    await expect(canvas.page.getByText('Tess').filter({ visible: true })).toBeVisible()
    await canvas.page.evaluate(() => harness.crowd.set([]))
    await expect.poll(async () => Math.round((await canvas.middle('note-a')).x)).toBe(Math.round(before.x))
  })

  test('the first hold wins: a note in somebody’s hand stays there, a later hand is told whose, and it is free when they let go', async ({
    canvas,
  }) => {
    const before = await placeOf(canvas, 'a')
    await canvas.page.evaluate(() => harness.crowd.set([{ name: 'Tess', drags: [{ ids: ['a'], dx: 0, dy: 0 }] }]))
    await expect(canvas.page.getByText('Tess').filter({ visible: true })).toBeVisible()
    // Hands that close within a second count as closing at once.
    await expect.poll(() => canvas.page.evaluate(() => harness.since()), { timeout: 4_000 }).toBeGreaterThan(1_100)
    await canvas.drag('note-a', 80, 120)
    expect(await canvas.page.evaluate(() => harness.heldBy)).toEqual(['Tess'])
    expect(await placeOf(canvas, 'a')).toEqual(before)
    await canvas.page.evaluate(() => harness.crowd.set([]))
    await canvas.settle()
    await canvas.drag('note-a', 80, 120)
    expect(await placeOf(canvas, 'a')).not.toEqual(before)
    expect(await canvas.page.evaluate(() => harness.heldBy)).toEqual(['Tess'])
  })

  test('what people say to a note stands on it, and one says it from beside the note, also where one may only read', async ({
    canvas,
  }) => {
    await canvas.page.evaluate(() => harness.told([{ note: 'a' as NoteId, same: 3, heart: 0, question: 1 }]))
    await expect(canvas.page.getByText('+1 3 ? 1')).toBeVisible()
    await canvas.page.evaluate(() => harness.show({ mode: 'read', right: 'read' }))
    const { x, y } = await canvas.middle('note-a')
    await canvas.page.mouse.click(x, y)
    await canvas.page.getByRole('button', { name: 'Matters to me' }).click()
    expect(await canvas.page.evaluate(() => harness.sent.at(-1))).toEqual({
      type: 'note.react',
      note: 'a',
      kind: 'heart',
      on: true,
    })
    await expect(canvas.page.getByRole('button', { name: 'Same for me: 3 people' })).toBeVisible()
    await expect(canvas.page.getByRole('button', { name: 'Set aside' })).toHaveCount(0)
  })

  test('chosen notes are put in a cluster from the bar beside them, by key too', async ({ canvas }) => {
    await canvas.page.evaluate(() => harness.port.select(['a', 'b']))
    const button = canvas.page.getByRole('toolbar', { name: 'What is selected' }).getByRole('button', { name: 'Put in…' })
    await button.click()
    await button.press('Enter')
    await canvas.page.evaluate(() => harness.port.select(['k1']))
    await expect(canvas.page.getByRole('button', { name: 'Ungroup' })).toBeVisible()
    await expect(button).toHaveCount(0)
    expect(await canvas.page.evaluate(() => harness.put.map((ids) => ids.toSorted()))).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })

  test('while a few merge, whoever only reads flags a cluster where it stands, and takes the flag back', async ({ canvas }) => {
    const flag = canvas.page.getByRole('button', { name: /^Look again/ })
    await canvas.page.evaluate(() => {
      harness.show({
        mode: 'read',
        right: 'read',
        mayReact: false,
        flags: { counts: new Map([['k1' as ClusterId, 2]]), mine: [] },
      })
      harness.port.select(['k1'])
    })
    await expect(flag).toHaveText('Look again · 2')
    await flag.press('Enter')
    await canvas.page.evaluate(() =>
      harness.show({ flags: { counts: new Map([['k1' as ClusterId, 3]]), mine: ['k1' as ClusterId] } }),
    )
    await expect(flag).toHaveAttribute('aria-pressed', 'true')
    await flag.click()
    expect(await canvas.page.evaluate(() => harness.flagged)).toEqual([
      ['k1', true],
      ['k1', false],
    ])
    await canvas.page.evaluate(() => harness.show({ flags: null }))
    await expect(flag).toHaveCount(0)
  })

  test('the Delete key sets notes aside and dissolves clusters; nothing is deleted', async ({ canvas }) => {
    await canvas.page.evaluate(() => harness.port.select(['a', 'k2']))
    await canvas.page.locator('.tl-container').focus()
    await canvas.page.keyboard.press('Delete')
    await canvas.settle()
    const state = await canvas.page.evaluate(() => ({
      aside: harness.board.get().aside.map((note) => note.id),
      k2: harness.board.get().clusters.has('k2' as ClusterId),
      notes: harness.mine.getMap('notes').size,
    }))
    expect(state).toEqual({ aside: ['a'], k2: false, notes: 7 })
  })

  test('the eraser takes drawings and leaves notes', async ({ canvas }) => {
    await canvas.page.keyboard.press('e')
    const { x, y } = await canvas.middle('note-a')
    await canvas.page.mouse.move(x - 150, y)
    await canvas.page.mouse.down()
    await canvas.page.mouse.move(x + 150, y, { steps: 8 })
    await canvas.release()
    expect(await canvas.page.evaluate(() => harness.port.runtime()!.editor().store.has('shape:note-a'))).toBe(true)
    expect(await canvas.page.evaluate(() => harness.board.get().aside.length)).toBe(0)
  })

  test('a drag with Alt makes a copy that is a note of its own', async ({ canvas }) => {
    await canvas.page.keyboard.down('Alt')
    await canvas.drag('note-c', 30, 160)
    await canvas.page.keyboard.up('Alt')
    await canvas.settle()
    const state = await canvas.page.evaluate(() => ({
      texts: [...harness.board.get().notes.values()].filter((note) => note.text === 'Note c').length,
      strange: harness.port
        .runtime()!
        .editor()
        .getCurrentPageShapes()
        .filter((shape) => !/^shape:(note|cluster)-/.test(shape.id)).length,
    }))
    expect(state).toEqual({ texts: 2, strange: 0 })
  })

  test('pasted text becomes one note per line, and a pasted address stays text', async ({ canvas }) => {
    await canvas.page.locator('.tl-container').focus()
    await canvas.page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '- first idea\n- second idea\nhttps://example.org/page')
      data.setData('text/html', '<img src="https://example.org/x.png">')
      document.querySelector('.tl-container')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await canvas.settle()
    const texts = await canvas.page.evaluate(() => harness.board.get().loose.map((note) => note.text))
    expect(texts).toEqual(expect.arrayContaining(['first idea', 'second idea', 'https://example.org/page']))
  })

  test('a drawing is stored once it is finished, field by field, and another person sees it', async ({ canvas }) => {
    await canvas.page.keyboard.press('d')
    await canvas.page.mouse.move(500, 620)
    await canvas.page.mouse.down()
    await canvas.page.mouse.move(600, 640, { steps: 5 })
    await canvas.settle()
    expect(await canvas.page.evaluate(() => harness.mine.getMap('ink').size)).toBe(0)
    await canvas.release()
    const stored = await canvas.page.evaluate(() => {
      harness.sync()
      const [record] = [...harness.theirs.getMap('ink').values()] as { toJSON: () => Record<string, unknown> }[]
      return { type: record?.toJSON()['type'], schema: typeof harness.theirs.getMap('inkMeta').get('schema') }
    })
    expect(stored).toEqual({ type: 'draw', schema: 'string' })
  })

  test('N writes a note that others see from its first letter; an empty one leaves nothing', async ({ canvas }) => {
    await canvas.page.locator('.tl-container').focus()
    await canvas.page.keyboard.press('n')
    await canvas.page.keyboard.type('H')
    await expect.poll(() => canvas.page.evaluate(() => harness.board.get().loose.some((note) => note.text === 'H'))).toBe(true)
    await canvas.page.keyboard.type('ello')
    await canvas.page.keyboard.press('Enter')
    await expect(canvas.page.locator('textarea')).toHaveCount(0)
    expect(await canvas.page.evaluate(() => harness.board.get().loose.some((note) => note.text === 'Hello'))).toBe(true)
    await canvas.page.keyboard.press('n')
    await canvas.page.keyboard.press('Escape')
    await canvas.settle()
    expect(await canvas.page.evaluate(() => harness.board.get().notes.size)).toBe(8)
  })

  test('without names a new note stays here until the server publishes it', async ({ canvas }) => {
    await canvas.page.evaluate(() => harness.show({ addsLive: false }))
    await canvas.page.locator('.tl-container').focus()
    await canvas.page.keyboard.press('n')
    await canvas.page.keyboard.type('A quiet word')
    expect(await canvas.page.evaluate(() => harness.board.get().notes.size)).toBe(7)
    await canvas.page.keyboard.press('Enter')
    expect(await canvas.page.evaluate(() => harness.sent)).toMatchObject([{ type: 'note.add', text: 'A quiet word' }])
    expect(await canvas.page.evaluate(() => harness.board.get().notes.size)).toBe(7)
  })

  test('a cluster is named in place by a double click', async ({ canvas }) => {
    const { x, y } = await canvas.middle('cluster-k1')
    await canvas.page.mouse.dblclick(x, y - 90)
    await canvas.page.locator('textarea').fill('A better name')
    await canvas.page.keyboard.press('Enter')
    expect(await canvas.page.evaluate(() => harness.board.get().clusters.get('k1' as ClusterId)?.title)).toBe('A better name')
  })

  test('arrow keys move a loose note and leave one in a cluster in its slot', async ({ canvas }) => {
    await canvas.page.locator('.tl-container').focus()
    await canvas.page.evaluate(() => harness.port.select(['c']))
    await canvas.page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => placeOf(canvas, 'c')).toEqual([null, 610, 0])
    const before = await placeOf(canvas, 'm1')
    const at = await canvas.middle('note-m1')
    await canvas.page.evaluate(() => harness.port.select(['m1']))
    await canvas.page.keyboard.press('ArrowRight')
    await canvas.settle()
    expect(await placeOf(canvas, 'm1')).toEqual(before)
    expect(await canvas.middle('note-m1')).toEqual(at)
  })

  test('for readers nothing moves, nothing can be typed, and the board still follows the others', async ({ canvas }) => {
    await canvas.page.evaluate(() => harness.show({ mode: 'read', right: 'read', mayAdd: false }))
    await canvas.settle()
    const before = await placeOf(canvas, 'c')
    await canvas.drag('note-c', -60, 90)
    await canvas.page.locator('.tl-container').focus()
    for (const key of ['Delete', 'n', 'd']) await canvas.page.keyboard.press(key)
    expect(await placeOf(canvas, 'c')).toEqual(before)
    await expect(canvas.page.getByRole('toolbar')).toHaveCount(0)
    await canvas.page.evaluate(() => {
      harness.shared.placeNotes(harness.theirs, [{ id: 'c' as NoteId, place: [null, 900, 400] }])
      harness.sync()
    })
    await expect.poll(() => canvas.page.evaluate(() => harness.port.runtime()!.editor().getShape('shape:note-c')?.x)).toBe(900)
  })
})
