import { FILE_LIMITS, questionState, type PlcId, type QuestionCard } from '@groundswell/shared'
import type { SessionFacts } from '../session/facts.ts'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withFacts, type Effect, type Handlers, type Scene } from './scene.ts'

const MOST_CARDS = FILE_LIMITS.questions

const noSuchPlc = refuse('not_found', 'There is no such PLC.')
const noSuchCard = refuse('not_found', 'There is no such question card.')
const otherTeam = refuse('forbidden', 'Only members of this PLC and facilitators may do this.')
const allAnswered = refuse('conflict', 'Every PLC that it was sent to has answered.')

/** The PLCs there are now that a card went to. */
const roomsOf = ({ plcs }: SessionFacts, card: Pick<QuestionCard, 'plcs'>): readonly PlcId[] =>
  plcs.map(({ id }) => id).filter((id) => card.plcs === null || card.plcs.includes(id))

const find = ({ session }: Scene, id: QuestionCard['id']): QuestionCard | undefined =>
  session.facts.questionCards.find((card) => card.id === id)

const isMember = ({ session, actor }: Scene, id: PlcId): boolean =>
  session.facts.plcs.some((plc) => plc.id === id && plc.members.includes(actor.id))

/** The facts with a card replaced, or without it. */
const withCard = (scene: Scene, before: QuestionCard, after: QuestionCard | null): SessionFacts =>
  withFacts(scene, {
    questionCards: scene.session.facts.questionCards.flatMap((card) =>
      card !== before ? [card] : after === null ? [] : [after],
    ),
  })

/** The card without the PLCs that have neither answered nor begun to; null when none is left. */
function taken(scene: Scene, card: QuestionCard): QuestionCard | null {
  const begun = (plc: PlcId) => questionState(card, plc) === 'answered' || scene.board.replied.has(plc)
  const left = roomsOf(scene.session.facts, card).filter(begun)
  return left.length === 0 ? null : { ...card, plcs: left, settled: card.settled.filter(({ plc }) => left.includes(plc)) }
}

export const questionCommands: Handlers<'question.send' | 'question.settle' | 'question.withdraw'> = {
  'question.send': (scene, { question, plcs, text }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    const rooms = roomsOf(facts, { plcs })
    // Their documents are made ready for an answer, also when a crash came in between.
    const effects: readonly Effect[] = rooms.map((plc) => ({ kind: 'prepare-plc', plc }))
    if (find(scene, question) !== undefined) return done('question.send', { effects })
    if (plcs !== null && new Set(plcs).size !== rooms.length) return noSuchPlc
    const { questionCards } = facts
    if (questionCards.length >= MOST_CARDS) return refuse('conflict', `There are ${MOST_CARDS} question cards already.`)
    const card: QuestionCard = {
      id: question,
      plcs: plcs === null ? null : rooms,
      text,
      from: scene.actor.id,
      at: scene.now,
      settled: [],
    }
    return done('question.send', { facts: withFacts(scene, { questionCards: [...questionCards, card] }), effects })
  },

  'question.settle': (scene, { question, plc, state }) => {
    const before = find(scene, question)
    if (before === undefined) return noSuchCard
    if (!scene.facilitates && !isMember(scene, plc)) return otherTeam
    if (!roomsOf(scene.session.facts, before).includes(plc)) return noSuchPlc
    const others = before.settled.filter((row) => row.plc !== plc)
    const settled = state === 'asked' ? others : [...others, { plc, state }]
    return done('question.settle', { facts: withCard(scene, before, { ...before, settled }) })
  },

  'question.withdraw': (scene, { question }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const before = find(scene, question)
    if (before === undefined) return done('question.withdraw')
    const after = taken(scene, before)
    if (after !== null && after.plcs?.length === roomsOf(scene.session.facts, before).length) return allAnswered
    return done('question.withdraw', { facts: withCard(scene, before, after) })
  },
}
