import type { Language } from '../api.ts'
import type { StepId, ThemeId } from '../ids.ts'
import type {
  Agreement,
  AgreementRound,
  CheckIn,
  ClusterHome,
  Goal,
  GoalDraft,
  GoalVersion,
  Horizon,
  MyPlan,
  Naming,
  Note,
  PdsaEntry,
  Person,
  Plc,
  QuestionCard,
  Reading,
  Reply,
  SchoolBreak,
  StepMark,
  Theme,
  VoteState,
  ActionStep,
} from '../records.ts'
import type { NoteReactions } from '../reactions.ts'
import type { RawCluster } from '../stored-board.ts'
import type { WritingCount } from '../selectors/stage.ts'
import type { Step } from '../steps.ts'
import type { Json } from './check.ts'

/** The name and the version every session file carries; a reader of version 1 refuses any other. */
export const FILE_FORMAT = 'groundswell-session'
export const FILE_VERSION = 1

/**
 * How much of each thing a file may hold. Texts that several people type in may have grown past what one person can
 * type, by merging; a file that we wrote must be readable again, so `text` is far above it and the writer cuts there.
 */
export const FILE_LIMITS = {
  notes: 5_000,
  clusters: 500,
  ink: 4_000,
  inkKeys: 60,
  inkId: 120,
  people: 300,
  themes: 12,
  plcs: 60,
  steps: 60,
  norms: 30,
  questions: 2_000,
  /** Indicators, list lines, action steps, readings and the like, of one PLC, each. */
  perPlc: 1_000,
  quotes: 5_000,
  text: 10_000,
  short: 500,
} as const

/** The facts of a session, without its code, links, timer and running vote. */
export interface SessionFacts {
  readonly title: string
  readonly district: string
  readonly targetYear: number
  readonly questions: { readonly current: string; readonly ideal: string }
  readonly naming: Naming
  readonly language: Language
  readonly norms: readonly string[]
  readonly agenda: readonly Step[]
  readonly step: StepId
  readonly writing: Readonly<Record<Horizon, WritingCount>>
  /** What becomes of clusters that are no themes. */
  readonly homes: readonly ClusterHome[]
  readonly vote: Exclude<VoteState, { readonly state: 'open' }>
  /** How many people were simulated: 0 in a session of real ones. */
  readonly rehearsal: number
}

/** A drawing: the fields of one tldraw record as they were stored. */
export interface InkRecord {
  readonly id: string
  readonly fields: Readonly<Record<string, Json>>
}

/** A PLC with all it has made. */
export interface PlcFile extends Plc {
  /** Its order of the themes, the first choice first; empty before it ranks. */
  readonly ranking: readonly ThemeId[]
  readonly goal: Goal
  readonly plans: readonly MyPlan[]
  readonly steps: readonly ActionStep[]
  readonly agreement: readonly Agreement[]
  readonly rounds: readonly AgreementRound[]
  readonly versions: readonly GoalVersion[]
  readonly replies: readonly Reply[]
  readonly checkIns: readonly CheckIn[]
  readonly readings: readonly Reading[]
  readonly pdsa: readonly PdsaEntry[]
  readonly marks: readonly StepMark[]
  readonly breaks: readonly SchoolBreak[]
  readonly drafts: readonly GoalDraft[]
}

/**
 * A whole session as one JSON value: complete, and readable again (SPEC X1). It holds every link of the thread; it
 * never holds a desk, a coach's notes, who voted for what, or a secret, and no author where no names were promised.
 */
export interface SessionFile {
  readonly format: typeof FILE_FORMAT
  readonly version: typeof FILE_VERSION
  readonly session: SessionFacts
  readonly people: readonly Person[]
  readonly notes: readonly Note[]
  /** As stored: merged and dissolved ones too, so that a merge can still be taken back. */
  readonly clusters: readonly RawCluster[]
  readonly ink: readonly InkRecord[]
  readonly inkMeta: Readonly<Record<string, Json>>
  readonly themes: readonly Theme[]
  readonly plcs: readonly PlcFile[]
  readonly questionCards: readonly QuestionCard[]
  /** How many reacted to which note; never who. */
  readonly reactions: readonly NoteReactions[]
}
