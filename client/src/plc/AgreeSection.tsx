import { agreementOf } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import styles from './agree.module.css'
import { EarlierRounds } from './EarlierRounds.tsx'
import { MyAnswer } from './MyAnswer.tsx'
import { QuestionCards } from './QuestionCards.tsx'
import { useRoom } from './room.ts'
import { HiddenAnswers, ShownAnswers } from './Together.tsx'
import { Versions } from './Versions.tsx'

/** How fully each member stands behind the goal, and what keeps them from more: asked in private, shown together. */
export function AgreeSection() {
  const { t } = useTranslation('plc')
  const { view, plc, me, stage, canWrite } = useRoom()
  const statement = view.goal.statement.trim()
  const status = agreementOf(stage, plc.id)
  const mayAnswer = canWrite && plc.members.includes(me.id) && statement !== ''
  return (
    <div className={styles.form}>
      <h2 className={styles.title} tabIndex={-1} data-section-title="agree">
        {t('agree.title')}
      </h2>
      {statement === '' ? <p>{t('agree.noGoal')}</p> : <blockquote className={styles.goal}>{statement}</blockquote>}
      {mayAnswer ? <MyAnswer key={status.round} status={status} /> : null}
      {status.shown ? <ShownAnswers status={status} /> : <HiddenAnswers status={status} />}
      <QuestionCards />
      <EarlierRounds status={status} />
      <Versions />
    </div>
  )
}
