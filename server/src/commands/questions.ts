import { FILE_LIMITS, type QuestionCard } from '@groundswell/shared'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { done, withFacts, type Handlers, type Scene } from './scene.ts'

const MOST_CARDS = FILE_LIMITS.questions

/** A card to one PLC is settled by its members, a card to all by anyone in the room. */
function maySettle({ session, actor, facilitates }: Scene, card: QuestionCard): boolean {
  if (facilitates || card.plc === null) return true
  return session.facts.plcs.some((plc) => plc.id === card.plc && plc.members.includes(actor.id))
}

export const questionCommands: Handlers<'question.send' | 'question.settle'> = {
  'question.send': (scene, { question, plc, text }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { questionCards, plcs } = scene.session.facts
    if (questionCards.some((card) => card.id === question)) return done('question.send')
    if (plc !== null && !plcs.some((other) => other.id === plc)) return refuse('not_found', 'There is no such PLC.')
    if (questionCards.length >= MOST_CARDS) return refuse('conflict', `There are ${MOST_CARDS} question cards already.`)
    const card: QuestionCard = { id: question, plc, text, from: scene.actor.id, state: 'asked' }
    return done('question.send', { facts: withFacts(scene, { questionCards: [...questionCards, card] }) })
  },

  'question.settle': (scene, { question, state }) => {
    const { questionCards } = scene.session.facts
    const before = questionCards.find((card) => card.id === question)
    if (before === undefined) return refuse('not_found', 'There is no such question card.')
    if (!maySettle(scene, before)) return refuse('forbidden', 'This question is for another PLC.')
    const after: QuestionCard = { ...before, state }
    return done('question.settle', {
      facts: withFacts(scene, { questionCards: questionCards.map((old) => (old === before ? after : old)) }),
    })
  },
}
