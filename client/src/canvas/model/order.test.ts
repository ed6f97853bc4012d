import { describe, expect, it } from 'vitest'
import { inkKey, orderKey } from './order.ts'

describe('the order of things on the canvas', () => {
  it('puts notes above clusters, ink above notes and what is in a hand above all', () => {
    const keys = (['cluster', 'ghost', 'note', 'ink', 'lifted-cluster', 'lifted-ghost', 'lifted-note'] as const).map((band) => orderKey(band, 'x7'))
    expect([...keys].sort()).toEqual(keys)
  })

  it('never gives two ids one key', () => {
    const ids = ['a', 'A', 'a-', 'a_', 'aZ0', 'aZ', 'aZz', 'a0', '-', '_', 'Z', 'Z0', 'Z1']
    expect(new Set(ids.map((id) => orderKey('note', id))).size).toBe(ids.length)
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
