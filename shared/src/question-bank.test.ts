import { expect, it } from 'vitest'
import data from '../data/example-session.json' with { type: 'json' }
import { LIMITS } from './api.ts'
import { QUESTION_BANK, QUESTION_PHASES } from './question-bank.ts'

it('holds the 64 questions of the example data, by phase and in its order', () => {
  expect(QUESTION_BANK.map(({ id, phase, text }) => ({ id, phase, text: text.en }))).toEqual(
    data.question_bank.map(({ id, phase, text }) => ({ id, phase, text })),
  )
  expect(QUESTION_BANK).toHaveLength(64)
})

it('has a question for every phase, each a question in both languages', () => {
  expect(new Set(QUESTION_BANK.map((question) => question.phase))).toEqual(new Set(QUESTION_PHASES))
  for (const { text } of QUESTION_BANK) {
    expect(text.en).toMatch(/\?/)
    expect(text.es).toMatch(/¿.*\?/)
    expect(text.es.length).toBeLessThanOrEqual(LIMITS.question)
  }
  expect(new Set(QUESTION_BANK.map((question) => question.text.es)).size).toBe(64)
})
