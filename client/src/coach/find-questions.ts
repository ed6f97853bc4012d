import { QUESTION_BANK, type BankQuestion, type Language, type QuestionPhase } from '@groundswell/shared'

/** Lower case without accents, so that "como" finds "cómo". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Questions of a phase (null is any) that hold every word searched for, in the language they are read in. */
export function findQuestions(phase: QuestionPhase | null, search: string, language: Language): readonly BankQuestion[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  return QUESTION_BANK.filter((question) => {
    const text = plain(question.text[language])
    return (phase === null || question.phase === phase) && words.every((word) => text.includes(word))
  })
}
