import { questionsTo, type Plc } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { usePlc, useStage } from '../../session/index.ts'
import css from './RoomsPanel.module.css'

/** The coach's questions to this room, what became of each, and the room's answer as it is written. */
export function RoomQuestions({ plc }: { readonly plc: Plc }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const cards = questionsTo(plc.id, stage, usePlc(plc.id).view)
  if (cards.length === 0) return null
  const waiting = cards.filter(({ state }) => state === 'asked').length
  return (
    <details className={css.questions}>
      <summary>{t('rooms.questions', { count: cards.length, waiting })}</summary>
      <ul>
        {cards.map(({ card, state, answer }) => (
          <li key={card.id}>
            <b>{t(`rooms.question.${state}`)}</b> {card.text}
            {answer.trim() === '' ? null : <q className={css.reply}>{answer.trim()}</q>}
          </li>
        ))}
      </ul>
    </details>
  )
}
