import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginPart, HOUR_PARTS, oneMinuteMore, partAfter } from '../plc-hour.ts'
import { plcRoots } from '../schema.ts'
import { plcHour } from '../selectors/hour.ts'
import { setHour } from './hour.ts'

const NOW = Date.UTC(2026, 9, 26, 15)

describe('the hour of a PLC', () => {
  it('G17: has eight parts that make sixty minutes, one after the other', () => {
    expect(HOUR_PARTS.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60)
    expect(HOUR_PARTS.map(({ id }) => partAfter(id))).toEqual([...HOUR_PARTS.slice(1).map(({ id }) => id), null])
  })

  it('G17: is the same on every device, goes on once when two go on at once, and ends', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    const swap = () => {
      Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
      Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    }
    setHour(one, beginPart('arrive', NOW))
    swap()
    for (const doc of [one, two]) setHour(doc, beginPart('silent', NOW))
    swap()
    expect(plcHour(one)).toEqual({ part: 'silent', endsAt: NOW + 600_000 })
    expect(plcHour(two)).toEqual(plcHour(one))
    setHour(one, null)
    swap()
    expect(plcHour(two)).toBeNull()
  })

  it('gives a minute more, from now when the time is up', () => {
    const hour = beginPart('close', NOW)
    expect(oneMinuteMore(hour, NOW).endsAt).toBe(NOW + 240_000)
    expect(oneMinuteMore(hour, NOW + 600_000).endsAt).toBe(NOW + 660_000)
  })

  it('S1: any value gives a valid hour or none', () => {
    const doc = new Y.Doc()
    for (const value of [7, null, [], { part: 'lunch', endsAt: NOW }, { part: 'close', endsAt: 'soon' }, { part: 'close' }]) {
      plcRoots(doc).hour.set('now', value)
      expect(plcHour(doc)).toBeNull()
    }
  })
})
