import { Timer as TimerIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatTime, timeMood } from '../parts/index.ts'
import { useCommand, useStage, useTimeLeft } from '../session/index.ts'
import { Button, Menu, type MenuItem } from '../ui/index.ts'
import css from './TimerControl.module.css'

/** Lengths offered when the step has none of its own, in minutes. */
const USUAL_MINUTES: readonly number[] = [3, 5, 10, 15]

/** The facilitator's timer: the time itself is the button. It never moves the session on. */
export function TimerControl() {
  const { t } = useTranslation(['facilitation', 'steps'])
  const stage = useStage()
  const left = useTimeLeft()
  const items = useTimerItems()
  const paused = stage.timer !== null && stage.timer.endsAt === null
  const time = left === null ? '' : formatTime(left)
  return (
    <Menu
      align="end"
      trigger={
        left === null ? (
          <Button variant="quiet">
            <TimerIcon aria-hidden="true" /> <span className={css.set}>{t('facilitation:timer.set')}</span>
          </Button>
        ) : (
          <Button
            variant="quiet"
            className={css.time}
            data-mood={timeMood(left, paused)}
            aria-label={t('facilitation:timer.open', { time })}
          >
            {left <= 0 && !paused ? t('steps:shell.timeUp') : time}
            {paused && <span className={css.paused}>{t('steps:shell.paused')}</span>}
          </Button>
        )
      }
      items={items}
    />
  )
}

function useTimerItems(): readonly MenuItem[] {
  const { t } = useTranslation('facilitation')
  const { timer, step } = useStage()
  const command = useCommand()
  if (timer === null) {
    const lengths = step.minutes === null ? USUAL_MINUTES : [...new Set([step.minutes, ...USUAL_MINUTES])]
    return lengths.map((minutes) => ({
      key: String(minutes),
      label: t('timer.start', { minutes }),
      onSelect: () => void command({ type: 'timer.start', minutes }),
    }))
  }
  const paused = timer.endsAt === null
  return [
    { key: 'more', label: t('timer.more'), onSelect: () => void command({ type: 'timer.add', minutes: 1 }) },
    paused
      ? { key: 'resume', label: t('timer.resume'), onSelect: () => void command({ type: 'timer.resume' }) }
      : { key: 'pause', label: t('timer.pause'), onSelect: () => void command({ type: 'timer.pause' }) },
    { key: 'stop', label: t('timer.stop'), onSelect: () => void command({ type: 'timer.stop' }) },
  ]
}
