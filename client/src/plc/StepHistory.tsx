import type { ActionStep } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../parts/index.ts'
import styles from './checkin.module.css'
import { useRoom } from './room.ts'

/** How a step stood before: each status with its day and its word. Nothing while there is only today's. */
export function StepHistory({ step }: { readonly step: ActionStep }) {
  const { t, i18n } = useTranslation('plc')
  const { view } = useRoom()
  const marks = view.marks.filter((mark) => mark.step === step.id)
  const last = marks.at(-1)
  const earlier = last?.status === step.status && last.word === step.word ? marks.slice(0, -1) : marks
  if (earlier.length === 0) return null
  return (
    <div className={styles.history}>
      <span className={styles.quiet}>{t('checkin.before')}</span>
      <ol>
        {earlier.map(({ id, date, status, word }) => (
          <li key={id}>
            <strong>{t(`status.${status}`)}</strong>{' '}
            {date === '' ? null : <span className={styles.quiet}>{formatDay(date, i18n.language)}</span>} {word}
          </li>
        ))}
      </ol>
    </div>
  )
}
