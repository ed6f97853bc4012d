import { Flag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'
import css from './Deal.module.css'

export interface FlagButtonProps {
  /** What the cluster is called; empty for one without a title. */
  readonly title: string
  readonly on: boolean
  readonly onFlag: (on: boolean) => void
}

/** Says of a cluster that it needs another look, or takes that back. */
export function FlagButton({ title, on, onFlag }: FlagButtonProps) {
  const { t } = useTranslation('list')
  return (
    <Button
      aria-pressed={on}
      aria-label={t('deal.lookAgainAt', { title: title || t('cluster.untitled') })}
      className={css.flag}
      onClick={() => onFlag(!on)}
    >
      <Flag aria-hidden="true" size={18} /> {t('deal.lookAgain')}
    </Button>
  )
}
