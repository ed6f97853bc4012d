import { CLOSE, writeSaved, writeSyncStep2, writeUpdate } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BOARD, makeStore, makeAuthor, put, joinSynced, keysAt } from './testing/fixtures.ts'
import { createRig, nameOf } from './testing/rig.ts'

describe('edits', () => {
  it('P9 passes an update on as it came, to everyone but a lone sender', async () => {
    const rig = createRig(makeStore())
    const [a, b, c] = [await joinSynced(rig), await joinSynced(rig), await joinSynced(rig)]
    const update = makeAuthor().edit(put('a'))
    a.socket.send(writeUpdate(update))
    await rig.clock.advance(1)
    expect(a.of('update')).toEqual([])
    for (const other of [b, c]) expect(other.of('update')).toEqual([{ kind: 'update', update }])
  })

  it('P9 in a busy document sends the edits of 16 ms in one write', async () => {
    const rig = createRig(makeStore(), { busyMembers: 2 })
    const [a, b] = [await joinSynced(rig), await joinSynced(rig)]
    const author = makeAuthor()
    await rig.clock.advance(100)
    const before = rig.relay.stats().batchesOut
    for (let index = 0; index < 10; index++) {
      a.socket.send(writeUpdate(author.edit(put(`k${index}`))))
      await rig.clock.advance(1)
    }
    await rig.clock.advance(20)
    expect(b.of('update')).toHaveLength(10)
    expect(rig.relay.stats().batchesOut - before).toBe(2)
  })

  it('P6 lets a reader say what is known, and closes it for anything new, leaving the document as it was', async () => {
    const rig = createRig(makeStore())
    const author = makeAuthor()
    const writer = await joinSynced(rig)
    writer.socket.send(writeUpdate(author.edit(put('a'))))
    await rig.clock.advance(1)
    for (const [write, change] of [
      [writeSyncStep2, put('b')],
      [writeUpdate, (doc: Y.Doc) => doc.getMap('m').delete('a')],
    ] as const) {
      const reader = await joinSynced(rig, { right: 'read' })
      reader.socket.send(writeSyncStep2(Y.encodeStateAsUpdate(author.doc)))
      await rig.clock.advance(1)
      expect(reader.code()).toBeNull()
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(author.doc))
      const vector = Y.encodeStateVector(copy)
      change(copy)
      reader.socket.send(write(Y.encodeStateAsUpdate(copy, vector)))
      await rig.clock.advance(1)
      expect(reader.code()).toBe(CLOSE.forbidden)
      expect(await keysAt(rig)).toEqual(['a'])
    }
    expect(writer.of('update')).toEqual([])
  })

  it('P7 parks what builds on something unknown, asks for it, and applies both when it has come', async () => {
    const rig = createRig(makeStore())
    const author = makeAuthor()
    const [first, second] = [author.edit(put('a')), author.edit(put('b'))]
    const [line, other] = [await joinSynced(rig), await joinSynced(rig)]
    line.socket.send(writeUpdate(second))
    line.socket.send(writeSaved(2))
    await rig.clock.advance(50)
    expect(line.of('syncStep1')).toHaveLength(2)
    expect(line.of('saved')).toEqual([])
    expect(other.of('update')).toEqual([])
    line.socket.send(writeSyncStep2(first))
    await rig.clock.advance(50)
    expect(await keysAt(rig)).toEqual(['a', 'b'])
    expect(other.of('update')).toHaveLength(2)
    expect(line.of('saved')).toEqual([{ kind: 'saved', count: 2 }])
  })

  it('P7 another member may bring the missing part', async () => {
    const rig = createRig(makeStore())
    const author = makeAuthor()
    const [first, second] = [author.edit(put('a')), author.edit(put('b'))]
    const [line, other] = [await joinSynced(rig), await joinSynced(rig)]
    line.socket.send(writeUpdate(second))
    await rig.clock.advance(5)
    other.socket.send(writeUpdate(first))
    await rig.clock.advance(5)
    expect(await keysAt(rig)).toEqual(['a', 'b'])
  })

  it('P7 closes with 1011 after ten seconds, and with 1013 when too much waits', async () => {
    const rig = createRig(makeStore(), { parkedBytes: 3_000 })
    const author = makeAuthor()
    author.edit(put('lost'))
    const [slow, greedy] = [await joinSynced(rig), await joinSynced(rig)]
    slow.socket.send(writeUpdate(author.edit(put('b'))))
    for (let index = 0; index < 4; index++) greedy.socket.send(writeUpdate(author.edit(put(`c${index}`, 'x'.repeat(1_000)))))
    await rig.clock.advance(100)
    expect([slow.code(), greedy.code()]).toEqual([null, CLOSE.tooSlow])
    await rig.clock.advance(12_000)
    expect(slow.code()).toBe(CLOSE.internal)
    expect(await keysAt(rig)).toEqual([])
  })

  it('P13 refuses to grow a document beyond its limit, and lets it shrink', async () => {
    const rig = createRig(makeStore(), { documentBytes: 5_000 })
    const author = makeAuthor()
    const line = await joinSynced(rig)
    line.socket.send(writeUpdate(author.edit(put('a', 'x'.repeat(4_500)))))
    const shrink = author.edit((doc) => doc.getMap('m').delete('a'))
    const grown = makeAuthor(8).edit(put('b', 'x'.repeat(1_000)))
    const other = await joinSynced(rig)
    other.socket.send(writeUpdate(grown))
    await rig.clock.advance(5)
    expect(other.code()).toBe(CLOSE.tooLarge)
    line.socket.send(writeUpdate(shrink))
    line.socket.send(writeUpdate(grown))
    await rig.clock.advance(5)
    expect(line.code()).toBeNull()
    expect(await keysAt(rig)).toEqual(['b'])
  })

  it('P5 closes with 4422 whatever is not a message', async () => {
    const rig = createRig(makeStore())
    for (const bad of [
      [],
      [0],
      [0, 9, 0],
      [99],
      [0, 2, 3, 1, 2],
      [0, 2, 2, 9, 9],
      [0, 0, 3, 255, 255, 255],
      [102],
      [1, 3, 1, 5],
    ]) {
      const line = await joinSynced(rig)
      line.socket.send(Uint8Array.from(bad))
      await rig.clock.advance(1)
      expect(line.code()).toBe(CLOSE.malformed)
    }
    const stock = await joinSynced(rig, { extensions: false })
    stock.socket.send(writeSaved(1))
    await rig.clock.advance(1)
    expect(stock.code()).toBe(CLOSE.malformed)
  })
})

/** Two insertions, each after the other: nothing in it is unknown, and it can never be applied. */
const CIRCLE = Uint8Array.of(2, 1, 2, 0, 0x84, 1, 0, 1, 0x61, 1, 1, 0, 0x84, 2, 0, 1, 0x62, 0)

describe('harm', () => {
  it('P7 P43 a flood of updates that can never be applied stops at a number', async () => {
    const rig = createRig(makeStore(), { parkedGaps: 10 })
    const author = makeAuthor()
    author.edit(put('lost'))
    const [evil, other] = [await joinSynced(rig), await joinSynced(rig)]
    for (let index = 0; index < 30; index++) evil.socket.send(writeUpdate(author.edit(put(`k${index}`))))
    await rig.clock.advance(1)
    expect([evil.code(), other.code()]).toEqual([CLOSE.tooSlow, null])
  })

  it('P43 a fault of our own while reading a message costs that connection alone', async () => {
    const rig = createRig(makeStore())
    const [unlucky, other] = [await joinSynced(rig), await joinSynced(rig)]
    Object.defineProperty(unlucky.connection.admission, 'right', {
      get: () => {
        throw new Error('a bug')
      },
    })
    unlucky.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(1)
    expect([unlucky.code(), other.code()]).toEqual([CLOSE.internal, null])
  })

  it('P14 an update that passes every check and does not apply costs its sender, and the others a reload', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const [evil, here, there] = [await joinSynced(rig), await joinSynced(rig), await joinSynced(rig, { document: 's2/board~1' })]
    here.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(1)
    evil.socket.send(writeUpdate(CIRCLE))
    await rig.clock.advance(50)
    expect([evil.code(), here.code(), there.code()]).toEqual([CLOSE.malformed, CLOSE.internal, null])
    expect(await keysAt(rig)).toEqual(['a'])
    expect((await store.load(nameOf(BOARD))).updates).toHaveLength(1)
    expect((await joinSynced(rig)).code()).toBeNull()
  })

  it('P15 takes a change from whoever brings it: after a crash only another may have it', async () => {
    const author = makeAuthor()
    const before = createRig(makeStore())
    const [writer, witness] = [await joinSynced(before, { person: 'ana' }), await joinSynced(before, { person: 'ben' })]
    writer.socket.send(writeUpdate(author.edit(put('a'))))
    await before.clock.advance(1)
    const copy = new Y.Doc()
    for (const { update } of witness.of('update')) Y.applyUpdate(copy, update)
    copy.getMap('m').set('own', 1)
    // Nothing of it was on disk, and both come back.
    const after = createRig(makeStore())
    const [again, bringer] = [await joinSynced(after, { person: 'ana' }), await joinSynced(after, { person: 'ben' })]
    again.socket.send(writeUpdate(author.edit(put('b'))))
    await after.clock.advance(1)
    bringer.socket.send(writeSyncStep2(Y.encodeStateAsUpdate(copy)))
    await after.clock.advance(1)
    expect([again.code(), bringer.code()]).toEqual([null, null])
    expect(new Set(await keysAt(after))).toEqual(new Set(['a', 'own', 'b']))
  })
})
