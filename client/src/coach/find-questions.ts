import { QUESTION_BANK, type BankQuestion, type Language, type QuestionPhase, type StepKind } from '@groundswell/shared'

/** Lower case without accents, so that "como" finds "cómo". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Which questions help in which step. */
const FOR_STEP: Readonly<Record<StepKind, readonly QuestionPhase[]>> = {
  welcome: ['opening'],
  talk: ['current_state', 'ideal_three_years', 'opening'],
  break: ['opening'],
  write: ['current_state', 'ideal_three_years'],
  together: ['current_state', 'ideal_three_years'],
  group: ['themes'],
  name: ['themes'],
  vote: ['themes'],
  choose: ['themes'],
  plcs: ['themes', 'opening'],
  goal: ['goal', 'unify'],
  plan: ['action_plan', 'individual_plan'],
  commit: ['unify', 'closing'],
  checkin: ['check_in', 'closing'],
}
export const phasesFor = (kind: StepKind): readonly QuestionPhase[] => FOR_STEP[kind]

/** Whether a text holds every word searched for, whatever their case and accents. */
export function holdsWords(text: string, search: string): boolean {
  const [found, words] = [plain(text), plain(search).split(/\s+/)]
  return words.every((word) => found.includes(word))
}

/** Questions of some phases (null is any) that hold every word searched for, in the language they are read in. */
export function findQuestions(
  phases: readonly QuestionPhase[] | null,
  search: string,
  language: Language,
): readonly BankQuestion[] {
  return QUESTION_BANK.filter(
    ({ phase, text }) => (phases === null || phases.includes(phase)) && holdsWords(text[language], search),
  )
}
