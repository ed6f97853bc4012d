import { describe, expect, it } from 'vitest'
import { noSchool, schoolDayAfter } from './school-days.ts'
import { asId } from './testing/builders.ts'

const days = (from: string, to = from, name = '') => ({ id: asId<never>('b1'), from, to, name })

describe('school days', () => {
  it('G13: a date on a weekend goes on to Monday, a school day stays', () => {
    expect(schoolDayAfter('2026-09-24', 30)).toBe('2026-10-26')
    expect(schoolDayAfter('2026-09-24', 29)).toBe('2026-10-23')
  })

  it('G13: federal holidays are left out, kept on their weekday when they fall on a weekend', () => {
    const holidays = ['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07']
    const all = [...holidays, '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25', '2021-12-31', '2022-12-26']
    expect(all.filter((day) => noSchool(day, [])?.kind !== 'holiday')).toEqual([])
    expect(noSchool('2026-11-25', [])).toBeNull()
    expect(schoolDayAfter('2026-11-26', 0)).toBe('2026-11-27')
  })

  it('G13: a break of the PLC’s own list is left out as a whole, with the weekend behind it', () => {
    const winter = days('2026-12-21', '2027-01-01', 'Winter break')
    expect(noSchool('2026-12-23', [winter])).toEqual({ kind: 'break', name: 'Winter break' })
    expect(schoolDayAfter('2026-11-23', 30, [winter])).toBe('2027-01-04')
  })

  it('G13: where every day is closed the date itself comes back', () => {
    expect(schoolDayAfter('2026-09-24', 30, [days('2000-01-01', '2999-01-01')])).toBe('2026-10-24')
  })
})
