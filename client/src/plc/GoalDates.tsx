import { setGoalDates } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/index.ts'
import { formatDay } from '../parts/index.ts'
import styles from './goal.module.css'
import { Hint } from './Hint.tsx'
import { PlainInput } from './PlainInput.tsx'
import { useRoom } from './room.ts'
import { useHints } from './use-hint.ts'

/** From when to when. */
export function GoalDates() {
  const { t, i18n } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const hints = useHints('dates')
  const { start, end } = view.goal
  if (!canWrite) {
    const words = [start, end]
      .filter((day) => day !== '')
      .map((day) => formatDay(day, i18n.language))
      .join(' – ')
    return words === '' ? null : (
      <p className={styles.readDates}>
        <strong>{t('goal.dates')}</strong> {words}
      </p>
    )
  }
  return (
    <fieldset className={styles.plain}>
      <legend>{t('goal.dates')}</legend>
      <div className={styles.two}>
        <Field label={t('goal.start')}>
          <PlainInput type="date" value={start} onCommit={(next) => setGoalDates(doc, { start: next })} />
        </Field>
        <Field label={t('goal.end')}>
          <PlainInput type="date" value={end} onCommit={(next) => setGoalDates(doc, { end: next })} />
        </Field>
      </div>
      {hints.map((hint) => (
        <Hint key={hint}>{hint}</Hint>
      ))}
    </fieldset>
  )
}
