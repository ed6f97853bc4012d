import { CLOSE, writeAwareness, writePresence, writeUpdate } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import { joinSynced, makeAuthor, makeStore, put } from './testing/fixtures.ts'
import { createRig, type Line, type Rig } from './testing/rig.ts'

const cursor = (x: number): Uint8Array => writePresence({ cursor: { x, y: 0 }, drags: [] })

/** A document large enough for ten rounds of presence a second; the first two lines write and watch. */
async function largeRoom(rig: Rig): Promise<readonly [writer: Line, watcher: Line, mover: Line]> {
  const [writer, watcher, mover] = [await joinSynced(rig), await joinSynced(rig), await joinSynced(rig)]
  for (let index = 3; index < 70; index++) await joinSynced(rig)
  await rig.clock.advance(1_000)
  watcher.received.splice(0)
  return [writer, watcher, mover]
}

describe('presence in the same write as edits', () => {
  it('P24 goes along when a good part of its interval has passed', async () => {
    const rig = createRig(makeStore())
    const [writer, watcher, mover] = await largeRoom(rig)
    const author = makeAuthor()
    mover.socket.send(cursor(1))
    await rig.clock.advance(50)
    watcher.received.splice(0)
    mover.socket.send(cursor(2))
    writer.socket.send(writeUpdate(author.edit(put('a'))))
    const before = rig.relay.stats().batchesOut
    await rig.clock.advance(5)
    expect(watcher.received.map(({ kind }) => kind)).toEqual(['update', 'presence'])
    // One write for each of seventy, and the writer's has the presence alone.
    expect(rig.relay.stats().batchesOut - before).toBe(70)
    expect(writer.received.at(-1)?.kind).toBe('presence')
    await rig.clock.advance(200)
    expect(watcher.of('presence')).toHaveLength(1)
  })

  it('P24 waits for its own round when it has just been sent', async () => {
    const rig = createRig(makeStore())
    const [writer, watcher, mover] = await largeRoom(rig)
    mover.socket.send(cursor(1))
    await rig.clock.advance(20)
    watcher.received.splice(0)
    mover.socket.send(cursor(2))
    writer.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(10)
    expect(watcher.received.map(({ kind }) => kind)).toEqual(['update'])
    await rig.clock.advance(100)
    expect(watcher.of('presence')).toHaveLength(1)
  })

  it('P24 a member with much unsent gets its edits all the same', async () => {
    const rig = createRig(makeStore(), { presenceBacklog: -1 })
    const [writer, watcher] = await largeRoom(rig)
    writer.socket.send(cursor(1))
    writer.socket.send(writeUpdate(makeAuthor().edit(put('a'))))
    await rig.clock.advance(5)
    expect(watcher.received.map(({ kind }) => kind)).toEqual(['update'])
  })

  it('P22 tells of a member that is closed in the middle of a round', async () => {
    const rig = createRig(makeStore(), { editBacklog: 500 })
    const slow = await joinSynced(rig, { person: 'slow' })
    const [writer, watcher] = await largeRoom(rig)
    slow.socket.send(writeAwareness([{ client: 77, clock: 1, state: '{}' }]))
    await rig.clock.advance(500)
    writer.socket.send(cursor(1))
    await rig.clock.advance(50)
    slow.socket.isReading = false
    watcher.received.splice(0)
    writer.socket.send(cursor(2))
    writer.socket.send(writeUpdate(makeAuthor().edit(put('a', 'x'.repeat(1_000)))))
    await rig.clock.advance(5)
    expect(slow.socket.closedWith?.code).toBe(CLOSE.tooSlow)
    expect(watcher.received.map(({ kind }) => kind)).toEqual(['update', 'presence'])
    await rig.clock.advance(200)
    expect(watcher.of('awareness').at(-1)?.entries).toEqual([{ client: 77, clock: 1, state: 'null' }])
  })
})
