import type { ClusterId, NoteId } from '@groundswell/shared'
import { expect, test } from './support.ts'

/** Each test reproduces one way in which a shared tldraw board breaks; the editor must survive all of them. */
test.describe('what breaks shared canvases', () => {
  test('a note whose cluster is missing is there, loose, and can be selected', async ({ canvas }) => {
    await canvas.page.evaluate(() => {
      harness.shared.placeNotes(harness.theirs, [{ id: 'a' as NoteId, place: ['nowhere' as ClusterId, -500, -200] }])
      harness.sync()
    })
    await canvas.settle()
    const { x, y } = await canvas.middle('note-a')
    await canvas.page.mouse.click(x, y)
    expect(await canvas.page.evaluate(() => harness.port.runtime()!.editor().getSelectedShapeIds())).toEqual(['shape:note-a'])
    await canvas.drag('note-a', 0, 120)
    expect(await canvas.page.evaluate(() => harness.board.get().notes.get('a' as NoteId)?.place[0])).toBeNull()
  })

  test('a cluster that arrives after its notes takes them in, and they can be selected', async ({ canvas }) => {
    await canvas.page.evaluate(() => {
      const { shared, theirs, sync } = harness
      shared.placeNotes(theirs, [{ id: 'a' as NoteId, place: ['late' as ClusterId, 0, 0] }])
      sync()
    })
    await canvas.settle()
    await canvas.page.evaluate(() => {
      const { shared, theirs, sync } = harness
      shared.createCluster(theirs, { id: 'late' as ClusterId, at: { x: -800, y: -300 }, title: 'Late' })
      sync()
    })
    await canvas.settle()
    const { x, y } = await canvas.middle('note-a')
    await canvas.page.mouse.click(x, y)
    expect(await canvas.page.evaluate(() => harness.port.runtime()!.editor().getSelectedShapeIds())).toEqual(['shape:note-a'])
  })

  test('a cluster dissolved by someone leaves its notes where they were', async ({ canvas }) => {
    const before = await canvas.middle('note-m1')
    await canvas.page.evaluate(() => {
      harness.shared.dissolveCluster(harness.theirs, 'k1' as ClusterId)
      harness.sync()
    })
    await canvas.settle()
    expect(await canvas.page.evaluate(() => harness.port.runtime()!.editor().store.has('shape:cluster-k1'))).toBe(false)
    expect(Object.keys(await canvas.middle('note-m1'))).toEqual(Object.keys(before))
    await canvas.drag('note-m1', -40, -160)
    expect(await canvas.page.evaluate(() => harness.board.get().notes.get('m1' as NoteId)?.place[0])).toBeNull()
  })

  for (const how of ['dissolved', 'deleted outright'] as const) {
    test(`a cluster ${how} while a note is dragged over it does not end the editor`, async ({ canvas }) => {
      const target = await canvas.middle('cluster-k1')
      const from = await canvas.middle('note-a')
      await canvas.grab('note-a', target.x - from.x, target.y - from.y)
      await canvas.page.evaluate((dissolve) => {
        const { shared, theirs, sync } = harness
        if (dissolve) shared.dissolveCluster(theirs, 'k1' as ClusterId)
        else theirs.getMap('clusters').delete('k1')
        sync()
      }, how === 'dissolved')
      await canvas.settle()
      await canvas.page.mouse.move(target.x + 10, target.y + 10)
      await canvas.release()
      await canvas.expectAlive()
      expect(await canvas.page.evaluate(() => harness.board.get().notes.get('a' as NoteId)?.text)).toBe('Note a')
    })
  }

  for (const how of ['set aside', 'deleted outright'] as const) {
    test(`a note ${how} by someone while it is dragged ends the drag`, async ({ canvas }) => {
      await canvas.grab('note-c', 40, 60)
      await canvas.page.evaluate((aside) => {
        const { shared, theirs, sync } = harness
        if (aside) shared.setAside(theirs, 'c' as NoteId, true)
        else theirs.getMap('notes').delete('c')
        sync()
      }, how === 'set aside')
      await canvas.settle()
      const state = await canvas.page.evaluate(() => ({
        path: harness.port.runtime()!.editor().getPath(),
        there: harness.port.runtime()!.editor().store.has('shape:note-c'),
      }))
      expect(state).toEqual({ path: 'select.idle', there: false })
      await canvas.release()
      await canvas.drag('note-d', 30, 30)
      expect(await canvas.page.evaluate(() => harness.board.get().at.get('d' as NoteId)?.x)).not.toBe(600)
    })
  }

  test('a note set aside while it is edited leaves editing, and the words stay in the note', async ({ canvas }) => {
    await canvas.page.evaluate(() => harness.port.edit('c'))
    await canvas.page.locator('textarea').pressSequentially(' kept')
    await canvas.page.evaluate(() => {
      harness.sync()
      harness.shared.setAside(harness.theirs, 'c' as NoteId, true)
      harness.sync()
    })
    await expect(canvas.page.locator('textarea')).toHaveCount(0)
    expect(await canvas.page.evaluate(() => harness.board.get().aside.map((note) => note.text))).toEqual(['Note c kept'])
  })

  test('words typed by two people in one note at once are all there', async ({ canvas }) => {
    await canvas.page.evaluate(() => harness.port.edit('c'))
    await canvas.page.locator('textarea').pressSequentially(' mine')
    await canvas.page.evaluate(() => {
      harness.shared.noteText(harness.theirs, 'c' as NoteId)!.insert(0, 'Theirs: ')
      harness.sync()
    })
    await canvas.page.locator('textarea').pressSequentially('!')
    await expect(canvas.page.locator('textarea')).toHaveValue('Theirs: Note c mine!')
    expect(await canvas.page.evaluate(() => harness.board.get().notes.get('c' as NoteId)?.text)).toBe('Theirs: Note c mine!')
  })

  test('undoing my move leaves what a colleague changed meanwhile', async ({ canvas }) => {
    await canvas.drag('note-c', -90, 130)
    await canvas.page.evaluate(() => {
      const { shared, theirs, sync } = harness
      sync()
      shared.editNote(theirs, 'c' as NoteId, 'Their words')
      sync()
    })
    await canvas.page.keyboard.press('Control+z')
    await canvas.settle()
    const note = await canvas.page.evaluate(() => harness.board.get().notes.get('c' as NoteId))
    expect(note).toMatchObject({ text: 'Their words', place: [null, 600, 0] })
  })

  test('undoing my move does not bring back what a colleague set aside', async ({ canvas }) => {
    await canvas.drag('note-c', -90, 130)
    await canvas.page.evaluate(() => {
      const { shared, theirs, sync } = harness
      sync()
      shared.setAside(theirs, 'c' as NoteId, true)
      sync()
    })
    await canvas.page.keyboard.press('Control+z')
    await canvas.settle()
    expect(await canvas.page.evaluate(() => harness.port.runtime()!.editor().store.has('shape:note-c'))).toBe(false)
  })

  test('drawings with one and the same order key are told apart', async ({ canvas }) => {
    await canvas.page.evaluate(() => {
      const { theirs, Y, sync } = harness
      for (const id of ['shape:one', 'shape:two']) {
        const record = new Y.Map<unknown>()
        const fields = {
          typeName: 'shape',
          type: 'geo',
          x: 0,
          y: -300,
          rotation: 0,
          opacity: 1,
          index: 'a5',
          'props.geo': 'rectangle',
          'props.w': 90,
          'props.h': 90,
          'props.color': 'blue',
          'props.labelColor': 'black',
          'props.fill': 'none',
          'props.dash': 'solid',
          'props.size': 'm',
          'props.font': 'sans',
          'props.align': 'middle',
          'props.verticalAlign': 'middle',
          'props.growY': 0,
          'props.url': '',
          'props.scale': 1,
          'props.richText': { type: 'doc', content: [{ type: 'paragraph' }] },
        }
        for (const [key, value] of Object.entries(fields)) record.set(key, value)
        theirs.getMap('ink').set(id, record)
      }
      sync()
    })
    await canvas.settle()
    const keys = await canvas.page.evaluate(() =>
      ['shape:one', 'shape:two'].map((id) => harness.port.runtime()!.editor().getShape(id)?.index),
    )
    expect(new Set(keys).size).toBe(2)
    await canvas.page.evaluate(() => {
      const editor = harness.port.runtime()!.editor()
      editor.bringToFront(['shape:one'])
      editor.sendToBack(['shape:two'])
      editor.duplicateShapes(['shape:one', 'shape:two'])
    })
    await canvas.settle()
    expect(await canvas.page.evaluate(() => harness.mine.getMap('ink').size)).toBe(4)
  })

  test('a board beyond the usual limit of 4,000 shapes is shown whole', async ({ canvas }) => {
    await canvas.page.evaluate(() => harness.fill(4100))
    await expect
      .poll(() => canvas.page.evaluate(() => harness.port.runtime()!.editor().getCurrentPageShapeIds().size), { timeout: 60_000 })
      .toBeGreaterThan(4100)
  })

  test('broken and foreign drawings are put aside, and everything else is shown', async ({ canvas }) => {
    await canvas.page.evaluate(() => {
      const { theirs, Y, sync, shared } = harness
      const put = (id: string, fields: Record<string, unknown>) => {
        const record = new Y.Map<unknown>()
        for (const [key, value] of Object.entries(fields)) record.set(key, value)
        theirs.getMap('ink').set(id, record)
      }
      put('shape:frame', { typeName: 'shape', type: 'frame', x: 0, y: 0, 'props.w': 10, 'props.h': 10, 'props.name': '' })
      put('shape:wrong', {
        typeName: 'shape',
        type: 'draw',
        x: 0,
        y: 0,
        rotation: 0,
        opacity: 7,
        index: 'a5',
        'props.color': 'no such colour',
      })
      put('shape:unknown', { typeName: 'shape', type: 'spaceship', x: 0, y: 0 })
      put('shape:note-a', { typeName: 'shape', type: 'draw', x: 0, y: 0 })
      put('page:page', { typeName: 'page', name: 'x' })
      theirs.getMap('ink').set('shape:text', 'not even a record')
      shared.placeNotes(theirs, [{ id: 'b' as NoteId, place: [null, -900, 500] }])
      sync()
    })
    await canvas.settle()
    const state = await canvas.page.evaluate(() => {
      const runtime = harness.port.runtime()!
      return {
        bad: [...runtime.quarantined()].sort(),
        b: runtime.editor().getShape('shape:note-b')?.x,
        a: runtime.editor().getShape('shape:note-a')?.type,
      }
    })
    expect(state).toEqual({
      bad: ['page:page', 'shape:frame', 'shape:note-a', 'shape:unknown', 'shape:wrong'],
      b: -900,
      a: 'gs-note',
    })
  })

  test('what others do is not written back as an echo, arrows and their ends included', async ({ canvas }) => {
    await canvas.page.keyboard.press('a')
    const from = await canvas.middle('note-c')
    await canvas.page.mouse.move(from.x, from.y)
    await canvas.page.mouse.down()
    const to = await canvas.middle('note-d')
    await canvas.page.mouse.move(to.x, to.y, { steps: 6 })
    await canvas.release()
    expect(await canvas.page.evaluate(() => harness.mine.getMap('ink').size)).toBe(3)
    const written = await canvas.page.evaluate(async () => {
      const { mine, theirs, shared, sync } = harness
      sync()
      let count = 0
      mine.on('update', (_update: Uint8Array, origin: unknown) => (count += origin === 'remote' ? 0 : 1))
      shared.placeNotes(theirs, [{ id: 'c' as NoteId, place: [null, 800, 90] }])
      sync()
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      for (let index = 0; index < 10; index++) await frame()
      shared.setAside(theirs, 'd' as NoteId, true)
      sync()
      for (let index = 0; index < 10; index++) await frame()
      return count
    })
    expect(written).toBe(0)
    expect(await canvas.page.evaluate(() => harness.mine.getMap('ink').size)).toBe(3)
  })

  test('many changes by others are one merge', async ({ canvas }) => {
    const merges = await canvas.page.evaluate(async () => {
      const { shared, theirs, sync } = harness
      const { store } = harness.port.runtime()!.editor()
      const real = store.mergeRemoteChanges.bind(store)
      let count = 0
      store.mergeRemoteChanges = (change) => {
        count++
        real(change)
      }
      for (let index = 0; index < 20; index++) {
        shared.placeNotes(theirs, [
          { id: (['a', 'b', 'c', 'd'] as const)[index % 4] as NoteId, place: [null, 1000 + index, index] },
        ])
        sync()
      }
      for (let index = 0; index < 10; index++) await new Promise((done) => requestAnimationFrame(done))
      return count
    })
    expect(merges).toBe(1)
  })
})
