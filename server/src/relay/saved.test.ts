import { writeSaved, writeSyncStep2, writeUpdate } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../ports.ts'
import { BOARD, makeStore, makeAuthor, put, joinSynced, keysAt, makeFailing } from './testing/fixtures.ts'
import { createRig, nameOf } from './testing/rig.ts'

describe('saved', () => {
  it('P30 answers a marker after the commit that holds what came before it', async () => {
    const rig = createRig(makeStore())
    const line = await joinSynced(rig)
    line.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    line.socket.send(writeSaved(1))
    await rig.clock.advance(5)
    expect(line.of('saved')).toEqual([])
    await rig.clock.advance(25)
    expect(line.of('saved')).toEqual([{ kind: 'saved', count: 1 }])
  })

  it('P30 an update that another connection brought first is not saved before that is', async () => {
    const rig = createRig(makeStore())
    const update = makeAuthor().edit(put('a'))
    const [old, fresh] = [await joinSynced(rig), await joinSynced(rig)]
    old.socket.send(writeUpdate(update))
    fresh.socket.send(writeSyncStep2(update))
    fresh.socket.send(writeSaved(1))
    await rig.clock.advance(5)
    expect(fresh.of('saved')).toEqual([])
    await rig.clock.advance(25)
    expect(fresh.of('saved')).toHaveLength(1)
  })

  it('P30 a stream of markers is answered while it flows, and its last one always', async () => {
    const rig = createRig(makeStore(), { messagesPerSecond: 10_000 })
    const line = await joinSynced(rig)
    const author = makeAuthor()
    for (let count = 1; count <= 100; count++) {
      line.socket.send(writeUpdate(author.edit(put(`k${count}`))))
      line.socket.send(writeSaved(count))
      await rig.clock.advance(5)
    }
    expect(line.of('saved').length).toBeGreaterThan(10)
    await rig.clock.advance(50)
    const counts = line.of('saved').map(({ count }) => count)
    expect(counts.at(-1)).toBe(100)
    expect([...counts].sort((a, b) => a - b)).toEqual(counts)
  })

  it('P31 with a full disk acknowledges nothing, says why, parks edits, and goes on when there is room', async () => {
    const { store, failing } = makeFailing()
    const rig = createRig(store)
    const author = makeAuthor()
    const [line, other] = [await joinSynced(rig), await joinSynced(rig)]
    failing.append = true
    line.socket.send(writeUpdate(author.edit(put('a'))))
    line.socket.send(writeSaved(1))
    await rig.clock.advance(1_000)
    expect(line.of('storage')).toEqual([{ kind: 'storage', state: 'full' }])
    line.socket.send(writeUpdate(author.edit(put('b'))))
    line.socket.send(writeSaved(2))
    await rig.clock.advance(30_000)
    expect(line.of('saved')).toEqual([])
    expect(line.code()).toBeNull()
    expect(other.of('update')).toHaveLength(1)
    const late = await joinSynced(rig)
    expect(late.of('storage')).toEqual([{ kind: 'storage', state: 'full' }])
    failing.append = false
    await rig.clock.advance(6_000)
    expect(line.of('storage').at(-1)).toEqual({ kind: 'storage', state: 'writable' })
    expect(line.of('saved').at(-1)).toEqual({ kind: 'saved', count: 2 })
    expect(other.of('update')).toHaveLength(2)
    expect((await store.load(nameOf(BOARD))).updates).toHaveLength(2)
  })

  it('P33 folds the log at its limit, and the next load gives the same document', async () => {
    const store = makeStore()
    const rig = createRig(store, { compactRows: 10 })
    const line = await joinSynced(rig)
    const author = makeAuthor()
    for (let index = 0; index < 12; index++) line.socket.send(writeUpdate(author.edit(put(`k${index}`))))
    await rig.clock.advance(5_000)
    line.socket.send(writeUpdate(author.edit(put('last'))))
    await rig.clock.advance(100)
    const stored = await store.load(nameOf(BOARD))
    expect(stored.snapshot).not.toBeNull()
    expect(stored.updates).toHaveLength(1)
    const again = createRig(store)
    expect(await keysAt(again)).toHaveLength(13)
  })

  it('P33 a compaction that fails loses nothing and is tried again later', async () => {
    const { store, failing } = makeFailing()
    const rig = createRig(store, { compactRows: 1 })
    const line = await joinSynced(rig)
    failing.compact = true
    line.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(10_000)
    expect((await store.load(nameOf(BOARD))).updates).toHaveLength(1)
    failing.compact = false
    await rig.clock.advance(60_000)
    expect((await store.load(nameOf(BOARD))).snapshot).not.toBeNull()
  })

  it('P34 unloads a minute after the last member, folded, and not while the server holds a door', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const line = await joinSynced(rig)
    line.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(100)
    const door = await rig.relay.open(nameOf(BOARD))
    line.socket.cut()
    await rig.clock.advance(120_000)
    expect(rig.relay.stats().rooms).toBe(1)
    door.release()
    await rig.clock.advance(30_000)
    expect(rig.relay.stats().rooms).toBe(1)
    await rig.clock.advance(40_000)
    expect(rig.relay.stats().rooms).toBe(0)
    expect((await store.load(nameOf(BOARD))).updates).toEqual([])
    expect(await keysAt(rig)).toEqual(['a'])
  })
})

describe("the server's own door", () => {
  it('P30 a write reaches the members and resolves when it is stored', async () => {
    const store = makeStore()
    const rig = createRig(store)
    const line = await joinSynced(rig)
    const door = await rig.relay.open(nameOf(BOARD))
    let isDone = false
    const writing = door.write(put('a')).then(() => void (isDone = true))
    await rig.clock.advance(5)
    expect([isDone, line.of('update').length]).toEqual([false, 1])
    await rig.clock.advance(30)
    await writing
    expect((await store.load(nameOf(BOARD))).updates).toHaveLength(1)
  })

  it('P8 what a failing change did until it failed goes the same way', async () => {
    const rig = createRig(makeStore())
    const line = await joinSynced(rig)
    const door = await rig.relay.open(nameOf(BOARD))
    const failing = door.write((doc) => {
      put('a')(doc)
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    await rig.clock.advance(30)
    expect(line.of('update')).toHaveLength(1)
  })

  it('P31 a write is refused while the store cannot save', async () => {
    const { store, failing } = makeFailing()
    const rig = createRig(store)
    const door = await rig.relay.open(nameOf(BOARD))
    failing.append = true
    const first = door.write(put('a')).catch((error: unknown) => error)
    await rig.clock.advance(1_000)
    expect(await first).toBeInstanceOf(StoreError)
    await expect(door.write(put('b'))).rejects.toThrow(StoreError)
    expect(door.read((doc) => doc.getMap('m').has('b'))).toBe(false)
  })
})
