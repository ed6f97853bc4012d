import type { Agreement, AgreementLevel, AgreementStatus } from '@groundswell/shared'
import { Check, Eye, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../session/index.ts'
import { Avatar, Banner, Button, Dialog } from '../ui/index.ts'
import styles from './agree.module.css'
import { useRoom } from './room.ts'
import { agreementState } from './team.ts'

const LEVELS = [1, 2, 3, 4, 5] as const

interface StatusProps {
  readonly status: AgreementStatus
}

/** While the round is hidden: who has answered, and the way to show all answers at once. */
export function HiddenAnswers({ status }: StatusProps) {
  const { t } = useTranslation('plc')
  const { plc, canWrite, nameOf } = useRoom()
  const waiting = plc.members.filter((member) => !status.answered.includes(member))
  const answered = plc.members.length - waiting.length
  if (plc.members.length === 0) return <p className={styles.quiet}>{t('team.none')}</p>
  return (
    <section className={styles.together} aria-labelledby="room-together">
      <h3 id="room-together">{t('agree.answered', { answered, count: plc.members.length })}</h3>
      <ul className={styles.who}>
        {plc.members.map((member) => (
          <li key={member} data-answered={status.answered.includes(member)}>
            <Avatar name={nameOf(member)} />
            <span>{nameOf(member)}</span>
            <span className={styles.quiet}>
              {status.answered.includes(member) ? (
                <>
                  <Check aria-hidden size={16} /> {t('agree.hasAnswered')}
                </>
              ) : (
                t('agree.notYet')
              )}
            </span>
          </li>
        ))}
      </ul>
      {canWrite && answered > 0 ? <ShowButton waiting={waiting.map(nameOf)} /> : null}
    </section>
  )
}

/** Showing before everyone has answered is asked once: those who are missing answer in sight. */
function ShowButton({ waiting }: { readonly waiting: readonly string[] }) {
  const { t } = useTranslation('plc')
  const { plc } = useRoom()
  const command = useCommand()
  const [asking, setAsking] = useState(false)
  const show = () => {
    setAsking(false)
    void command({ type: 'agreement.show', plc: plc.id })
  }
  return (
    <div>
      <Button onClick={() => (waiting.length > 0 ? setAsking(true) : show())}>
        <Eye aria-hidden size={18} /> {t('agree.show')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('agree.showAsk')}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('agree.wait')}</Button>
            <Button variant="primary" onClick={show}>
              {t('agree.showNow')}
            </Button>
          </>
        }
      >
        <p>{t('agree.showText', { names: waiting.join(', ') })}</p>
      </Dialog>
    </div>
  )
}

/** Everyone's answer, lowest first, and what follows when someone is below 3. */
export function ShownAnswers({ status }: StatusProps) {
  const { t } = useTranslation('plc')
  const { view, plc, nameOf } = useRoom()
  const { given, waiting, revise } = agreementState(plc.members, view.agreement)
  return (
    <section className={styles.together} aria-labelledby="room-together">
      <h3 id="room-together">{t('agree.together')}</h3>
      {revise ? <Revise round={status.round} /> : null}
      <p className={styles.quiet}>{!revise && waiting.length === 0 ? t('agree.all') : t('agree.lowest')}</p>
      <AnswerList answers={given} />
      {waiting.length > 0 ? (
        <p className={styles.quiet}>{t('agree.waiting', { names: waiting.map(nameOf).join(', ') })}</p>
      ) : null}
      <AskAgain />
    </section>
  )
}

function Revise({ round }: { readonly round: number }) {
  const { t } = useTranslation('plc')
  const { go, canWrite } = useRoom()
  if (round > 1) return <Banner tone="warn">{t('agree.revisedOnce')}</Banner>
  return (
    <Banner tone="warn" action={canWrite ? <Button onClick={() => go('goal')}>{t('agree.reviseGo')}</Button> : undefined}>
      {t('agree.revise')}
    </Banner>
  )
}

function AskAgain() {
  const { t } = useTranslation('plc')
  const { plc, canWrite } = useRoom()
  const command = useCommand()
  if (!canWrite) return null
  return (
    <div className={styles.acts}>
      <Button onClick={() => void command({ type: 'agreement.again', plc: plc.id })}>
        <RotateCcw aria-hidden size={18} /> {t('agree.again')}
      </Button>
      <p className={styles.quiet}>{t('agree.againHelp')}</p>
    </div>
  )
}

/** Answers in the order given, each with its reservation in its owner's words. */
export function AnswerList({ answers }: { readonly answers: readonly Agreement[] }) {
  return (
    <ol className={styles.list}>
      {answers.map((entry) => (
        <Stand key={entry.person} entry={entry} />
      ))}
    </ol>
  )
}

function Stand({ entry }: { readonly entry: Agreement }) {
  const { t } = useTranslation('plc')
  const { nameOf } = useRoom()
  return (
    <li className={styles.stand}>
      <Avatar name={nameOf(entry.person)} />
      <div>
        <p>
          <strong>{nameOf(entry.person)}</strong>
        </p>
        <p className={styles.level}>
          <Bars level={entry.level} /> {t('agree.of', { level: entry.level })} · {t(`agree.level.${entry.level}`)}
        </p>
        {entry.reservation.trim() === '' ? null : <blockquote>{entry.reservation}</blockquote>}
      </div>
    </li>
  )
}

function Bars({ level }: { readonly level: AgreementLevel }) {
  return (
    <span className={styles.bars} aria-hidden="true">
      {LEVELS.map((each) => (
        <i key={each} data-on={each <= level} />
      ))}
    </span>
  )
}
