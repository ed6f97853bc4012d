import type { PersonId } from '@groundswell/shared'
import { Awareness } from 'y-protocols/awareness'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { Presence } from '@groundswell/shared/wire'
import type { Line } from './line.ts'
import { colourOf, createPresence, PRESENCE_COLOURS } from './presence.ts'

const setUp = () => {
  const sent: Presence[] = []
  const awareness = new Awareness(new Y.Doc())
  const line: Line = {
    awareness,
    reopen: () => {},
    probe: () => {},
    sendPresence: (presence) => void sent.push(presence),
    askSaved: () => {},
    close: () => {},
  }
  const hub = createPresence((person) => person === 'avery')
  const detach = hub.attach(line)
  const arrive = (client: number, state: Record<string, unknown>) => {
    awareness.states.set(client, state)
    awareness.emit('change', [{ added: [client], updated: [], removed: [] }, 'remote'])
  }
  return { sent, awareness, hub, detach, arrive }
}

const tess = { user: { person: 'tess', name: 'Tess' }, seat: 3, editing: 'n1' }

describe('presence', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('joins who someone is with where their pointer is, by seat', () => {
    const { hub, arrive } = setUp()
    arrive(77, tess)
    hub.receive([{ seat: 3, presence: { cursor: { x: 5, y: 6 }, drags: [] } }])
    expect(hub.others()).toEqual([
      {
        client: 77,
        person: 'tess',
        name: 'Tess',
        colour: colourOf('tess'),
        cursor: { x: 5, y: 6 },
        drags: [],
        editing: 'n1',
        facilitates: false,
        asksForPointers: false,
      },
    ])
  })

  it('leaves out oneself and whatever the relay did not stamp', () => {
    const { hub, arrive, awareness } = setUp()
    arrive(awareness.clientID, tess)
    arrive(78, { name: 'somebody' })
    expect(hub.others()).toEqual([])
  })

  it('gives the same list until something changes, and tells when it does', () => {
    const { hub, arrive } = setUp()
    const changed = vi.fn<() => void>()
    hub.subscribe(changed)
    const before = hub.others()
    expect(hub.others()).toBe(before)
    arrive(77, { ...tess, user: { person: 'avery', name: 'Avery' } })
    expect(changed).toHaveBeenCalled()
    expect(hub.others()[0]?.facilitates).toBe(true)
  })

  it('sends the first position at once, then only the latest of many', () => {
    const { hub, sent } = setUp()
    for (let x = 0; x < 50; x++) hub.moveCursor({ x, y: 0 })
    vi.advanceTimersByTime(40)
    expect(sent.map(({ cursor }) => cursor?.x)).toEqual([0, 49])
  })

  it('forgets everyone when the line ends', () => {
    const { hub, arrive, detach } = setUp()
    arrive(77, tess)
    detach()
    expect(hub.others()).toEqual([])
  })

  it('gives a person one of twelve colours, the same on every device', () => {
    const colours = new Set(Array.from({ length: 400 }, (_, index) => colourOf(`person${index}` as PersonId)))
    expect(colours.size).toBe(PRESENCE_COLOURS)
    expect(colourOf('tess')).toBe(colourOf('tess'))
  })
})
