import { CLOSE, writeSyncStep1, writeSyncStep2, writeUpdate } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BOARD, EMPTY_VECTOR, makeStore, makeAuthor, put, joinSynced, makeFailing } from './testing/fixtures.ts'
import { createRig, nameOf } from './testing/rig.ts'

describe('joining', () => {
  it('P3 P26 welcomes, asks for what it lacks, and answers a step 1 with the whole', async () => {
    const rig = createRig(makeStore())
    const first = await joinSynced(rig)
    first.socket.send(writeSyncStep2(makeAuthor().edit(put('a'))))
    await rig.clock.advance(1)
    const second = await joinSynced(rig, { right: 'read' })
    expect(second.received.slice(0, 2).map(({ kind }) => kind)).toEqual(['welcome', 'syncStep1'])
    expect(second.of('welcome')).toEqual([{ kind: 'welcome', welcome: { seat: 1, right: 'read' } }])
    const doc = new Y.Doc()
    for (const { update } of second.of('syncStep2')) Y.applyUpdate(doc, update)
    expect(doc.getMap('m').toJSON()).toEqual({ a: 1 })
  })

  it('P4 sends edits only to those who have sent their step 1', async () => {
    const rig = createRig(makeStore())
    const [writer, early] = [await joinSynced(rig), await rig.join()]
    writer.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(20)
    expect(early.of('update')).toEqual([])
    early.socket.send(writeSyncStep1(EMPTY_VECTOR))
    await rig.clock.advance(1)
    expect(early.of('syncStep2')).toHaveLength(1)
  })

  it('P32 loads a document once for everyone who asks at the same time', async () => {
    const inner = makeStore()
    let loads = 0
    const rig = createRig({ ...inner, load: (name) => (loads++, inner.load(name)) })
    await Promise.all([rig.join(), rig.join(), rig.relay.open(nameOf(BOARD))])
    expect(loads).toBe(1)
  })

  it('P32 closes with 1011 when the document does not load, and loads it again for the next', async () => {
    const { store, failing } = makeFailing()
    const rig = createRig(store)
    failing.load = true
    const line = await rig.join()
    expect(line.code()).toBe(CLOSE.internal)
    expect(line.received).toEqual([])
    failing.load = false
    expect((await joinSynced(rig)).of('syncStep2')).toHaveLength(1)
  })

  it('P32 does not pass over a stored update that it cannot read', async () => {
    const store = makeStore()
    await store.append([{ name: nameOf(BOARD), update: Uint8Array.of(1, 2, 3) }])
    const line = await createRig(store).join()
    expect(line.code()).toBe(CLOSE.internal)
  })

  it('P13 takes the limit of members and no more', async () => {
    const rig = createRig(makeStore(), { members: 2 })
    const lines = [await rig.join(), await rig.join(), await rig.join()]
    expect(lines.map((line) => line.code())).toEqual([null, null, CLOSE.tooSlow])
    lines[0]?.socket.cut()
    expect((await rig.join()).code()).toBeNull()
  })

  it('P13 takes a whole session and its displays in; the next is told to come back, and may once someone left', async () => {
    const rig = createRig(makeStore())
    const lines = []
    for (let index = 0; index < 400; index++) lines.push(await rig.join({ isDisplay: index >= 300 }))
    expect(lines.every((line) => line.code() === null)).toBe(true)
    const late = await rig.join()
    expect(late.code()).toBe(CLOSE.tooSlow)
    expect(late.socket.closedWith).toEqual({ code: 1013, reason: 'room full' })
    expect(late.received).toEqual([])
    const elsewhere = await rig.join({ document: 's1/stage~1' })
    lines[7]?.socket.cut()
    const again = await joinSynced(rig)
    expect([elsewhere.code(), again.code()]).toEqual([null, null])
    // The place in the room of presence that was left is the one that is given.
    expect(again.of('welcome')[0]?.welcome.seat).toBe(7)
  })
})
