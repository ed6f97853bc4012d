import type { AgreementLevel, AgreementStatus, MyAgreement } from '@groundswell/shared'
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useMyAgreements } from '../session/index.ts'
import { Button, Field, RadioCards, TextArea } from '../ui/index.ts'
import styles from './agree.module.css'
import { useRoom } from './room.ts'

const LEVELS = ['5', '4', '3', '2', '1'] as const

/** An answer as it is being thought over. */
interface Draft {
  readonly level: AgreementLevel | null
  readonly reservation: string
}

/** Drafts outlive a look at another part of the room; they never leave this page. */
const drafts = new Map<string, Draft>()

/** One's own answer. It goes to the server alone, and to nobody else before the round is shown. */
export function MyAnswer({ status }: { readonly status: AgreementStatus }) {
  const { me, plc } = useRoom()
  const mine = useMyAgreements().find((answer) => answer.plc === plc.id && answer.round === status.round) ?? null
  const [changing, setChanging] = useState(false)
  if (status.shown && (mine !== null || status.answered.includes(me.id))) return null
  if (mine !== null && !changing) return <Given mine={mine} onChange={() => setChanging(true)} />
  return <AnswerForm status={status} mine={mine} onDone={() => setChanging(false)} />
}

function Given({ mine, onChange }: { readonly mine: MyAgreement; readonly onChange: () => void }) {
  const { t } = useTranslation('plc')
  const command = useCommand()
  return (
    <section className={styles.given} aria-label={t('agree.mine')}>
      <p>
        <strong>{t('agree.given')}</strong> {t('agree.of', { level: mine.level })} · {t(`agree.level.${mine.level}`)}
      </p>
      {mine.reservation.trim() === '' ? null : <blockquote>{mine.reservation}</blockquote>}
      <p className={styles.private}>
        <EyeOff aria-hidden size={18} /> {t('agree.private')}
      </p>
      <div className={styles.acts}>
        <Button onClick={onChange}>{t('agree.change')}</Button>
        <Button variant="quiet" onClick={() => void command({ type: 'agreement.clear', plc: mine.plc })}>
          {t('agree.clear')}
        </Button>
      </div>
    </section>
  )
}

interface FormProps {
  readonly status: AgreementStatus
  readonly mine: MyAgreement | null
  readonly onDone: () => void
}

function useDraft(key: string, first: Draft) {
  const [draft, setDraft] = useState(() => drafts.get(key) ?? first)
  const keep = (next: Draft) => {
    drafts.set(key, next)
    setDraft(next)
  }
  return { draft, keep, drop: () => drafts.delete(key) }
}

function AnswerForm({ status, mine, onDone }: FormProps) {
  const { t } = useTranslation('plc')
  const { me, plc } = useRoom()
  const command = useCommand()
  const { draft, keep, drop } = useDraft(`${me.id} ${plc.id} ${status.round}`, {
    level: mine?.level ?? null,
    reservation: mine?.reservation ?? '',
  })
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const send = async () => {
    if (draft.level === null) return setMissing(true)
    setBusy(true)
    const reservation = draft.level === 5 ? '' : draft.reservation.trim()
    const sent = await command({ type: 'agreement.set', plc: plc.id, level: draft.level, reservation })
    setBusy(false)
    if (!sent) return
    drop()
    onDone()
  }
  return (
    <section className={styles.mine} aria-label={t('agree.mine')}>
      <RadioCards
        label={status.round > 1 ? t('agree.mineRound', { round: status.round }) : t('agree.mine')}
        name="agreement"
        value={draft.level === null ? null : (String(draft.level) as (typeof LEVELS)[number])}
        onChange={(level) => keep({ ...draft, level: Number(level) as AgreementLevel })}
        options={LEVELS.map((level) => ({ value: level, title: <LevelName level={level} /> }))}
      />
      {draft.level === null || draft.level === 5 ? null : (
        <Field label={t('agree.reservation')} help={t('agree.reservationHelp')}>
          <TextArea value={draft.reservation} maxLength={1000} onChange={(reservation) => keep({ ...draft, reservation })} />
        </Field>
      )}
      {missing && draft.level === null ? <p role="alert">{t('agree.choose')}</p> : null}
      <div className={styles.acts}>
        <Button variant="primary" busy={busy} onClick={() => void send()}>
          {t('agree.give')}
        </Button>
        <p className={styles.private}>
          {status.shown ? null : <EyeOff aria-hidden size={18} />} {t(status.shown ? 'agree.late' : 'agree.promise')}
        </p>
      </div>
    </section>
  )
}

function LevelName({ level }: { readonly level: (typeof LEVELS)[number] }) {
  const { t } = useTranslation('plc')
  return (
    <>
      <b className={styles.number}>{level}</b> {t(`agree.level.${level}`)}
    </>
  )
}
