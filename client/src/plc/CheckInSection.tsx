import { saveCheckIn, saveStep, STEP_STATUSES, type CheckIn, type ItemId } from '@groundswell/shared'
import { CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay, isoDay, schoolDayAfter } from '../parts/index.ts'
import { newId } from '../session/index.ts'
import { Button, Select } from '../ui/index.ts'
import styles from './checkin.module.css'
import { PdsaEntries } from './PdsaEntries.tsx'
import { PlainInput, PlainLine } from './PlainInput.tsx'
import { QuestionCards } from './QuestionCards.tsx'
import { Readings } from './Readings.tsx'
import { useRoom } from './room.ts'

const DAYS = [30, 60, 90] as const

/** Coming back: dates, then steps, then measures, then what was learned. */
export function CheckInSection() {
  const { t } = useTranslation('plc')
  return (
    <div className={styles.form}>
      <h2 className={styles.title} tabIndex={-1} data-section-title="checkin">
        {t('checkin.title')}
      </h2>
      <p className={styles.quiet}>{t('checkin.help')}</p>
      <QuestionCards />
      <Dates />
      <StepStatuses />
      <Readings />
      <PdsaEntries />
    </div>
  )
}

function Dates() {
  const { t } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const suggest = () => {
    const start = view.goal.start || isoDay(Date.now())
    for (const day of DAYS) {
      saveCheckIn(doc, { id: newId<ItemId>(), day, date: schoolDayAfter(start, day), focus: t(`checkin.focusDefault.${day}`) })
    }
  }
  return (
    <section className={styles.part} aria-labelledby="room-dates">
      <h3 id="room-dates">{t('checkin.dates')}</h3>
      {view.checkIns.length === 0 ? <p className={styles.quiet}>{t('checkin.noDates')}</p> : null}
      <ol className={styles.dates}>
        {view.checkIns.map((checkIn) => (
          <li key={checkIn.id}>{canWrite ? <DateEditor checkIn={checkIn} /> : <DateLine checkIn={checkIn} />}</li>
        ))}
      </ol>
      {canWrite && view.checkIns.length === 0 ? (
        <div>
          <Button onClick={suggest}>
            <CalendarPlus aria-hidden size={18} /> {t('checkin.suggest')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function DateLine({ checkIn }: { readonly checkIn: CheckIn }) {
  const { t, i18n } = useTranslation('plc')
  return (
    <p>
      <strong>{formatDay(checkIn.date, i18n.language)}</strong>{' '}
      <span className={styles.quiet}>{t('checkin.day', { day: checkIn.day })}</span> {checkIn.focus}
    </p>
  )
}

function DateEditor({ checkIn }: { readonly checkIn: CheckIn }) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  return (
    <div className={styles.date}>
      <strong>{t('checkin.day', { day: checkIn.day })}</strong>
      <PlainInput
        type="date"
        aria-label={t('checkin.date')}
        value={checkIn.date}
        onCommit={(date) => saveCheckIn(doc, { ...checkIn, date })}
      />
      <PlainLine label={t('checkin.focus')} value={checkIn.focus} onCommit={(focus) => saveCheckIn(doc, { ...checkIn, focus })} />
    </div>
  )
}

function StepStatuses() {
  const { t } = useTranslation('plc')
  const { view, doc, canWrite, nameOf } = useRoom()
  const options = STEP_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))
  return (
    <section className={styles.part} aria-labelledby="room-statuses">
      <h3 id="room-statuses">{t('checkin.steps')}</h3>
      {view.steps.length === 0 ? <p className={styles.quiet}>{t('checkin.noSteps')}</p> : null}
      <ul className={styles.statuses}>
        {view.steps.map((step) => (
          <li key={step.id}>
            <p>
              {step.text.trim() || t('plan.untitled')} <span className={styles.quiet}>{nameOf(step.owner)}</span>
            </p>
            {canWrite ? (
              <Select
                aria-label={t('checkin.statusOf', { text: step.text })}
                value={step.status}
                onChange={(status) => saveStep(doc, step.id, { status })}
                options={options}
              />
            ) : (
              <span>{t(`status.${step.status}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
