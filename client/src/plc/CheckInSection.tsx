import { useTranslation } from 'react-i18next'
import styles from './checkin.module.css'
import { CheckInDates } from './CheckInDates.tsx'
import { PdsaEntries } from './PdsaEntries.tsx'
import { QuestionCards } from './QuestionCards.tsx'
import { Readings } from './Readings.tsx'
import { StepStatuses } from './StepStatuses.tsx'
import { TheLine } from './TheLine.tsx'

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
      <StepStatuses />
      <Readings />
      <PdsaEntries />
      <CheckInDates />
      <TheLine />
    </div>
  )
}
