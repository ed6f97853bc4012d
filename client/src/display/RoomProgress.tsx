import type { StageView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { formatTime, timeMood } from '../parts/index.ts'
import { useBoard, useTimeLeft } from '../session/index.ts'
import { ProgressBar } from '../ui/index.ts'
import css from './DisplayPage.module.css'

/** Steps in which people say when they are done; the vote shows its own turnout instead. */
const COUNTS_DONE: ReadonlySet<string> = new Set(['write', 'together', 'group', 'name', 'plcs', 'goal', 'plan'])

/** The timer, at least 72 px high, and how many are done. Never who. */
export function RoomProgress({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('display')
  const { step } = stage
  const total = stage.room.here
  const shows = COUNTS_DONE.has(step.kind) && total > 0
  const done = Math.min(stage.done, total)
  const ideas = step.kind === 'write' && step.horizon !== null ? t('ideas', { count: stage.writing[step.horizon].notes }) : ''
  return (
    <footer className={css.progress} data-large={step.kind === 'write' || step.kind === 'break' || undefined}>
      <BigTimer stage={stage} />
      {shows && (
        <div className={css.doneBar}>
          <p className={css.label}>
            {ideas !== '' && `${ideas} · `}
            {(step.kind === 'group' || step.kind === 'name') && <LooseCount />}
            {t('done', { done, total })}
          </p>
          <div className={css.bar}>
            <ProgressBar value={done} max={total} label={t('done', { done, total })} />
          </div>
        </div>
      )}
    </footer>
  )
}

function LooseCount() {
  const { t } = useTranslation('display')
  const { loose } = useBoard().view
  return <>{loose.length === 0 ? t('allPlaced') : t('loose', { count: loose.length })} · </>
}

function BigTimer({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('display')
  const left = useTimeLeft()
  if (left === null || stage.timer === null) return null
  const mood = timeMood(left, stage.timer.endsAt === null)
  return (
    <p className={css.timer} data-mood={mood} role="timer">
      {mood === 'up' ? t('timeUp') : formatTime(left)}
      {mood === 'paused' && <span className={css.label}> {t('paused')}</span>}
    </p>
  )
}
