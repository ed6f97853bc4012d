import { useTranslation } from 'react-i18next'
import { GoalDates } from './GoalDates.tsx'
import { GoalDrafts } from './GoalDrafts.tsx'
import { GoalMore } from './GoalMore.tsx'
import { GoalStem } from './GoalStem.tsx'
import { GoalText } from './GoalText.tsx'
import styles from './goal.module.css'
import { Indicators } from './Indicators.tsx'
import { Quotes } from './Quotes.tsx'
import { QuestionCards } from './QuestionCards.tsx'
import { useRoom } from './room.ts'
import { SelfCheck } from './SelfCheck.tsx'
import { ThemeNews } from './ThemeNews.tsx'
import { useHints } from './use-hint.ts'

/** The goal in the order of an hour's talk: students, adults, one sentence, why, theory, measures; the rest is folded. */
export function GoalSection() {
  const { t } = useTranslation('plc')
  const { view, canWrite } = useRoom()
  return (
    <div className={styles.form}>
      <h2 className={styles.title} tabIndex={-1} data-section-title="goal">
        {t('goal.title')}
      </h2>
      <ThemeNews />
      <QuestionCards />
      {canWrite && view.goal.theme === null ? <p className={styles.note}>{t('goal.pickTheme')}</p> : null}
      <GoalDrafts />
      <GoalText field="studentOutcome" />
      <GoalText field="teacherAction" />
      <Statement />
      <Quotes />
      <GoalText field="whyItMatters" hints={useHints('whyItMatters')} />
      <GoalText field="studentsReached" />
      <Theory />
      <GoalDates />
      <Indicators />
      <GoalMore />
      <SelfCheck />
    </div>
  )
}

function Statement() {
  return (
    <div className={styles.statement}>
      <GoalText field="statement" size="large" hints={useHints('statement')}>
        <GoalStem />
      </GoalText>
    </div>
  )
}

function Theory() {
  const { t } = useTranslation('plc')
  return (
    <fieldset className={styles.theory}>
      <legend>{t('goal.theory')}</legend>
      <p className={styles.help}>{t('goal.theoryHelp')}</p>
      <GoalText field="theoryIf" />
      <GoalText field="theoryThen" />
      <GoalText field="theorySoThat" />
    </fieldset>
  )
}
