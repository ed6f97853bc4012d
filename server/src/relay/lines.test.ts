import { CLOSE, writeSyncStep1, writeUpdate } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import { EMPTY_VECTOR, makeStore, makeAuthor, put, joinSynced, keysAt } from './testing/fixtures.ts'
import { createRig } from './testing/rig.ts'

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

  it('P11 whoever asks for the whole document again and again waits for the answers', async () => {
    const rig = createRig(makeStore(), { bytesPerSecond: 100_000, byteBurst: 200_000 })
    const [writer, greedy] = [await joinSynced(rig), await joinSynced(rig)]
    writer.socket.send(writeUpdate(makeAuthor().edit(put('a', 'x'.repeat(100_000)))))
    await rig.clock.advance(1)
    for (let index = 0; index < 100; index++) greedy.socket.send(writeSyncStep1(EMPTY_VECTOR))
    await rig.clock.advance(10)
    const soon = greedy.of('syncStep2').length
    expect(soon).toBeLessThan(25)
    await rig.clock.advance(1_000)
    expect(greedy.of('syncStep2').length - soon).toBeLessThan(12)
    expect(greedy.code()).toBeNull()
  })
})
