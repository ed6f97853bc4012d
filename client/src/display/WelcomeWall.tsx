import { HORIZONS, participants, type StageView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useWords } from '../parts/index.ts'
import css from './DisplayPage.module.css'

/** The two questions side by side, and how many are here. */
export function WelcomeWall({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('display')
  const words = useWords(stage)
  return (
    <div className={css.body}>
      <div className={css.questions}>
        {HORIZONS.map((horizon) => (
          <div key={horizon} className={css.question} data-horizon={horizon}>
            <p className={css.label}>{words.horizon(horizon)}</p>
            <p>{stage.questions[horizon]}</p>
          </div>
        ))}
      </div>
      <p className={css.label}>{t('here', { count: participants(stage).length })}</p>
    </div>
  )
}
