import {
  LIMITS,
  participants,
  plcOf,
  revealsBy,
  type BoardView,
  type Horizon,
  type StageView,
  type Step,
} from '@groundswell/shared'
import type { TFunction } from 'i18next'

/** Steps in which each person says when they are done. */
const WITH_DONE: ReadonlySet<Step['kind']> = new Set(['write', 'together', 'group', 'name', 'vote', 'plcs', 'goal', 'plan'])

export const asksDone = (step: Step): boolean => WITH_DONE.has(step.kind)

/** Heads that can say "I'm done": everyone who is here, takes part and does not lead. */
export const doers = (stage: StageView): number => stage.room.here

/** The sides whose desks are published by going to this step. */
export const revealsOn = (to: Step, { agenda, step, writing }: StageView): readonly Horizon[] =>
  revealsBy(to, { agenda, at: step.id, writing })

/** A count before a reveal runs. */
export const isCounting = ({ room: { reveal } }: StageView): boolean => reveal !== null && !reveal.done

/** A vote works best on so many clusters: enough to choose from, few enough to keep in mind. */
const BALLOT = { least: 5, most: 9 } as const

/** What to say before a vote on too few or too many clusters; empty where their number suits. Those without notes do not count. */
export function clusterCountWords(t: TFunction<'steps'>, { clusters }: BoardView): string {
  const count = [...clusters.values()].filter(({ notes }) => notes.length > 0).length
  if (count < BALLOT.least) return t('footer.fewClusters', { count })
  return count > BALLOT.most ? t('footer.manyClusters', { count }) : ''
}

/** Where "next" and "back" lead: the nearest step on that side that is not skipped. */
export function neighbour(stage: StageView, side: 'before' | 'after'): Step | undefined {
  const open = (step: Step) => !stage.room.skipped.includes(step.id)
  return side === 'after'
    ? stage.agenda.slice(stage.stepIndex + 1).find(open)
    : stage.agenda.slice(0, stage.stepIndex).findLast(open)
}

/** Clusters that are no theme and of which nobody has said what becomes of them. */
export function homelessIn({ themes, homes }: StageView, { clusters, merged }: BoardView): number {
  const placed = new Set([...themes, ...homes].map(({ cluster }) => merged.get(cluster) ?? cluster))
  return [...clusters.keys()].filter((id) => !placed.has(id)).length
}

/** What the room still has to do in this step, in words; empty where nothing can be counted. */
function taskWords(t: TFunction<'steps'>, stage: StageView, board: BoardView): string {
  switch (stage.step.kind) {
    case 'group':
      if (board.notes.size === 0) return t('footer.noNotes')
      return board.loose.length === 0 ? t('footer.allPlaced') : t('footer.loose', { count: board.loose.length })
    case 'name': {
      if (board.clusters.size === 0) return t('footer.noClusters')
      const untitled = [...board.clusters.values()].filter((cluster) => cluster.title.trim() === '').length
      return untitled === 0 ? t('footer.allNamed') : t('footer.untitled', { count: untitled })
    }
    case 'vote':
      return stage.vote.state === 'open' ? t('footer.turnout', { turnout: stage.vote.turnout, voters: stage.vote.voters }) : ''
    case 'choose': {
      const chosen = t('footer.themes', { count: stage.themes.length, total: LIMITS.themes })
      const homeless = stage.themes.length < LIMITS.themes ? 0 : homelessIn(stage, board)
      return homeless === 0 ? chosen : `${chosen} · ${t('footer.homeless', { count: homeless })}`
    }
    case 'plcs': {
      const free = participants(stage).filter(
        (person) => person.role === 'participant' && plcOf(stage, person.id) === null,
      ).length
      return free === 0 ? t('footer.everyoneAssigned') : t('footer.unassigned', { count: free })
    }
    default:
      return ''
  }
}

/** "31 notes not in a cluster · 41 of 46 are done". */
export function footerWords(t: TFunction<'steps'>, stage: StageView, board: BoardView): string {
  const total = doers(stage)
  const done = asksDone(stage.step) && total > 0 ? t('footer.doneCount', { done: Math.min(stage.done, total), total }) : ''
  return [taskWords(t, stage, board), done].filter(Boolean).join(' · ')
}
