import type { ItemId, PersonId, PlcId } from '../ids.ts'
import type { PlcFile } from '../portable/session-file.ts'
import type { QuestionCard } from '../records.ts'

interface Asked {
  readonly id: ItemId
  readonly text: string
  /** What the PLC of this place in the list made of it. */
  readonly outcomes: readonly { readonly plc: number; readonly state: 'answered' | 'parked'; readonly answer: string }[]
}

const ASKED: readonly Asked[] = [
  {
    id: 'card-1' as ItemId,
    text: 'Who might this goal leave out, and what would bring them in?',
    outcomes: [
      {
        plc: 0,
        state: 'answered',
        answer: 'Students who only have a phone at home. We plan every creation task so that it can be finished at school.',
      },
    ],
  },
  {
    id: 'card-2' as ItemId,
    text: 'Where do two of our roles have to hand something to each other?',
    outcomes: [
      {
        plc: 1,
        state: 'answered',
        answer: 'The coaches hand the exit question to the teachers, and the trainers hand back what they saw.',
      },
      { plc: 2, state: 'parked', answer: '' },
    ],
  },
]

/** The coach's questions of the example, asked one minute apart from `at` on, in milliseconds since 1970. */
export const exampleQuestions = (plcs: readonly PlcFile[], from: PersonId, at: number): readonly QuestionCard[] =>
  ASKED.map(({ id, text, outcomes }, index) => {
    const settled = outcomes.flatMap(({ plc, state }) => (plcs[plc] === undefined ? [] : [{ plc: plcs[plc].id, state }]))
    return { id, plcs: settled.map(({ plc }): PlcId => plc), text, from, at: at + index * 60_000, settled }
  })

/** A PLC of the example with its answers; `place` is its place in the list. */
export const withReplies = (plc: PlcFile, place: number): PlcFile => ({
  ...plc,
  replies: ASKED.flatMap(({ id, outcomes }) =>
    outcomes
      .filter((outcome) => outcome.plc === place && outcome.answer !== '')
      .map(({ answer }) => ({ question: id, text: answer })),
  ),
})
