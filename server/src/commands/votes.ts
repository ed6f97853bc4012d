import {
  allows,
  ballotLine,
  LIMITS,
  ok,
  readBallotLine,
  type Ballot,
  type BallotQuestion,
  type ClusterId,
  type ClusterTally,
  type CommandType,
  type Result,
} from '@groundswell/shared'
import { stepOf, type SessionFacts, type Vote, type VoteFacts } from '../session/facts.ts'
import { turnoutOf, validVotes } from '../session/votes.ts'
import { facilitatorsOnly, notInThisStep, refuse, type Fault } from '../session/fault.ts'
import { done, withFacts, withRoom, type Handlers, type Outcome, type Scene } from './scene.ts'

const notOpen = refuse('not_now', 'The vote is not open.')

export const voteCommands: Handlers<'vote.set' | 'vote.open' | 'vote.close' | 'vote.place' | 'vote.take' | 'vote.hands'> = {
  'vote.set': (scene, { ballot }) => {
    if (!scene.facilitates) return facilitatorsOnly
    // Rules that change under a running vote would leave some with votes that others cannot cast.
    const running = scene.session.facts.vote.state === 'open' && scene.votes.all(scene.session.id).length > 0
    if (running) return refuse('not_now', 'Someone has voted already.')
    return done('vote.set', { facts: withRoom(scene, { ballot }) })
  },

  'vote.open': (scene) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { vote } = scene.session.facts
    if (!allows(stepOf(scene.session.facts)).vote) return notInThisStep
    if (vote.state === 'open') return done('vote.open')
    const reopened = vote.state === 'counted' ? vote.reopened + 1 : 0
    return done('vote.open', { facts: withFacts(scene, { vote: { state: 'open', reopened } }) })
  },

  'vote.close': (scene) => {
    if (!scene.facilitates) return facilitatorsOnly
    return done('vote.close', { facts: withCount(scene) })
  },

  'vote.place': (scene, { cluster, question = 1 }) => {
    if (scene.session.facts.vote.state !== 'open') return notOpen
    if (!scene.board.clusters.has(cluster)) return refuse('not_found', 'There is no such cluster.')
    const mine = scene.votes.mine(scene.session.id, scene.actor.id)
    const { ballot } = scene.session.facts.room
    if (question > ballot.questions) return refuse('not_now', 'This vote has one question.')
    const overspent = overBudget(scene.actor.heads, ballot, mine, { cluster, question })
    if (overspent !== null) return overspent
    scene.votes.place(scene.session.id, { person: scene.actor.id, cluster: ballotLine(cluster, question) })
    return mineNow(scene, 'vote.place')
  },

  'vote.take': (scene, { cluster, question = 1 }) => {
    if (scene.session.facts.vote.state !== 'open') return notOpen
    scene.votes.take(scene.session.id, { person: scene.actor.id, cluster: ballotLine(cluster, question) })
    return mineNow(scene, 'vote.take')
  },

  'vote.hands': (scene, { cluster, count }) => {
    if (!scene.facilitates) return facilitatorsOnly
    // Numbers called out while others still vote would lead them.
    if (scene.session.facts.vote.state !== 'counted') return refuse('not_now', 'Close the vote first.')
    if (!scene.board.clusters.has(cluster)) return refuse('not_found', 'There is no such cluster.')
    const others = scene.session.facts.room.hands.filter((row) => row.cluster !== cluster)
    const hands = count === 0 ? others : [...others, { cluster, votes: count }]
    return done('vote.hands', { facts: withRoom(scene, { hands }) })
  },
}

interface Choice {
  readonly cluster: ClusterId
  readonly question: BallotQuestion
}

/** Three votes a head and question; on one cluster one a head, or as many as there are, as the ballot says. */
function overBudget(heads: number, { perCluster }: Ballot, mine: readonly ClusterId[], { cluster, question }: Choice) {
  const spent = mine.map(readBallotLine).filter((vote) => vote.question === question)
  if (spent.length >= LIMITS.votesPerHead * heads) return refuse('over_budget', 'All votes are spent.')
  const here = spent.filter((vote) => vote.cluster === cluster).length
  return perCluster === 'one' && here >= heads ? refuse('over_budget', 'This cluster has all the votes you can give it.') : null
}

const mineNow = (scene: Scene, type: Extract<CommandType, 'vote.place' | 'vote.take'>): Result<Outcome, Fault> => {
  const mine = scene.votes.mine(scene.session.id, scene.actor.id)
  return ok({ answer: { ok: true, type, mine } })
}

/** What counting depends on. */
export type Counted = Pick<Scene, 'session' | 'votes' | 'board'>

/** The facts with the vote closed: totals of everyone who still takes part. A vote that is not open stays as it is. */
export function withCount(scene: Counted): SessionFacts {
  const { session, votes, board } = scene
  const { vote } = session.facts
  if (vote.state !== 'open') return session.facts
  const valid = validVotes(session, votes.all(session.id))
  const tally = (question: BallotQuestion) =>
    tallyOf(
      valid.map(({ cluster }) => readBallotLine(cluster)).filter((line) => line.question === question),
      board.merged,
    )
  const counted: VoteFacts = { state: 'counted', voters: turnoutOf(valid), tally: tally(1), reopened: vote.reopened }
  return { ...withRoom(scene, { second: tally(2) }), vote: counted }
}

/** Totals, most first; votes on a cluster that was merged away count where its notes are now. */
function tallyOf(votes: readonly Pick<Vote, 'cluster'>[], merged: ReadonlyMap<ClusterId, ClusterId>): readonly ClusterTally[] {
  const totals = new Map<ClusterId, number>()
  for (const { cluster } of votes) {
    const home = merged.get(cluster) ?? cluster
    totals.set(home, (totals.get(home) ?? 0) + 1)
  }
  return [...totals]
    .map(([cluster, count]) => ({ cluster, votes: count }))
    .sort((a, b) => b.votes - a.votes || (a.cluster < b.cluster ? -1 : 1))
}
