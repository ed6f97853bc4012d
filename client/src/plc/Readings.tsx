import { saveReading, type Indicator, type ItemId, type Reading } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, isoDay, withUnit } from '../parts/index.ts'
import { newId } from '../session/index.ts'
import { Button, Field, TextInput } from '../ui/index.ts'
import styles from './checkin.module.css'
import { progressOf, readNumberText } from './readings.ts'
import { useRoom } from './room.ts'

/** Each measure with its readings so far, and a place for the next one. */
export function Readings() {
  const { t } = useTranslation('plc')
  const { view, canWrite } = useRoom()
  return (
    <section className={styles.part} aria-labelledby="room-readings">
      <h3 id="room-readings">{t('checkin.readings')}</h3>
      {view.goal.indicators.length === 0 ? <p className={styles.quiet}>{t('checkin.noMeasures')}</p> : null}
      {view.goal.indicators.map((indicator) => (
        <article key={indicator.id} className={styles.measure}>
          <History indicator={indicator} readings={view.readings.filter((reading) => reading.indicator === indicator.id)} />
          {canWrite ? <NewReading indicator={indicator} /> : null}
        </article>
      ))}
    </section>
  )
}

function History({ indicator, readings }: { readonly indicator: Indicator; readonly readings: readonly Reading[] }) {
  const { t, i18n } = useTranslation('plc')
  const last = readings.at(-1)
  const progress = last === undefined ? null : progressOf(indicator.baseline, indicator.target, last.value)
  return (
    <>
      <p className={styles.measureText}>{indicator.text.trim() || t('indicator.untitled')}</p>
      <p className={styles.line}>
        <span>
          {t('indicator.now')} {withUnit(indicator.baseline, indicator.unit) || '–'}
        </span>
        {progress === null ? null : (
          <span className={styles.track} aria-hidden="true">
            <i style={{ inlineSize: `${Math.round(progress * 100)}%` }} />
          </span>
        )}
        <span>
          {t('indicator.goalWord')} <strong>{withUnit(indicator.target, indicator.unit) || '–'}</strong>
        </span>
      </p>
      {readings.length === 0 ? <p className={styles.quiet}>{t('checkin.noReadings')}</p> : null}
      <ol className={styles.readings}>
        {readings.map((reading) => (
          <li key={reading.id}>
            <span className={styles.quiet}>{formatDay(reading.date, i18n.language)}</span>{' '}
            <strong>{withUnit(reading.value, indicator.unit)}</strong>
          </li>
        ))}
      </ol>
    </>
  )
}

function NewReading({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  const [value, setValue] = useState('')
  const [date, setDate] = useState(() => isoDay(Date.now()))
  const [error, setError] = useState<'notNumber' | 'noDate' | null>(null)
  const save = () => {
    const wrong = readNumberText(value) === null ? 'notNumber' : date === '' ? 'noDate' : null
    setError(wrong)
    if (wrong !== null) return
    saveReading(doc, { id: newId<ItemId>(), indicator: indicator.id, date, value: value.trim() })
    setValue('')
  }
  const submit = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault()
    save()
  }
  return (
    <form
      className={styles.newReading}
      onSubmit={submit}
      noValidate
      aria-label={t('checkin.readingFor', { text: indicator.text })}
    >
      <Field label={t('checkin.reading')} error={error === null ? undefined : t(`checkin.${error}`)}>
        <TextInput value={value} onChange={setValue} inputMode="decimal" />
      </Field>
      <Field label={t('checkin.readingDate')}>
        <TextInput type="date" value={date} onChange={setDate} />
      </Field>
      <Button type="submit">{t('checkin.saveReading')}</Button>
    </form>
  )
}
