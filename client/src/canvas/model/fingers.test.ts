import { describe, expect, it } from 'vitest'
import { createFingers } from './fingers.ts'

const at = (x: number, y = 0) => ({ x, y })

describe('fingers on a panel', () => {
  it('drag on their own, each from where it went down', () => {
    const fingers = createFingers()
    fingers.down(1, at(0), ['note-a'])
    fingers.down(2, at(500), ['note-b'])
    fingers.move(1, at(40))
    expect(fingers.all().map(({ phase }) => phase)).toEqual(['dragging', 'resting'])
    fingers.move(2, at(500, 90))
    expect(fingers.all()).toMatchObject([
      { pointer: 1, things: ['note-a'], from: at(0), at: at(40) },
      { pointer: 2, things: ['note-b'], from: at(500), at: at(500, 90) },
    ])
    expect([fingers.up(1)?.as, fingers.up(2)?.as]).toEqual(['drop', 'drop'])
    expect(fingers.all()).toEqual([])
  })

  it('tap when they hardly move, and drag on once they have begun, also back to the start', () => {
    const fingers = createFingers()
    fingers.down(1, at(0), ['note-a'])
    fingers.move(1, at(6))
    expect(fingers.up(1)?.as).toBe('tap')
    fingers.down(1, at(0), ['note-a'])
    fingers.move(1, at(7))
    fingers.move(1, at(0))
    expect(fingers.up(1)).toMatchObject({ as: 'drop', finger: { at: at(0) } })
  })

  it('are spare on what another finger or another hand has, whatever they do then', () => {
    const fingers = createFingers()
    fingers.down(1, at(0), ['note-a', 'note-b'])
    expect(fingers.down(2, at(9), ['note-b']).phase).toBe('spare')
    expect(fingers.move(2, at(200))?.phase).toBe('spare')
    expect(fingers.up(2)?.as).toBe('none')
    expect(fingers.down(3, at(0), ['note-c'], (key) => key === 'note-c').phase).toBe('spare')
    // A spare finger holds nothing: when the first has let go, the next one may take it.
    fingers.up(1)
    expect(fingers.down(4, at(0), ['note-c']).phase).toBe('resting')
  })

  it('end without a drop when the system takes them away or what they held has gone', () => {
    const fingers = createFingers()
    fingers.down(1, at(0), ['note-a'])
    fingers.move(1, at(50))
    expect(fingers.cancel(1)?.as).toBe('none')
    fingers.down(1, at(0), ['note-a'])
    fingers.move(1, at(50))
    fingers.spare(1)
    expect(fingers.up(1)?.as).toBe('none')
  })

  it('know nothing of a pointer that went down elsewhere', () => {
    const fingers = createFingers()
    expect([fingers.move(9, at(1)), fingers.up(9), fingers.cancel(9)]).toEqual([null, null, null])
  })
})
