import type { StageView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../ui/index.ts'
import css from './DisplayPage.module.css'

/** How many have voted and nothing else: earlier totals would lead the later voters. */
export function VoteWall({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('display')
  const { vote } = stage
  if (vote.state === 'closed') return <p className={css.empty}>{t('voteClosed')}</p>
  if (vote.state === 'counted') return <p className={css.empty}>{t('voteCounted')}</p>
  return (
    <div className={css.body}>
      <p className={css.turnout}>
        <b>{t('voted', { turnout: vote.turnout, voters: vote.voters })}</b> <span>{t('votedLabel')}</span>
      </p>
      <div className={css.bar}>
        <ProgressBar value={vote.turnout} max={vote.voters} label={t('votedLabel')} />
      </div>
      <p className={css.label}>{t('voteHidden')}</p>
    </div>
  )
}
