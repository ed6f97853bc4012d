import { questionsTo, questionState, type Plc, type QuestionCard, type StageView } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, usePlc, useStage } from '../session/index.ts'
import { Button } from '../ui/index.ts'
import styles from './coach.module.css'

/** What was asked, newest first, and what each PLC has made of it. */
export function SentQuestions() {
  const { t } = useTranslation('coach')
  const stage = useStage()
  if (stage.questionCards.length === 0) return <p className={styles.quiet}>{t('sentNone')}</p>
  return (
    <ol className={styles.sent}>
      {[...stage.questionCards].reverse().map((card) => (
        <Sent key={card.id} card={card} rooms={roomsOf(card, stage)} />
      ))}
    </ol>
  )
}

const roomsOf = (card: QuestionCard, { plcs }: StageView): readonly Plc[] =>
  plcs.filter(({ id }) => questionState(card, id) !== null)

/** More rooms than this are folded away: each that is open keeps a line to its document. */
const FEW = 3

function Sent({ card, rooms }: { readonly card: QuestionCard; readonly rooms: readonly Plc[] }) {
  const { t } = useTranslation('coach')
  const send = useCommand()
  const [open, setOpen] = useState(rooms.length <= FEW)
  const count = (state: 'answered' | 'parked') => rooms.filter(({ id }) => questionState(card, id) === state).length
  const words = t('progress', { answered: count('answered'), parked: count('parked'), total: rooms.length })
  return (
    <li className={styles.sentCard}>
      <p>{card.text}</p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{card.plcs === null ? `${t('everyone')} · ${words}` : words}</summary>
        {open ? (
          <ul className={styles.replies}>
            {rooms.map((plc) => (
              <RoomReply key={plc.id} plc={plc} card={card} />
            ))}
          </ul>
        ) : null}
      </details>
      {rooms.length === 0 || rooms.some(({ id }) => questionState(card, id) === 'asked') ? (
        <Button
          variant="quiet"
          aria-label={t('withdrawNamed', { text: card.text })}
          onClick={() => void send({ type: 'question.withdraw', question: card.id })}
        >
          {t('withdraw')}
        </Button>
      ) : null}
    </li>
  )
}

/** One PLC's answer as it is being written. */
function RoomReply({ plc, card }: { readonly plc: Plc; readonly card: QuestionCard }) {
  const { t } = useTranslation('coach')
  const stage = useStage()
  const { view } = usePlc(plc.id)
  const asked = questionsTo(plc.id, stage, view).find((each) => each.card.id === card.id)
  if (asked === undefined) return null
  const words = asked.answer.trim()
  const state = asked.state === 'asked' && words !== '' ? 'writing' : asked.state
  return (
    <li>
      <p>
        <b>{plc.name}</b> <span data-state={state}>{t(`state.${state}`)}</span>
      </p>
      {words === '' ? null : <p className={styles.noteText}>{words}</p>}
    </li>
  )
}
