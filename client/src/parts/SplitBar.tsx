import { useTranslation } from 'react-i18next'
import css from './SplitBar.module.css'

export interface SplitBarProps {
  readonly current: number
  readonly ideal: number
  readonly year: number
}

/** How many of a cluster's notes are about today and how many about the ideal, in words and as one bar. */
export function SplitBar({ current, ideal, year }: SplitBarProps) {
  const { t } = useTranslation('steps')
  return (
    <div className={css.split}>
      <div className={css.bar} aria-hidden="true">
        {current > 0 && <span className={css.current} style={{ flexGrow: current }} />}
        {ideal > 0 && <span className={css.ideal} style={{ flexGrow: ideal }} />}
      </div>
      <span className={css.words}>{t('cluster.split', { current, ideal, year })}</span>
    </div>
  )
}
