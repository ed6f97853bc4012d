import type { NoteId, PersonId, PlcId } from '../ids.ts'
import type { ActionStep, Indicator, Note, Person, Plc, QuestionCard, QuestionState, Theme } from '../records.ts'
import type { BoardView, ClusterView } from './board.ts'
import type { PlcView } from './plc.ts'
import { questionState, type StageView } from './stage.ts'
import { themeNews, themeOf, type ThemeNews } from './theme-news.ts'

/** What a theme stands on: its cluster and the very notes people wrote, today's facing the ideal ones. */
export interface ThemeSource {
  readonly theme: Theme
  readonly cluster: ClusterView | null
  readonly current: readonly Note[]
  readonly ideal: readonly Note[]
  /** Null while nothing has been counted. */
  readonly votes: number | null
}

/** Reads a theme back to its notes. One whose cluster was dissolved still leads to the notes it had, wherever they are now. */
export function themeSource(theme: Theme, board: BoardView, stage: StageView): ThemeSource {
  const cluster = board.clusters.get(theme.cluster) ?? mergedHome(theme, board)
  const notes = cluster?.notes ?? notesOnceIn(theme, board)
  const tally = stage.vote.state === 'counted' ? stage.vote.tally : null
  return {
    theme,
    cluster,
    current: notes.filter((note) => note.horizon === 'current'),
    ideal: notes.filter((note) => note.horizon === 'ideal'),
    votes: tally === null ? null : (tally.find((row) => row.cluster === theme.cluster)?.votes ?? 0),
  }
}

/** A theme's cluster may have been merged into another since: then the theme stands on that one's notes. */
const mergedHome = (theme: Theme, board: BoardView): ClusterView | null => {
  const id = board.merged.get(theme.cluster)
  return id === undefined ? null : (board.clusters.get(id) ?? null)
}

const notesOnceIn = (theme: Theme, board: BoardView): readonly Note[] =>
  (board.dissolved.get(theme.cluster) ?? [])
    .map((id) => board.notes.get(id))
    .filter((note) => note !== undefined)
    .filter((note) => !note.aside)

/** A member of a PLC and what they carry. `steps` empty is what the room points out. */
export interface MemberPart {
  readonly person: Person
  readonly steps: readonly ActionStep[]
}

export interface IndicatorRollUp {
  readonly indicator: Indicator
  readonly steps: readonly ActionStep[]
}

/** The plan of one PLC, derived and never stored: from the notes to each person's steps. */
export interface PlcPlan {
  readonly plc: Plc
  readonly source: ThemeSource | null
  /** What happened to the theme since the PLC took it. */
  readonly news: readonly ThemeNews[]
  readonly view: PlcView
  readonly members: readonly MemberPart[]
  readonly indicators: readonly IndicatorRollUp[]
  /** Steps whose indicator is still missing; those that feed none on purpose are not among them. */
  readonly unlinked: readonly ActionStep[]
  /** Notes quoted into the goal that still exist. */
  readonly quotes: readonly Note[]
}

const personOf = (stage: StageView, id: PersonId): Person =>
  stage.people.find((person) => person.id === id) ?? {
    id,
    name: '',
    jobRole: 'other',
    role: 'participant',
    device: 'person',
    heads: 1,
    removed: true,
  }

/** Puts the thread together for one PLC. */
export function plcPlan(plc: Plc, stage: StageView, board: BoardView, view: PlcView): PlcPlan {
  const theme = themeOf(plc, stage, view)
  const owners = [...new Set([...plc.members, ...view.steps.map((step) => step.owner)])]
  return {
    plc,
    view,
    source: theme === undefined ? null : themeSource(theme, board, stage),
    news: themeNews(plc, stage, board, view),
    members: owners.map((id) => ({ person: personOf(stage, id), steps: view.steps.filter((step) => step.owner === id) })),
    indicators: view.goal.indicators.map((indicator) => ({
      indicator,
      steps: view.steps.filter((step) => step.indicator === indicator.id),
    })),
    unlinked: view.steps.filter((step) => step.indicator === null && !step.loose),
    quotes: view.goal.quotes.map((id) => board.notes.get(id)).filter((note) => note !== undefined),
  }
}

/** What became of a note: its cluster, the theme that was made of it, and the PLCs that took it. */
export interface NoteFate {
  readonly cluster: ClusterView | null
  readonly themes: readonly Theme[]
  readonly plcs: readonly Plc[]
}

export function noteFate(id: NoteId, stage: StageView, board: BoardView): NoteFate {
  const home = board.notes.get(id)?.place[0] ?? null
  const cluster = home === null ? null : (board.clusters.get(home) ?? null)
  const stood = (theme: Theme): boolean => board.dissolved.get(theme.cluster)?.includes(id) === true
  const themes = stage.themes.filter(
    (theme) => stood(theme) || (cluster !== null && (board.merged.get(theme.cluster) ?? theme.cluster) === cluster.id),
  )
  const plcs = stage.plcs.filter((plc) => themes.some((theme) => theme.id === plc.theme))
  return { cluster, themes, plcs }
}

/** A coach's question in one PLC, with the answer so far; empty while nothing is written. */
export interface PlcQuestion {
  readonly card: QuestionCard
  readonly state: QuestionState
  readonly answer: string
}

/** The questions that were sent to a PLC, in the order of asking, withdrawn ones not among them (SPEC K2). */
export const questionsTo = (
  plc: PlcId,
  stage: Pick<StageView, 'questionCards'>,
  view: Pick<PlcView, 'replies'>,
): readonly PlcQuestion[] =>
  stage.questionCards.flatMap((card) => {
    const state = questionState(card, plc)
    const answer = view.replies.find((reply) => reply.question === card.id)?.text ?? ''
    return state === null ? [] : [{ card, state, answer }]
  })
