import { questionsTo, replyText, type PlcQuestion, type QuestionState } from '@groundswell/shared'
import { useEffect, useRef, useState, type FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../session/index.ts'
import { Button, useToast } from '../ui/index.ts'
import styles from './questions.module.css'
import { useRoom } from './room.ts'
import { SharedField } from './SharedField.tsx'

/** Questions a coach sent to this PLC. A team answers one in its own words or parks it; nothing waits for it. */
export function QuestionCards() {
  const { stage, plc, view } = useRoom()
  const [typing, setTyping] = useState<string | null>(null)
  // Who types in a card keeps it under their fingers, whatever a teammate makes of it meanwhile.
  const cards = questionsTo(plc.id, stage, view).map((each) =>
    each.card.id === typing ? { ...each, state: 'asked' as const } : each,
  )
  const asked = cards.filter(({ state }) => state === 'asked')
  useArrivals(asked)
  if (cards.length === 0) return null
  return (
    <div className={styles.cards}>
      {asked.map((each, index) => (
        <Card key={each.card.id} question={each} isLast={index === asked.length - 1} onTyping={setTyping} />
      ))}
      <Settled state="answered" cards={cards.filter(({ state }) => state === 'answered')} />
      <Settled state="parked" cards={cards.filter(({ state }) => state === 'parked')} />
    </div>
  )
}

function useSettle({ card }: PlcQuestion): (state: QuestionState) => void {
  const { plc } = useRoom()
  const send = useCommand()
  return (state) => void send({ type: 'question.settle', question: card.id, plc: plc.id, state })
}

/** A PLC speaks for itself: a coach in its room reads along. */
const useMayAnswer = (): boolean => {
  const { canWrite, plc, me } = useRoom()
  return canWrite && plc.members.includes(me.id)
}

interface CardProps {
  readonly question: PlcQuestion
  /** The last one asked opens by itself; those before it have been seen. */
  readonly isLast: boolean
  readonly onTyping: (id: string | null) => void
}

function Card({ question, isLast, onTyping }: CardProps) {
  const { t } = useTranslation('plc')
  const { stage } = useRoom()
  const { card } = question
  // Where it was open it stays so: a question that comes while one types closes nothing.
  const [open, setOpen] = useState(isLast)
  const name = stage.people.find((person) => person.id === card.from)?.name
  const from = name ? t('question.from', { name }) : t('question.fromCoach')
  return (
    <section className={styles.card} aria-label={from}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className={styles.from}>{from}</span>
          <span className={styles.words}>{card.text}</span>
        </summary>
        <CardAnswer question={question} onTyping={onTyping} />
      </details>
    </section>
  )
}

function CardAnswer({ question, onTyping }: Pick<CardProps, 'question' | 'onTyping'>) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  const { card, answer } = question
  const mayAnswer = useMayAnswer()
  const settle = useSettle(question)
  const left = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onTyping(null)
  }
  return (
    <div className={styles.body}>
      {mayAnswer || answer !== '' ? (
        <div onFocus={() => onTyping(card.id)} onBlur={left}>
          <SharedField
            label={t('question.answer')}
            help={t('question.answerHelp')}
            name={`reply.${card.id}`}
            text={mayAnswer ? replyText(doc, card.id) : null}
            value={answer}
          />
        </div>
      ) : null}
      {mayAnswer ? (
        <div className={styles.acts}>
          <Button onClick={() => settle('answered')}>{t(answer.trim() === '' ? 'question.talked' : 'question.answered')}</Button>
          <Button variant="quiet" onClick={() => settle('parked')}>
            {t('question.parked')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

interface SettledProps {
  readonly state: Exclude<QuestionState, 'asked'>
  readonly cards: readonly PlcQuestion[]
}

/** What was answered stays in sight beside the goal, what was parked waits; either can be taken up again. */
function Settled({ state, cards }: SettledProps) {
  const { t } = useTranslation('plc')
  if (cards.length === 0) return null
  return (
    <details className={styles.settled}>
      <summary>{t(`question.${state}List`, { count: cards.length })}</summary>
      <ul>
        {cards.map((each) => (
          <SettledCard key={each.card.id} question={each} />
        ))}
      </ul>
    </details>
  )
}

function SettledCard({ question }: { readonly question: PlcQuestion }) {
  const { t } = useTranslation('plc')
  const settle = useSettle(question)
  const { card, answer, state } = question
  return (
    <li className={styles.past}>
      <p className={styles.pastWords}>{card.text}</p>
      {answer.trim() === '' ? null : <p className={styles.answer}>{answer}</p>}
      {useMayAnswer() ? (
        <Button variant="quiet" aria-label={t('question.againNamed', { text: card.text })} onClick={() => settle('asked')}>
          {t(state === 'answered' ? 'question.change' : 'question.again')}
        </Button>
      ) : null}
    </li>
  )
}

/** Shows what has just come at the edge of the screen, where it is read aloud too: its card may be out of sight. What was there on opening is simply read. */
function useArrivals(asked: readonly PlcQuestion[]): void {
  const { t } = useTranslation('plc')
  const toast = useToast()
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    // What a team takes up again is no news.
    known.current = new Set([...(before ?? []), ...asked.map(({ card }) => card.id)])
    if (before === null) return
    for (const { card } of asked) if (!before.has(card.id)) toast.show(t('question.arrived', { text: card.text }))
  }, [asked, toast, t])
}
