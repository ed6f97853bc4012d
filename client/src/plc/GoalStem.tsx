import { editGoal } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'
import { formatDay } from '../parts/index.ts'
import { goalStem } from './goal-stem.ts'
import styles from './goal.module.css'
import { useRoom } from './room.ts'

const BLANK = '…'

/** A first sentence made of the team's own words. Offered only while the sentence is empty; nothing is ever overwritten. */
export function GoalStem() {
  const { t, i18n } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  if (!canWrite || view.goal.statement.trim() !== '') return null
  const stem = goalStem(view.goal)
  const sentence = t(`goal.stem.${stem.who}`, {
    end: formatDay(stem.end, i18n.language) || BLANK,
    what: stem.what || BLANK,
    seenIn: stem.seenIn || BLANK,
    interpolation: { escapeValue: false },
  })
  return (
    <div className={styles.stem}>
      <p>
        <strong>{t('goal.stemTitle')}</strong> <span>{t('goal.stemHelp')}</span>
      </p>
      <p className={styles.stemWords}>{sentence}</p>
      <Button onClick={() => editGoal(doc, 'statement', sentence)}>{t('goal.stemUse')}</Button>
    </div>
  )
}
