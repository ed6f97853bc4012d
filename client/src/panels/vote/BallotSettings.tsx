import type { Ballot } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useCommand, useStage } from '../../session/index.ts'
import { Checkbox } from '../../ui/index.ts'
import css from './VotePanel.module.css'

/** How the vote is asked: for the facilitator, and only until the first vote is cast. */
export function BallotSettings() {
  const { t } = useTranslation('steps')
  const { room, vote } = useStage()
  const command = useCommand()
  if (vote.state === 'open' && vote.turnout > 0) return null
  const set = (change: Partial<Ballot>) => void command({ type: 'vote.set', ballot: { ...room.ballot, ...change } })
  return (
    <fieldset className={css.settings}>
      <legend>{t('vote.settings')}</legend>
      <Checkbox
        label={t('vote.askTwo', { first: t('vote.question1'), second: t('vote.question2') })}
        checked={room.ballot.questions === 2}
        onChange={(two) => set({ questions: two ? 2 : 1 })}
      />
      <Checkbox
        label={t('vote.allOnOne')}
        checked={room.ballot.perCluster === 'budget'}
        onChange={(all) => set({ perCluster: all ? 'budget' : 'one' })}
      />
    </fieldset>
  )
}
