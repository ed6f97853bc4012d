import { allows, LIMITS, ok, type ClusterId, type ClusterTally, type CommandType, type Result } from '@groundswell/shared'
import { stepOf, type Vote, type VoteFacts } from '../session/facts.ts'
import { turnoutOf, validVotes } from '../session/votes.ts'
import { facilitatorsOnly, notInThisStep, refuse, type Fault } from '../session/fault.ts'
import { done, withFacts, type Handlers, type Outcome, type Scene } from './scene.ts'

const notOpen = refuse('not_now', 'The vote is not open.')

export const voteCommands: Handlers<'vote.open' | 'vote.close' | 'vote.place' | 'vote.take'> = {
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
    return done('vote.close', { facts: withFacts(scene, { vote: countVotes(scene) }) })
  },

  'vote.place': (scene, { cluster }) => {
    if (scene.session.facts.vote.state !== 'open') return notOpen
    if (!scene.board.clusters.has(cluster)) return refuse('not_found', 'There is no such cluster.')
    const mine = scene.votes.mine(scene.session.id, scene.actor.id)
    const overspent = overBudget(scene.actor.heads, mine, cluster)
    if (overspent !== null) return overspent
    scene.votes.place(scene.session.id, { person: scene.actor.id, cluster })
    return mineNow(scene, 'vote.place')
  },

  'vote.take': (scene, { cluster }) => {
    if (scene.session.facts.vote.state !== 'open') return notOpen
    scene.votes.take(scene.session.id, { person: scene.actor.id, cluster })
    return mineNow(scene, 'vote.take')
  },
}

/** Three votes a head; on one cluster no more than one a head. */
function overBudget(heads: number, mine: readonly ClusterId[], cluster: ClusterId) {
  if (mine.length >= LIMITS.votesPerHead * heads) return refuse('over_budget', 'All votes are spent.')
  const here = mine.filter((voted) => voted === cluster).length
  return here >= heads ? refuse('over_budget', 'This cluster has all the votes you can give it.') : null
}

const mineNow = (scene: Scene, type: Extract<CommandType, 'vote.place' | 'vote.take'>): Result<Outcome, Fault> => {
  const mine = scene.votes.mine(scene.session.id, scene.actor.id)
  return ok({ answer: { ok: true, type, mine } })
}

/** The vote closed: totals of everyone who still takes part. A vote that is not open stays as it is. */
export function countVotes({ session, votes, board }: Scene): VoteFacts {
  const { vote } = session.facts
  if (vote.state !== 'open') return vote
  const valid = validVotes(session, votes.all(session.id))
  return { state: 'counted', voters: turnoutOf(valid), tally: tallyOf(valid, board.merged), reopened: vote.reopened }
}

/** Totals, most first; votes on a cluster that was merged away count where its notes are now. */
function tallyOf(votes: readonly Vote[], merged: ReadonlyMap<ClusterId, ClusterId>): readonly ClusterTally[] {
  const totals = new Map<ClusterId, number>()
  for (const { cluster } of votes) {
    const home = merged.get(cluster) ?? cluster
    totals.set(home, (totals.get(home) ?? 0) + 1)
  }
  return [...totals]
    .map(([cluster, count]) => ({ cluster, votes: count }))
    .sort((a, b) => b.votes - a.votes || (a.cluster < b.cluster ? -1 : 1))
}
