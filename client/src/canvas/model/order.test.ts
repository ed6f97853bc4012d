import { describe, expect, it } from 'vitest'
import { cardKey, inkKey, looseKey, markKey, memberKey, slotKey } from './order.ts'

describe('the order of things on the canvas', () => {
  it('puts loose notes above clusters, ink above notes and what is in a hand above all', () => {
    const keys = [
      cardKey('k', 'board'),
      slotKey('k', '0', 'board'),
      memberKey('k', 'x7', 'board'),
      looseKey('x7', 'board'),
      inkKey(null, 'shape:x7'),
      cardKey('k', 'hand'),
      memberKey('k', 'x7', 'hand'),
      markKey('0'),
      looseKey('x7', 'hand'),
    ]
    expect([...keys].sort()).toEqual(keys)
  })

  it('keeps a cluster and its notes together, above or below the next cluster', () => {
    const keys = [cardKey('ka', 'board'), memberKey('ka', 'zz', 'board'), cardKey('kb', 'board'), memberKey('kb', 'aa', 'board')]
    expect([...keys].sort()).toEqual(keys)
  })

  it('never gives two ids one key', () => {
    const ids = ['a', 'A', 'a-', 'a_', 'aZ0', 'aZ', 'aZz', 'a0', '-', '_', 'Z', 'Z0', 'Z1']
    expect(new Set(ids.map((id) => looseKey(id, 'board'))).size).toBe(ids.length)
  })

  it('keeps the stored order of drawings and separates equal keys', () => {
    const first = inkKey('a5', 'shape:one')
    expect(first).not.toBe(inkKey('a5', 'shape:two'))
    expect(first > 'a5' && first < 'a6').toBe(true)
    expect(inkKey(first, 'shape:one')).toBe(first)
  })

  it.each([['', null, 7, 'a', 'z1', 'a50', 'a1x', '!!', 'a5\u0000']])('gives a sound key for %j', (...stored) => {
    for (const key of stored) expect(inkKey(key, 'shape:q')).toMatch(/^[ab][0-9A-Za-z]+V$/)
  })
})
