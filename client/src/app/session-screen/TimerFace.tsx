import { useTranslation } from 'react-i18next'
import { formatTime, timeMood } from '../../parts/index.ts'
import { useStage, useTimeLeft } from '../../session/index.ts'
import css from './Header.module.css'

/** The time left, for people who do not run the timer. At zero it says so and changes nothing. */
export function TimerFace() {
  const { t } = useTranslation('steps')
  const { timer } = useStage()
  const left = useTimeLeft()
  if (left === null || timer === null) return null
  const mood = timeMood(left, timer.endsAt === null)
  return (
    <span className={css.timer} data-mood={mood} role="timer" aria-label={t('shell.timerLabel')}>
      {mood === 'up' ? t('shell.timeUp') : formatTime(left)}
      {mood === 'paused' && <span className={css.paused}>{t('shell.paused')}</span>}
    </span>
  )
}
