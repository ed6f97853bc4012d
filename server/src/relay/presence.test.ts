import { CLOSE, writeAwareness, writePresence } from '@groundswell/shared/wire'
import { describe, expect, it } from 'vitest'
import { makeStore } from './testing/fixtures.ts'
import { createRig, type Line } from './testing/rig.ts'

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
    ana.socket.send(writePresence({ cursor: { x: 1, y: 2 }, drags: [] }))
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
    ).toEqual({ seat: 0, presence: { cursor: null, drags: [] } })
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
      for (const line of lines.slice(1, 20)) line.socket.send(writePresence({ cursor: { x: step, y: 0 }, drags: [] }))
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
    const presence = {
      cursor: { x: -5, y: 7 },
      drags: [
        { ids: ['n1', 'n2'], dx: 3, dy: -4 },
        { ids: ['n3'], dx: -40, dy: 0 },
      ],
    }
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
    display.socket.send(writePresence({ cursor: { x: 1, y: 1 }, drags: [] }))
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
