import type { Plc } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useStage } from '../../session/index.ts'
import css from './RoomsPanel.module.css'

/** The coach's questions to this room and to all, and what became of each. */
export function RoomQuestions({ plc }: { readonly plc: Plc }) {
  const { t } = useTranslation('steps')
  const cards = useStage().questionCards.filter((card) => card.plc === null || card.plc === plc.id)
  if (cards.length === 0) return null
  const waiting = cards.filter((card) => card.state === 'asked').length
  return (
    <details className={css.questions}>
      <summary>{t('rooms.questions', { count: cards.length, waiting })}</summary>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            <b>{t(`rooms.question.${card.state}`)}</b> {card.text}
          </li>
        ))}
      </ul>
    </details>
  )
}
