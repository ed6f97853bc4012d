import type { Indicator, IndicatorId, ItemId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { plotOf } from './chart.ts'

const measure: Indicator = {
  id: 'i1' as IndicatorId,
  kind: 'leading',
  measures: 'teacher_action',
  text: 'Units',
  unit: 'percent',
  baseline: '20',
  baselineStatus: 'known',
  baselineSource: '',
  baselineDate: '2026-09-01',
  target: '60%',
  targetDate: '2026-12-10',
  order: 1,
}
const reading = (id: string, date: string, value: string) => ({ id: id as ItemId, indicator: measure.id, date, value })

describe('readings over time', () => {
  it('stand between baseline and target by day and by value', () => {
    const plot = plotOf(measure, [reading('a', '2026-10-21', '40')])
    expect(plot).toMatchObject({ from: '2026-09-01', to: '2026-12-10' })
    expect(plot?.points[0]).toMatchObject({ id: 'a', x: 0.5 })
    expect(plot?.points[0]?.y).toBeCloseTo(0.5)
    expect(plot?.target).toBeLessThan(plot?.baseline ?? 0)
  })

  it('a measure that is to go down has its target below', () => {
    const plot = plotOf({ ...measure, baseline: '12', target: '5' }, [reading('a', '2026-10-21', '9')])
    expect(plot?.target).toBeGreaterThan(plot?.baseline ?? 1)
  })

  it('draws nothing without a number, and one reading without lines where nothing else is known', () => {
    expect(plotOf(measure, [reading('a', '2026-10-21', 'about 30')])).toBeNull()
    const bare = { ...measure, baseline: '', baselineDate: '', target: '', targetDate: '' }
    expect(plotOf(bare, [reading('a', '2026-10-21', '0')])).toMatchObject({
      baseline: null,
      target: null,
      points: [{ x: 0.5, y: 0.5 }],
    })
  })
})
