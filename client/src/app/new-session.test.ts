import { describe, expect, it } from 'vitest'
import { blankSession, checkSession, toRequest } from './new-session.ts'

const filled = { ...blankSession(2026, 'en'), title: ' Vision ', district: 'Maple Fork', name: 'Avery' }

describe('a new session', () => {
  it('aims three years out unless told otherwise', () => {
    expect(filled.year).toBe('2029')
  })

  it('needs a title, a district, a name and a year that can still come', () => {
    expect(checkSession(blankSession(2026, 'en'), 2026)).toEqual({ title: 'missing', district: 'missing', name: 'missing' })
    expect(checkSession({ ...filled, year: '1999' }, 2026)).toEqual({ year: 'year_bad' })
    expect(checkSession({ ...filled, year: '20 29' }, 2026)).toEqual({ year: 'year_bad' })
    expect(checkSession(filled, 2026)).toEqual({})
  })

  it('asks the default questions where none, or an empty one, was written', () => {
    const request = toRequest({ ...filled, current: '  ', ideal: 'What then?' }, { current: 'What is?', ideal: 'unused' })
    expect(request.questions).toEqual({ current: 'What is?', ideal: 'What then?' })
    expect(request.title).toBe('Vision')
    expect(request.like).toBeUndefined()
  })
})
