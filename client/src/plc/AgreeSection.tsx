import { clearAgreement, setAgreement, type Agreement, type AgreementLevel } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar, Banner, Button, Field, RadioCards, TextArea } from '../ui/index.ts'
import styles from './agree.module.css'
import { QuestionCards } from './QuestionCards.tsx'
import { useRoom } from './room.ts'
import { agreementState } from './team.ts'

const LEVELS = ['5', '4', '3', '2', '1'] as const

/** How fully each member stands behind the goal, and what keeps them from more. */
export function AgreeSection() {
  const { t } = useTranslation('plc')
  const { view, plc, me, canWrite } = useRoom()
  const statement = view.goal.statement.trim()
  return (
    <div className={styles.form}>
      <h2 className={styles.title} tabIndex={-1} data-section-title="agree">
        {t('agree.title')}
      </h2>
      {statement === '' ? <p>{t('agree.noGoal')}</p> : <blockquote className={styles.goal}>{statement}</blockquote>}
      <QuestionCards />
      {canWrite && plc.members.includes(me.id) && statement !== '' ? <MyAgreement /> : null}
      <Together />
    </div>
  )
}

function MyAgreement() {
  const { t } = useTranslation('plc')
  const { view, me, doc } = useRoom()
  const mine = view.agreement.find((entry) => entry.person === me.id)
  const [draft, setDraft] = useState<string | null>(null)
  const reservation = draft ?? mine?.reservation ?? ''
  const save = (level: AgreementLevel, words: string) => setAgreement(doc, { person: me.id, level, reservation: words })
  return (
    <section className={styles.mine} aria-label={t('agree.mine')}>
      <RadioCards
        label={t('agree.mine')}
        name="agreement"
        value={mine === undefined ? null : (String(mine.level) as (typeof LEVELS)[number])}
        onChange={(level) => save(Number(level) as AgreementLevel, reservation)}
        options={LEVELS.map((level) => ({
          value: level,
          title: (
            <>
              <b className={styles.number}>{level}</b> {t(`agree.level.${level}`)}
            </>
          ),
        }))}
      />
      {mine !== undefined && mine.level < 5 ? (
        <Field label={t('agree.reservation')} help={t('agree.reservationHelp')}>
          <TextArea
            value={reservation}
            onChange={(next) => {
              setDraft(next)
              save(mine.level, next)
            }}
            onBlur={() => setDraft(null)}
          />
        </Field>
      ) : null}
      {mine === undefined ? null : (
        <div>
          <Button variant="quiet" onClick={() => clearAgreement(doc, me.id)}>
            {t('agree.clear')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Everyone's answer, lowest first. */
function Together() {
  const { t } = useTranslation('plc')
  const { view, plc, nameOf } = useRoom()
  const { given, waiting, revise } = agreementState(plc.members, view.agreement)
  return (
    <section className={styles.together} aria-labelledby="room-together">
      <h3 id="room-together">{t('agree.together')}</h3>
      {revise ? <Revise /> : null}
      {given.length === 0 ? (
        <p className={styles.quiet}>{t('agree.none')}</p>
      ) : (
        <p className={styles.quiet}>{!revise && waiting.length === 0 ? t('agree.all') : t('agree.lowest')}</p>
      )}
      <ol className={styles.list}>
        {given.map((entry) => (
          <Stand key={entry.person} entry={entry} />
        ))}
      </ol>
      {waiting.length > 0 ? (
        <p className={styles.quiet}>{t('agree.waiting', { names: waiting.map(nameOf).join(', ') })}</p>
      ) : null}
    </section>
  )
}

function Revise() {
  const { t } = useTranslation('plc')
  const { go, canWrite } = useRoom()
  return (
    <Banner tone="warn" action={canWrite ? <Button onClick={() => go('goal')}>{t('agree.reviseGo')}</Button> : undefined}>
      {t('agree.revise')}
    </Banner>
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
      {LEVELS.map((_, index) => (
        <i key={LEVELS[index]} data-on={index < level} />
      ))}
    </span>
  )
}
