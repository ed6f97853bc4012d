import type { Goal, GoalField, GoalList } from '@groundswell/shared'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { GoalLines } from './GoalLines.tsx'
import { GoalText } from './GoalText.tsx'
import styles from './goal.module.css'
import { useRoom } from './room.ts'

const FIELDS: readonly GoalField[] = ['inclusive', 'equitable', 'stopDoing']
const LISTS: readonly GoalList[] = ['successCriteria', 'evidence', 'resources', 'risks']

const filledIn = (goal: Goal): number =>
  FIELDS.filter((field) => goal[field].trim() !== '').length + LISTS.filter((list) => goal.lists[list].length > 0).length

/** Everything that can wait for the second round, folded away but saying how much is there. */
export function GoalMore() {
  const { t } = useTranslation('plc')
  const { view } = useRoom()
  const count = filledIn(view.goal)
  return (
    <details className={styles.more}>
      <summary>
        <ChevronRight aria-hidden />
        <span>
          <strong>{t('goal.more')}</strong>
          <small>{count > 0 ? t('goal.filled', { count }) : t('goal.moreHelp')}</small>
        </span>
      </summary>
      <div className={styles.moreBody}>
        <GoalLines list="successCriteria" />
        <GoalText field="inclusive" />
        <GoalText field="equitable" />
        <GoalLines list="evidence" />
        <GoalLines list="resources" />
        <GoalLines list="risks" />
        <GoalText field="stopDoing" />
      </div>
    </details>
  )
}
