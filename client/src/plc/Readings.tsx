import { removeReading, saveReading, type Indicator, type ItemId, type Reading } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, isoDay, withUnit } from '../parts/index.ts'
import { newId } from '../session/index.ts'
import { Button, Field, TextInput } from '../ui/index.ts'
import styles from './checkin.module.css'
import { Hint } from './Hint.tsx'
import { PlainInput } from './PlainInput.tsx'
import { readingFault, readNumberText } from './readings.ts'
import { ReadingsChart } from './ReadingsChart.tsx'
import { RemoveButton } from './RemoveButton.tsx'
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

interface HistoryProps {
  readonly indicator: Indicator
  readonly readings: readonly Reading[]
}

function History({ indicator, readings }: HistoryProps) {
  const { t } = useTranslation('plc')
  return (
    <>
      <p className={styles.measureText}>{indicator.text.trim() || t('indicator.untitled')}</p>
      <p className={styles.line}>
        <span>
          {t('indicator.now')} {withUnit(indicator.baseline, indicator.unit) || '–'}
        </span>
        <span>
          {t('indicator.goalWord')} <strong>{withUnit(indicator.target, indicator.unit) || '–'}</strong>
        </span>
      </p>
      {readings.length === 0 ? (
        <p className={styles.quiet}>{t('checkin.noReadings')}</p>
      ) : (
        <>
          <ReadingsChart indicator={indicator} readings={readings} />
          <ReadingTable indicator={indicator} readings={readings} />
        </>
      )}
    </>
  )
}

/** The readings as a table: what the chart shows, and where a slip is put right. */
function ReadingTable({ indicator, readings }: HistoryProps) {
  const { t } = useTranslation('plc')
  const { canWrite } = useRoom()
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{t('chart.table', { measure: indicator.text })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('checkin.readingDate')}</th>
          <th scope="col">{t('checkin.value')}</th>
          {canWrite ? (
            <th scope="col">
              <span className={styles.hidden}>{t('remove.yes')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {readings.map((reading) => (
          <ReadingRow key={reading.id} reading={reading} indicator={indicator} />
        ))}
      </tbody>
    </table>
  )
}

function ReadingRow({ reading, indicator }: { readonly reading: Reading; readonly indicator: Indicator }) {
  const { t, i18n } = useTranslation('plc')
  const { doc, canWrite } = useRoom()
  const day = formatDay(reading.date, i18n.language)
  const broken = readNumberText(reading.value) === null
  return (
    <tr>
      <th scope="row">{day || '–'}</th>
      <td>
        {canWrite ? (
          <span className={styles.valueField}>
            <PlainInput
              aria-label={t('checkin.valueOf', { date: day })}
              inputMode="decimal"
              value={reading.value}
              aria-invalid={broken}
              onCommit={(value) => saveReading(doc, { ...reading, value })}
            />
            <span>{withUnit('0', indicator.unit).replace(/^0 ?/, '')}</span>
          </span>
        ) : (
          <strong>{withUnit(reading.value, indicator.unit)}</strong>
        )}
        {broken ? <Hint>{t('checkin.notNumber')}</Hint> : null}
      </td>
      {canWrite ? (
        <td>
          <RemoveButton
            label={t('checkin.removeReading', { date: day, value: withUnit(reading.value, indicator.unit) })}
            onRemove={() => removeReading(doc, reading.id)}
          />
        </td>
      ) : null}
    </tr>
  )
}

function NewReading({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation('plc')
  const { doc, view } = useRoom()
  const [today] = useState(() => isoDay(Date.now()))
  const [value, setValue] = useState('')
  const [date, setDate] = useState(today)
  const [tried, setTried] = useState(false)
  const fault = readingFault({ value, date }, view.goal.start, today)
  const save = () => {
    setTried(true)
    if (fault?.stops === true) return
    saveReading(doc, { id: newId<ItemId>(), indicator: indicator.id, date, value: value.trim() })
    setValue('')
    setTried(false)
  }
  const submit = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault()
    save()
  }
  const valueFault = tried && fault?.about === 'value' ? t(`checkin.${fault.kind}`) : undefined
  const dateFault = fault?.about === 'date' && (tried || value !== '') ? t(`checkin.${fault.kind}`) : undefined
  return (
    <form
      className={styles.newReading}
      onSubmit={submit}
      noValidate
      aria-label={t('checkin.readingFor', { text: indicator.text })}
    >
      <Field label={t('checkin.reading')} error={valueFault}>
        <TextInput value={value} onChange={setValue} inputMode="decimal" />
      </Field>
      <Field label={t('checkin.readingDate')} error={dateFault}>
        <TextInput type="date" value={date} onChange={setDate} />
      </Field>
      <Button type="submit">{t('checkin.saveReading')}</Button>
    </form>
  )
}
