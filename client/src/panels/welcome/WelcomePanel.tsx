import { participants, type StageView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../parts/index.ts'
import { useStage } from '../../session/index.ts'
import { Avatar } from '../../ui/index.ts'
import css from './WelcomePanel.module.css'

/** What a cohort agrees on where its facilitator has not set norms of their own. */
const USUAL_NORMS = ['norm1', 'norm2', 'norm3', 'norm4'] as const

/** Before the first note: why we are here, how we work, what is promised about names, and who is here. */
export function WelcomePanel() {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const norms = stage.norms.length > 0 ? stage.norms : USUAL_NORMS.map((norm) => t(`welcome.${norm}`))
  return (
    <div className={css.panel}>
      <section className={css.purpose}>
        <h2>{stage.title}</h2>
        {stage.district !== '' && <p className={css.district}>{stage.district}</p>}
        <p>{t('welcome.purpose', { year: stage.targetYear })}</p>
      </section>
      <Questions stage={stage} />
      <div className={css.columns}>
        <section>
          <h3>{t('welcome.normsTitle')}</h3>
          <ul className={css.norms}>
            {norms.map((norm) => (
              <li key={norm}>{norm}</li>
            ))}
            <li className={css.strong}>{t('welcome.noStudentNames')}</li>
          </ul>
          <h3>{t('welcome.namingTitle')}</h3>
          <p>{t(`welcome.${stage.naming}`)}</p>
        </section>
        <Here stage={stage} />
      </div>
    </div>
  )
}

function Questions({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('steps')
  const words = useWords(stage)
  return (
    <section aria-label={t('welcome.questionsTitle')} className={css.questions}>
      <div className={css.today}>
        <span className={css.when}>{words.horizon('current')}</span>
        <p className={css.question}>{stage.questions.current}</p>
      </div>
      <div className={css.ideal}>
        <span className={css.when}>{words.horizon('ideal')}</span>
        <p className={css.question}>{stage.questions.ideal}</p>
      </div>
    </section>
  )
}

function Here({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('steps')
  const words = useWords(stage)
  const people = participants(stage)
  return (
    <section>
      <h3>
        {t('welcome.hereTitle')} <span className={css.count}>{people.length}</span>
      </h3>
      {people.length < 2 && <p className={css.quiet}>{t('welcome.waiting')}</p>}
      <ul className={css.people}>
        {people.map((person) => (
          <li key={person.id}>
            <Avatar name={person.name} />
            <span>
              <b>{person.name}</b>
              <span className={css.quiet}>{words.jobRole(person.jobRole)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
