import {
  clustersInOrder,
  readBallotLine,
  type BallotQuestion,
  type ClusterId,
  type ClusterView,
  type VoteState,
} from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { facilitatorName } from '../../parts/index.ts'
import { useBoard, useCommand, useMe, useMyVotes, useStage } from '../../session/index.ts'
import { Banner, Button } from '../../ui/index.ts'
import { BallotSettings } from './BallotSettings.tsx'
import { voteBudget, votesPerCluster } from './budget.ts'
import { VoteTile } from './VoteTile.tsx'
import css from './VotePanel.module.css'

/** One's own votes on the clusters. Nobody's totals are shown here, not even to the facilitator. */
export function VotePanel() {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const { view } = useBoard()
  const clusters = clustersInOrder(view)
  const facilitates = useMe().role === 'facilitator'
  const [chosen, setQuestion] = useState<BallotQuestion>(1)
  const two = stage.room.ballot.questions === 2 && stage.vote.state === 'open'
  const question = two ? chosen : 1
  return (
    <div className={css.panel}>
      {facilitates && <BallotSettings />}
      <VoteHead vote={stage.vote} question={question} />
      {two && <Questions chosen={question} onChoose={setQuestion} />}
      {clusters.length === 0 && <p className={css.quiet}>{t('vote.none')}</p>}
      <Tiles clusters={clusters} vote={stage.vote} question={question} />
    </div>
  )
}

function useBallot(vote: VoteState, question: BallotQuestion) {
  const me = useMe()
  const { ballot } = useStage().room
  const lines = useMyVotes().map(readBallotLine)
  const votes = lines.filter((line) => line.question === question).map((line) => line.cluster)
  const heads = me.person?.heads ?? 1
  const budget = vote.state === 'open' ? voteBudget(vote.budget, heads) : 0
  return {
    votes,
    heads,
    budget,
    left: Math.max(0, budget - votes.length),
    perCluster: votesPerCluster(ballot.perCluster, heads, budget),
    ballot,
  }
}

function VoteHead({ vote, question }: { readonly vote: VoteState; readonly question: BallotQuestion }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const me = useMe()
  const { heads, budget, left, ballot } = useBallot(vote, question)
  const facilitator = facilitatorName(stage) ?? t('write.someone')
  if (vote.state === 'closed') {
    const text = me.role === 'facilitator' ? t('vote.closedFacilitator') : t('vote.closedText', { facilitator })
    return (
      <Banner>
        <b>{t('vote.closedTitle')}</b> {text}
      </Banner>
    )
  }
  if (vote.state === 'counted') {
    return (
      <Banner tone="ok">
        <b>{t('vote.countedTitle')}</b> {t('vote.countedText')}
      </Banner>
    )
  }
  return (
    <div className={css.head} role="status">
      <Dots spent={budget - left} budget={budget} />
      <b className={css.left}>{left === 0 ? t('vote.spent') : t('vote.left', { count: left })}</b>
      <span className={css.quiet}>
        {left === 0
          ? t('vote.spentHint')
          : heads > 1
            ? t('vote.table', { heads, budget })
            : t(ballot.perCluster === 'budget' ? 'vote.severalEach' : 'vote.oneEach')}
      </span>
    </div>
  )
}

/** A table's many votes would not fit as dots; the words say how many are left. */
const MOST_DOTS = 12

function Dots({ spent, budget }: { readonly spent: number; readonly budget: number }) {
  if (budget > MOST_DOTS) return null
  return (
    <span className={css.dots} aria-hidden="true">
      {Array.from({ length: budget }, (_, index) => (
        <span key={index} className={css.dot} data-spent={index < spent || undefined} />
      ))}
    </span>
  )
}

interface QuestionsProps {
  readonly chosen: BallotQuestion
  readonly onChoose: (question: BallotQuestion) => void
}

/** Two questions, each with votes of its own; one is answered at a time. */
function Questions({ chosen, onChoose }: QuestionsProps) {
  const { t } = useTranslation('steps')
  return (
    <div className={css.questions} role="group" aria-label={t('vote.questions')}>
      {([1, 2] as const).map((question) => (
        <Button key={question} aria-pressed={question === chosen} onClick={() => onChoose(question)}>
          {`${question}. ${t(`vote.question${question}`)}`}
        </Button>
      ))}
    </div>
  )
}

interface TilesProps {
  readonly clusters: readonly ClusterView[]
  readonly vote: VoteState
  readonly question: BallotQuestion
}

function Tiles({ clusters, vote, question }: TilesProps) {
  const stage = useStage()
  const command = useCommand()
  const { votes, left, perCluster } = useBallot(vote, question)
  const asked = question === 1 ? {} : { question }
  const place = (cluster: ClusterId) => void command({ type: 'vote.place', cluster, ...asked })
  const take = (cluster: ClusterId) => void command({ type: 'vote.take', cluster, ...asked })
  return (
    <ul className={css.tiles}>
      {clusters.map((cluster) => {
        const mine = votes.filter((id) => id === cluster.id).length
        const canPlace = vote.state === 'open' && left > 0 && mine < perCluster
        return (
          <VoteTile
            key={cluster.id}
            cluster={cluster}
            year={stage.targetYear}
            mine={mine}
            several={perCluster > 1}
            onPlace={canPlace ? place : null}
            onTake={vote.state === 'open' && mine > 0 ? take : null}
          />
        )
      })}
    </ul>
  )
}
