import type { Indicator } from '@groundswell/shared'
import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay, withUnit } from '../parts/index.ts'
import { IconButton } from '../ui/index.ts'
import { indicatorHints } from './goal-checks.ts'
import { Hint } from './Hint.tsx'
import styles from './indicator.module.css'
import { useRoom } from './room.ts'

/** A measure as one readable line: what, now, target, by when. `onEdit` null is for readers. */
export function IndicatorRow({ indicator, onEdit }: { readonly indicator: Indicator; readonly onEdit: (() => void) | null }) {
  const { t, i18n } = useTranslation('plc')
  const { view, plan } = useRoom()
  const text = indicator.text.trim() || t('indicator.untitled')
  const steps = plan.indicators.find((row) => row.indicator.id === indicator.id)?.steps.length ?? 0
  const collect =
    indicator.baselineDate === ''
      ? t('indicator.collect')
      : t('indicator.collectOn', { date: formatDay(indicator.baselineDate, i18n.language, false) })
  const now = indicator.baselineStatus === 'to_collect' ? collect : withUnit(indicator.baseline, indicator.unit)
  const source = indicator.baselineSource.trim()
  const fed = steps === 0 ? t('indicator.fedByNone') : t('indicator.fedBy', { count: steps })
  const hints = onEdit === null ? [] : indicatorHints(indicator, view.goal.start)
  return (
    <>
      <div className={styles.row}>
        <p className={styles.text}>{text}</p>
        <dl className={styles.numbers}>
          <div>
            <dt>{t(`indicator.measures.${indicator.measures}`)}</dt>
            <dd>{t(`indicator.kind.${indicator.kind}`)}</dd>
          </div>
          <div>
            <dt>{t('indicator.now')}</dt>
            <dd>{now || '–'}</dd>
          </div>
          <div>
            <dt>{t('indicator.goalWord')}</dt>
            <dd>
              <strong>{withUnit(indicator.target, indicator.unit) || '–'}</strong>
            </dd>
          </div>
          <div>
            <dt>{t('indicator.targetDate')}</dt>
            <dd>{indicator.targetDate === '' ? '–' : formatDay(indicator.targetDate, i18n.language)}</dd>
          </div>
        </dl>
        {onEdit === null ? null : (
          <IconButton label={t('indicator.editNamed', { text })} onClick={onEdit}>
            <Pencil aria-hidden size={18} />
          </IconButton>
        )}
      </div>
      <p className={styles.foot}>
        {[source === '' ? '' : t('indicator.from', { source }), fed].filter((part) => part !== '').join(' · ')}
      </p>
      {hints.map((hint) => (
        <Hint key={hint}>{t(`hint.${hint}`)}</Hint>
      ))}
    </>
  )
}
