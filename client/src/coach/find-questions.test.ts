import { QUESTION_BANK } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { aboutKey, readAbout } from './about.ts'
import { findQuestions } from './find-questions.ts'

describe('the question bank', () => {
  it('shows everything when nothing is asked for', () => {
    expect(findQuestions(null, ' ', 'en')).toEqual(QUESTION_BANK)
  })

  it('finds questions that hold every word, whatever the case', () => {
    const found = findQuestions(null, 'SMALLEST step', 'en')
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((question) => /smallest/i.test(question.text.en) && /step/i.test(question.text.en))).toBe(true)
  })

  it('does not mind missing accents', () => {
    expect(findQuestions(null, 'que', 'es')).toEqual(findQuestions(null, 'qué', 'es'))
    expect(findQuestions(null, 'que', 'es').length).toBeGreaterThan(0)
  })

  it('keeps to the phase', () => {
    expect(findQuestions(['goal'], '', 'en').every((question) => question.phase === 'goal')).toBe(true)
  })
})

describe('what a note is about', () => {
  it('survives a select', () => {
    expect(readAbout(aboutKey({ kind: 'person', id: 'p1' }))).toEqual({ kind: 'person', id: 'p1' })
    expect(readAbout(aboutKey(null))).toBeNull()
    expect(readAbout('elsewhere:1')).toBeNull()
  })
})
