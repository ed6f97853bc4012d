import type { QuestionCard } from '@groundswell/shared'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../session/index.ts'
import { Button, useToast } from '../ui/index.ts'
import styles from './questions.module.css'
import { useRoom } from './room.ts'

/** Questions a coach sent to this PLC or to all. A team talks about one or parks it; nothing waits for it. */
export function QuestionCards() {
  const { t } = useTranslation('plc')
  const { stage, plc } = useRoom()
  const mine = stage.questionCards.filter((card) => card.plc === plc.id || card.plc === null)
  const asked = mine.filter((card) => card.state === 'asked')
  const parked = mine.filter((card) => card.state === 'parked')
  useArrivals(asked)
  if (asked.length === 0 && parked.length === 0) return null
  return (
    <div className={styles.cards}>
      {asked.map((card) => (
        <Card key={card.id} card={card} />
      ))}
      {parked.length > 0 ? (
        <details className={styles.parked}>
          <summary>{t('question.parkedList', { count: parked.length })}</summary>
          {parked.map((card) => (
            <Card key={card.id} card={card} />
          ))}
        </details>
      ) : null}
    </div>
  )
}

function Card({ card }: { readonly card: QuestionCard }) {
  const { t } = useTranslation('plc')
  const { canWrite, stage } = useRoom()
  const send = useCommand()
  const from = stage.people.find((person) => person.id === card.from)?.name
  const settle = (state: 'answered' | 'parked') => void send({ type: 'question.settle', question: card.id, state })
  return (
    <section className={styles.card} aria-label={from ? t('question.from', { name: from }) : t('question.fromCoach')}>
      <p className={styles.from}>{from ? t('question.from', { name: from }) : t('question.fromCoach')}</p>
      <p className={styles.words}>{card.text}</p>
      {canWrite ? (
        <div className={styles.acts}>
          <Button onClick={() => settle('answered')}>{t('question.answered')}</Button>
          {card.state === 'asked' ? (
            <Button variant="quiet" onClick={() => settle('parked')}>
              {t('question.parked')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}

/** Shows what has just come at the edge of the screen, where it is read aloud too: its card may be out of sight. What was there on opening is simply read. */
function useArrivals(asked: readonly QuestionCard[]): void {
  const { t } = useTranslation('plc')
  const toast = useToast()
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(asked.map((card) => card.id))
    if (before === null) return
    for (const card of asked) if (!before.has(card.id)) toast.show(t('question.arrived', { text: card.text }))
  }, [asked, toast, t])
}
