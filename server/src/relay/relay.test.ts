import {
  CLOSE,
  err,
  ok,
  writeAwareness,
  writePresence,
  writeSaved,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
  type SessionId,
} from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { StoreError, type DocStore } from '../ports.ts'
import { createSqliteDocStore } from '../store/journal.ts'
import { openDatabase } from '../store/database.ts'
import { createRig, nameOf, type Line, type Rig } from './testing/rig.ts'

const BOARD = 's1/board~1'
const EMPTY_VECTOR = Uint8Array.of(0)

const makeStore = (): DocStore => createSqliteDocStore(openDatabase(':memory:'))

/** A document that gives out its single changes. */
function makeAuthor(clientID = 7): { doc: Y.Doc; edit(change: (doc: Y.Doc) => void): Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = clientID
  return {
    doc,
    edit(change) {
      let made = new Uint8Array()
      const keep = (update: Uint8Array): void => void (made = new Uint8Array(update))
      doc.on('update', keep)
      doc.transact(() => change(doc))
      doc.off('update', keep)
      return made
    },
  }
}

const put =
  (key: string, value: unknown = 1) =>
  (doc: Y.Doc): void =>
    void doc.getMap('m').set(key, value)

async function joinSynced(rig: Rig, options: Parameters<Rig['join']>[0] = {}): Promise<Line> {
  const line = await rig.join(options)
  line.socket.send(writeSyncStep1(EMPTY_VECTOR))
  await rig.clock.advance(0)
  return line
}

const keysAt = async (rig: Rig, document = BOARD): Promise<string[]> => {
  const door = await rig.relay.open(nameOf(document))
  const keys = door.read((doc) => [...doc.getMap('m').keys()])
  door.release()
  return keys
}

/** A store that can be told to fail. */
function makeFailing(): { store: DocStore; failing: { append: boolean; load: boolean; compact: boolean } } {
  const failing = { append: false, load: false, compact: false }
  const inner = makeStore()
  const fail = (): Promise<never> => Promise.reject(new StoreError('full', 'no room'))
  const store: DocStore = {
    ...inner,
    append: (rows) => (failing.append ? fail() : inner.append(rows)),
    load: (name) => (failing.load ? fail() : inner.load(name)),
    compact: (name, state, seq) => (failing.compact ? fail() : inner.compact(name, state, seq)),
  }
  return { store, failing }
}

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
})

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
})

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

describe('slow and silent lines', () => {
  it('P12 closes a member with too much unsent, and the others do not wait for it', async () => {
    const rig = createRig(makeStore(), { editBacklog: 10_000 })
    const [writer, slow, fine] = [await joinSynced(rig), await joinSynced(rig), await joinSynced(rig)]
    const author = makeAuthor()
    slow.socket.isReading = false
    for (let index = 0; index < 20; index++) {
      writer.socket.send(writeUpdate(author.edit(put(`k${index}`, 'x'.repeat(1_000)))))
      await rig.clock.advance(1)
    }
    expect(slow.socket.closedWith?.code).toBe(CLOSE.tooSlow)
    expect(slow.socket.backlog()).toBeLessThan(13_000)
    expect(fine.of('update')).toHaveLength(20)
  })

  it('P12 closes a member that takes nothing for ten seconds', async () => {
    const rig = createRig(makeStore())
    const [writer, slow] = [await joinSynced(rig), await joinSynced(rig)]
    slow.socket.isReading = false
    writer.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(9_000)
    expect(slow.socket.closedWith).toBeNull()
    await rig.clock.advance(5_000)
    expect(slow.socket.closedWith?.code).toBe(CLOSE.tooSlow)
  })

  it('P12 gives a slow line the time to take a large document', async () => {
    const rig = createRig(makeStore(), { editBacklog: 10_000 })
    const writer = await joinSynced(rig)
    writer.socket.send(writeUpdate(makeAuthor().edit(put('a', 'x'.repeat(400_000)))))
    await rig.clock.advance(1)
    const slow = await rig.join()
    slow.socket.isReading = false
    slow.socket.send(writeSyncStep1(EMPTY_VECTOR))
    await rig.clock.advance(30_000)
    expect(slow.socket.closedWith).toBeNull()
    await rig.clock.advance(10_000)
    expect(slow.socket.closedWith?.code).toBe(CLOSE.tooSlow)
  })

  it('P10 says something every 20 s, pings, and cuts a line that leaves two pings unanswered', async () => {
    const rig = createRig(makeStore())
    const [alive, dead] = [await joinSynced(rig), await joinSynced(rig)]
    for (let second = 0; second < 70; second += 5) {
      await rig.clock.advance(5_000)
      alive.socket.answerPing()
    }
    const silent = alive.of('awareness').filter(({ entries }) => entries.length === 0)
    expect(silent).toHaveLength(3)
    expect([alive.code(), dead.code()]).toEqual([null, 1006])
    expect(rig.relay.stats().connections).toBe(1)
  })

  it('P11 reads a flood more slowly, loses none of it, and reads others as before', async () => {
    const rig = createRig(makeStore(), { messagesPerSecond: 100, messageBurst: 50 })
    const [flood, calm] = [await joinSynced(rig), await joinSynced(rig)]
    const [author, other] = [makeAuthor(7), makeAuthor(8)]
    for (let index = 0; index < 250; index++) flood.socket.send(writeUpdate(author.edit(put(`k${index}`))))
    calm.socket.send(writeUpdate(other.edit(put('calm'))))
    await rig.clock.advance(10)
    expect(calm.of('update').length).toBeLessThan(60)
    expect((await keysAt(rig)).includes('calm')).toBe(true)
    await rig.clock.advance(4_000)
    expect(await keysAt(rig)).toHaveLength(251)
    expect(flood.code()).toBeNull()
  })
})

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

describe('presence', () => {
  const hello = (client: number, clock = 1, state: object | null = { tool: 'pen' }): Uint8Array =>
    writeAwareness([{ client, clock, state: JSON.stringify(state) }])
  const statesOf = (line: Line): Map<number, unknown> =>
    new Map(
      line.of('awareness').flatMap(({ entries }) => entries.map(({ client, state }) => [client, JSON.parse(state)] as const)),
    )

  it('P21 stamps who it is over whatever the client says', async () => {
    const rig = createRig(makeStore())
    const [ana, ben] = [await rig.join({ person: 'ana' }), await rig.join({ person: 'ben' })]
    ana.socket.send(hello(11, 1, { tool: 'pen', user: { person: 'ben', name: 'Ben' }, seat: 1 }))
    await rig.clock.advance(100)
    const user = { person: 'ana', name: 'ANA', jobRole: 'teacher' }
    expect(statesOf(ben).get(11)).toEqual({ tool: 'pen', user, seat: 0 })
  })

  it("P20 a connection speaks for one id, and for nobody else's", async () => {
    const rig = createRig(makeStore())
    const [ana, ben, cy] = [
      await rig.join({ person: 'ana' }),
      await rig.join({ person: 'ben' }),
      await rig.join({ person: 'cy' }),
    ]
    ana.socket.send(hello(11))
    await rig.clock.advance(100)
    ben.socket.send(hello(11, 50, { evil: true }))
    ben.socket.send(hello(12))
    ben.socket.send(hello(13))
    ben.socket.send(hello(11, 60, null))
    await rig.clock.advance(100)
    expect(new Set(statesOf(cy).keys())).toEqual(new Set([11, 12]))
    expect(statesOf(cy).get(11)).toMatchObject({ tool: 'pen', user: { person: 'ana' } })
    expect(ben.code()).toBeNull()
  })

  it('P20 the same person takes over from a dead line, but not by an echo', async () => {
    const rig = createRig(makeStore())
    const [dead, other] = [await rig.join({ person: 'ana' }), await rig.join({ person: 'ben' })]
    dead.socket.send(hello(11, 3))
    await rig.clock.advance(100)
    const tab = await rig.join({ person: 'ana' })
    const seen = tab
      .of('awareness')
      .flatMap(({ entries }) => entries)
      .find(({ client }) => client === 11)
    tab.socket.send(writeAwareness(seen ? [seen] : []))
    await rig.clock.advance(100)
    tab.socket.cut()
    await rig.clock.advance(100)
    expect(statesOf(other).get(11)).not.toBeNull()
    const again = await rig.join({ person: 'ana' })
    again.socket.send(hello(11, 3))
    await rig.clock.advance(100)
    dead.socket.cut()
    await rig.clock.advance(100)
    expect(statesOf(other).get(11)).toMatchObject({ seat: 2 })
    again.socket.cut()
    await rig.clock.advance(100)
    expect(statesOf(other).get(11)).toBeNull()
  })

  it('P22 removes it when the connection ends, for those who were slow too', async () => {
    const rig = createRig(makeStore(), { presenceBacklog: 10 })
    const [ana, ben, slow] = [await rig.join(), await rig.join(), await rig.join()]
    ana.socket.send(hello(11))
    ana.socket.send(writePresence({ cursor: { x: 1, y: 2 }, drag: null }))
    await rig.clock.advance(100)
    slow.socket.isReading = false
    ben.socket.send(hello(12, 1, { text: 'x'.repeat(100) }))
    await rig.clock.advance(100)
    ana.socket.cut()
    await rig.clock.advance(100)
    expect(statesOf(ben).get(11)).toBeNull()
    expect(statesOf(slow).get(11)).not.toBeNull()
    slow.socket.read()
    await rig.clock.advance(5_000)
    expect(statesOf(slow).get(11)).toBeNull()
    expect(statesOf(slow).get(12)).toMatchObject({ text: 'x'.repeat(100) })
    expect(
      slow
        .of('presence')
        .flatMap(({ entries }) => entries)
        .at(-1),
    ).toEqual({ seat: 0, presence: { cursor: null, drag: null } })
  })

  it('P23 asks a client to announce itself again, one clock higher', async () => {
    const rig = createRig(makeStore())
    const ana = await rig.join()
    ana.socket.send(hello(11, 4))
    ana.socket.send(hello(11, 5))
    await rig.clock.advance(5)
    const nudges = ana
      .of('awareness')
      .flatMap(({ entries }) => entries)
      .filter(({ state }) => state === 'null')
    expect(nudges).toEqual([{ client: 11, clock: 4, state: 'null' }])
  })

  it('P24 sends the latest of everyone, ten times a second in a large document', async () => {
    const rig = createRig(makeStore(), { members: 300 })
    const lines: Line[] = []
    for (let index = 0; index < 70; index++) lines.push(await rig.join())
    await rig.clock.advance(1_000)
    const [watcher] = lines
    watcher?.received.splice(0)
    for (let step = 0; step < 50; step++) {
      for (const line of lines.slice(1, 20)) line.socket.send(writePresence({ cursor: { x: step, y: 0 }, drag: null }))
      await rig.clock.advance(20)
    }
    await rig.clock.advance(200)
    const batches = watcher?.of('presence') ?? []
    expect(batches.length).toBeGreaterThan(8)
    expect(batches.length).toBeLessThan(13)
    expect(batches.at(-1)?.entries.map(({ presence }) => presence.cursor?.x)).toEqual(Array.from({ length: 19 }, () => 49))
  })

  it('P25 the compact lane goes to those who asked for it, and to a newcomer at once', async () => {
    const rig = createRig(makeStore())
    const [ana, stock] = [await rig.join(), await rig.join({ extensions: false })]
    const presence = { cursor: { x: -5, y: 7 }, drag: { ids: ['n1', 'n2'], dx: 3, dy: -4 } }
    ana.socket.send(writePresence(presence))
    await rig.clock.advance(100)
    const late = await rig.join()
    expect(late.of('presence')).toEqual([{ kind: 'presence', entries: [{ seat: 0, presence }] }])
    expect(stock.received.map(({ kind }) => kind)).toEqual(['syncStep1'])
  })

  it('P21 a display is there without being seen', async () => {
    const rig = createRig(makeStore())
    const [display, ana] = [await rig.join({ isDisplay: true }), await rig.join()]
    display.socket.send(hello(11))
    display.socket.send(writePresence({ cursor: { x: 1, y: 1 }, drag: null }))
    await rig.clock.advance(100)
    expect(ana.of('awareness')).toEqual([])
    expect(ana.of('presence')).toEqual([])
    expect(display.code()).toBeNull()
  })

  it('P5 a state that is too large or not an object is refused', async () => {
    const rig = createRig(makeStore())
    const codes: (number | null)[] = []
    for (const state of [JSON.stringify('x'), '[]', '{', JSON.stringify({ big: 'x'.repeat(5_000) })]) {
      const line = await rig.join()
      line.socket.send(writeAwareness([{ client: 11, clock: 1, state }]))
      await rig.clock.advance(1)
      codes.push(line.code())
    }
    expect(codes).toEqual([CLOSE.malformed, CLOSE.malformed, CLOSE.malformed, CLOSE.tooLarge])
  })
})
