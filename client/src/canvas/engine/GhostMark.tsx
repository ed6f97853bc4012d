import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/index.ts'
import type { GhostProps } from './records.ts'
import styles from './shapes.module.css'

/** The dashed mark under what is dragged: what letting go would do. */
export function GhostMark({ says, round, slot }: GhostProps) {
  const { t } = useTranslation('canvas')
  return (
    <div
      className={cx(
        styles.ghost,
        round && styles.round,
        slot && styles.piled,
        (says === 'group' || says === 'merge') && styles.ring,
      )}
    >
      {says !== 'none' && <span>{t(`drop.${says}`)}</span>}
    </div>
  )
}
