import { describe, expect, it } from 'vitest'
import type { Goal, Note, NoteId } from '@groundswell/shared'
import { formatDay, withUnit } from '../parts/index.ts'
import { gapPairs } from './gap-pairs.ts'
import { asClause, goalStem } from './goal-stem.ts'

const note = (id: string): Note => ({
  id: id as NoteId,
  horizon: 'current',
  text: id,
  place: [null, 0, 0],
  author: null,
  initials: '',
  round: 1,
  late: false,
  aside: false,
})

describe('gap pairs', () => {
  it('faces today with the ideal, quoted notes on top, and leaves a side empty when it has fewer', () => {
    const pairs = gapPairs([note('a'), note('b'), note('c')], [note('x')], new Set(['c']))
    expect(pairs.map((pair) => [pair.current?.id, pair.ideal?.id])).toEqual([
      ['c', 'x'],
      ['a', undefined],
      ['b', undefined],
    ])
  })
})

describe('the stem', () => {
  const base: Pick<Goal, 'studentOutcome' | 'teacherAction' | 'end' | 'indicators'> = {
    studentOutcome: '',
    teacherAction: '',
    end: '',
    indicators: [],
  }

  it('takes the words of the outcome without saying students twice', () => {
    expect(goalStem({ ...base, studentOutcome: 'Students regularly make work.' })).toMatchObject({
      who: 'students',
      what: 'regularly make work',
    })
  })

  it('speaks of adults when only their side is written', () => {
    expect(goalStem({ ...base, teacherAction: 'Teachers choose a coaching cycle' })).toMatchObject({
      who: 'adults',
      what: 'choose a coaching cycle',
    })
  })

  it('keeps capitals of an abbreviation', () => {
    expect(asClause('AI is used well. ')).toBe('AI is used well')
    expect(asClause('Units in the planner.')).toBe('units in the planner')
  })
})

describe('dates and numbers', () => {
  it('writes a day in the language of the reader and leaves anything else alone', () => {
    expect(formatDay('2027-05-21', 'en')).toBe('May 21, 2027')
    expect(formatDay('2027-05-21', 'es')).toContain('2027')
    expect(formatDay('soon', 'en')).toBe('soon')
  })

  it('sets percent signs close and other units apart', () => {
    expect(withUnit('18', 'percent')).toBe('18%')
    expect(withUnit('18 %', '%')).toBe('18%')
    expect(withUnit('6', 'teachers of 38')).toBe('6 teachers of 38')
    expect(withUnit('', 'percent')).toBe('')
  })
})
