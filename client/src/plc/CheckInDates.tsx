import {
  checkInFocus,
  noSchool,
  removeCheckIn,
  saveCheckIn,
  schoolDayAfter,
  type CheckIn,
  type ItemId,
  type NoSchool,
} from '@groundswell/shared'
import { CalendarPlus, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, isoDay } from '../parts/index.ts'
import { newId } from '../session/index.ts'
import { Button } from '../ui/index.ts'
import styles from './checkin.module.css'
import { CheckInLink } from './CheckInLink.tsx'
import { Hint } from './Hint.tsx'
import { PlainInput } from './PlainInput.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import { useRoom } from './room.ts'
import { SchoolBreaks } from './SchoolBreaks.tsx'
import { SharedLine } from './SharedLine.tsx'

const DAYS = [30, 60, 90] as const

/** When the PLC looks again: proposed on school days, and changed as people like. */
export function CheckInDates() {
  const { t } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const suggest = () => {
    const start = view.goal.start || isoDay(Date.now())
    for (const day of DAYS) {
      const date = schoolDayAfter(start, day, view.breaks)
      saveCheckIn(doc, { id: newId<ItemId>(), day, date, focus: t(`checkin.focusDefault.${day}`) })
    }
  }
  /** Thirty days after the last one. */
  const addDate = () => {
    const last = view.checkIns.at(-1)
    const date = schoolDayAfter(last?.date || isoDay(Date.now()), 30, view.breaks)
    saveCheckIn(doc, { id: newId<ItemId>(), day: (last?.day ?? 0) + 30, date, focus: '' })
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
      {canWrite ? (
        <div>
          {view.checkIns.length === 0 ? (
            <Button onClick={suggest}>
              <CalendarPlus aria-hidden size={18} /> {t('checkin.suggest')}
            </Button>
          ) : (
            <Button onClick={addDate}>
              <Plus aria-hidden size={18} /> {t('checkin.addDate')}
            </Button>
          )}
        </div>
      ) : null}
      {canWrite ? <SchoolBreaks /> : null}
      {canWrite ? <CheckInLink /> : null}
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
  const { t, i18n } = useTranslation('plc')
  const { doc, view } = useRoom()
  const focus = useMemo(() => checkInFocus(doc, checkIn.id), [doc, checkIn.id])
  const early = view.goal.start !== '' && checkIn.date !== '' && checkIn.date < view.goal.start
  const closed = noSchool(checkIn.date, view.breaks)
  return (
    <div className={styles.date}>
      <strong>{t('checkin.day', { day: checkIn.day })}</strong>
      <PlainInput
        type="date"
        aria-label={t('checkin.date')}
        value={checkIn.date}
        onCommit={(date) => saveCheckIn(doc, { id: checkIn.id, date })}
      />
      <SharedLine label={t('checkin.focus')} name={`checkin.${checkIn.id}.focus`} text={focus} />
      <RemoveButton
        label={t('checkin.removeDate', { day: checkIn.day, date: formatDay(checkIn.date, i18n.language) })}
        onRemove={() => removeCheckIn(doc, checkIn.id)}
      />
      {early ? <Hint>{t('checkin.dateBeforeStart')}</Hint> : null}
      {closed === null ? null : <ClosedDay checkIn={checkIn} closed={closed} />}
    </div>
  )
}

/** A day without school is kept when people want it; the next school day is one press away. */
function ClosedDay({ checkIn, closed }: { readonly checkIn: CheckIn; readonly closed: NoSchool }) {
  const { t, i18n } = useTranslation('plc')
  const { doc, view } = useRoom()
  const next = schoolDayAfter(checkIn.date, 0, view.breaks)
  const why = closed.kind === 'break' && closed.name.trim() !== '' ? closed.name : t(`checkin.closed.${closed.kind}`)
  return (
    <div className={styles.trouble}>
      <Hint>{t('checkin.noSchool', { why })}</Hint>
      <Button variant="quiet" onClick={() => saveCheckIn(doc, { id: checkIn.id, date: next })}>
        {t('checkin.moveTo', { date: formatDay(next, i18n.language) })}
      </Button>
    </div>
  )
}
