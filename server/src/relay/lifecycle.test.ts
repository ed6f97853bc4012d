import { CLOSE, err, ok, writeUpdate, type SessionId } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import { BOARD, makeStore, makeAuthor, put, joinSynced } from './testing/fixtures.ts'
import { createRig, nameOf, type Line } from './testing/rig.ts'

describe('changes from outside', () => {
  it('P40 closes the connections whose right changed, and only those', async () => {
    const rig = createRig(makeStore())
    const [ana, ben, eve] = [
      await rig.join({ person: 'ana' }),
      await rig.join({ person: 'ben' }),
      await rig.join({ person: 'eve' }),
    ]
    rig.rights.set('ana', ok('read'))
    rig.rights.set('eve', err(CLOSE.signedOut))
    rig.relay.recheck('s1' as SessionId)
    await rig.clock.advance(1)
    expect([ana.code(), ben.code(), eve.code()]).toEqual([CLOSE.rightsChanged, null, CLOSE.signedOut])
  })

  it('P40 can look at one person alone', async () => {
    const rig = createRig(makeStore())
    const [ana, ben] = [await rig.join({ person: 'ana' }), await rig.join({ person: 'ben' })]
    for (const person of ['ana', 'ben']) rig.rights.set(person, ok('read'))
    rig.relay.recheck('s1' as SessionId, 'ben' as never)
    await rig.clock.advance(1)
    expect([ana.code(), ben.code()]).toEqual([null, CLOSE.rightsChanged])
  })

  it('P41 closing a session ends its connections and rooms and no others', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const [here, there] = [await joinSynced(rig), await joinSynced(rig, { document: 's2/board~1' })]
    here.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(0)
    const closing = rig.relay.closeSession('s1' as SessionId, CLOSE.gone)
    await rig.clock.advance(30)
    await closing
    await store.deleteSession('s1' as SessionId)
    await rig.clock.advance(120_000)
    expect([here.code(), there.code()]).toEqual([CLOSE.gone, 1006])
    expect(await store.load(nameOf(BOARD))).toEqual({ snapshot: null, updates: [], lastSeq: 0 })
  })

  it('P37 a document taken out of use sends its members on, takes nobody in, and can come back into use', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const [here, other] = [await joinSynced(rig), await joinSynced(rig, { document: 's1/plc:p~1' })]
    here.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(0)
    const retiring = rig.relay.retire(nameOf(BOARD))
    await rig.clock.advance(100)
    const reopen = await retiring
    expect([here.code(), other.code()]).toEqual([CLOSE.epoch, null])
    expect((await store.load(nameOf(BOARD))).updates).toHaveLength(1)
    expect((await rig.join()).code()).toBe(CLOSE.epoch)
    await expect(rig.relay.open(nameOf(BOARD))).rejects.toThrow('has ended')
    reopen()
    expect((await joinSynced(rig)).code()).toBeNull()
  })

  it('P42 drains: everything stored, everyone closed in slices, every log folded', async () => {
    const store = makeStore()
    const rig = createRig(store, { drainMs: 2_000 })
    const lines: Line[] = []
    for (let index = 0; index < 40; index++) lines.push(await joinSynced(rig))
    lines[0]?.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(1)
    const draining = rig.relay.drain()
    await rig.clock.advance(500)
    const closed = lines.filter((line) => line.code() === CLOSE.draining).length
    expect(closed).toBeGreaterThan(5)
    expect(closed).toBeLessThan(20)
    await rig.clock.advance(2_000)
    await draining
    expect(lines.every((line) => line.code() === CLOSE.draining)).toBe(true)
    expect((await store.load(nameOf(BOARD))).updates).toEqual([])
  })
})
