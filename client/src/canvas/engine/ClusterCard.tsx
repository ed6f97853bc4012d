import { useTranslation } from 'react-i18next'
import { Badge, cx } from '../../ui/index.ts'
import type { ClusterProps } from './records.ts'
import styles from './shapes.module.css'

/** A sheet of paper that holds notes: what it is about, its title, how many notes of each side. */
export function ClusterCard({ title, focus, current, ideal, year, target }: ClusterProps) {
  const { t } = useTranslation('canvas')
  const student = focus === 'student_outcome'
  return (
    <div className={cx(styles.cluster, target && styles.target)}>
      <div className={styles.facts}>
        {focus !== null && (
          <Badge tone={student ? 'violet' : 'rust'} mark={student ? 'dot' : 'square'}>
            {t(`focus.${focus}`)}
          </Badge>
        )}
        {current + ideal > 0 && <span className={styles.split}>{t('cluster.split', { current, ideal, year })}</span>}
      </div>
      <h3 className={cx(title === '' && styles.unnamed)}>{title === '' ? t('cluster.unnamed') : title}</h3>
      {current + ideal === 0 && !target && <div className={styles.empty}>{t('cluster.empty')}</div>}
    </div>
  )
}
