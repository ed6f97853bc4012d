import type { ActionStepId, ClusterId, IndicatorId, ItemId, NoteId, PersonId, PlcId, ThemeId } from './ids.ts'

/** The two sides of the board: today, and three years out. */
export type Horizon = 'current' | 'ideal'
export const HORIZONS = ['current', 'ideal'] as const satisfies readonly Horizon[]

/** What a theme is about first of all. */
export type FocusType = 'student_outcome' | 'teacher_action'
export const FOCUS_TYPES = ['student_outcome', 'teacher_action'] as const satisfies readonly FocusType[]

/** What a person may do in the session. */
export type SessionRole = 'facilitator' | 'participant' | 'display'

/** What a person does in the district. Data, not a label: handoffs between roles are the point. */
export const JOB_ROLES = ['technology_coach', 'building_leader', 'support_specialist', 'trainer', 'teacher', 'other'] as const
export type JobRole = (typeof JOB_ROLES)[number]

/** What a device stands for: one person, a table of several heads, or a shared screen. */
export type DeviceKind = 'person' | 'table' | 'display'

/** Named: authors are shown after the reveal. No names: no device, log or export can trace a note. */
export type Naming = 'named' | 'no_names'

/** Where a note lies: in which cluster (null is none) and at which point, relative to that cluster's origin. */
export type Place = readonly [cluster: ClusterId | null, x: number, y: number]

export interface Note {
  readonly id: NoteId
  readonly horizon: Horizon
  readonly text: string
  readonly place: Place
  /** Null where no name was promised. */
  readonly author: PersonId | null
  /** Who of a table wrote it: up to four letters; empty elsewhere, and where no name was promised. */
  readonly initials: string
  /** 1 for the first writing round, 2 for notes added after the reveal. */
  readonly round: number
  readonly late: boolean
  readonly aside: boolean
}

export interface Cluster {
  readonly id: ClusterId
  readonly title: string
  readonly focus: FocusType | null
  /** Top left corner on the board, in board units (1 unit is 1 px at zoom 1). */
  readonly x: number
  readonly y: number
}

/** A private note on a person's desk while a writing step runs. */
export interface DeskNote {
  readonly id: NoteId
  readonly horizon: Horizon
  readonly text: string
  /** Who of a table wrote it; empty elsewhere. */
  readonly initials: string
  /** The words under which it was published before; null while it never was. */
  readonly published: string | null
  /** A facilitator set it aside before the reveal: it stays here until its writer adds it. */
  readonly held: boolean
  /** The order of writing on this desk, starting at 1. */
  readonly order: number
}

/** A note on the board that is one's own, as one's desk remembers it. Nobody else's device can tell. */
export interface OwnNote {
  readonly note: NoteId
  /** The server's seal on it: without a true one the entry is only somebody's word. */
  readonly seal: string
  /** The words that its writer took back; null while the note is on the board. */
  readonly withdrawn: string | null
}

export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly jobRole: JobRole
  readonly role: SessionRole
  readonly device: DeviceKind
  /** How many people use this device: 1, or more at a table. */
  readonly heads: number
  readonly removed: boolean
}

export interface Theme {
  readonly id: ThemeId
  readonly cluster: ClusterId
  readonly title: string
  readonly focus: FocusType
  /** What students will know, do or feel; may be empty. */
  readonly studentOutcome: string
  /** What adults will do; may be empty. */
  readonly teacherAction: string
  readonly order: number
}

export interface Plc {
  readonly id: PlcId
  readonly name: string
  readonly members: readonly PersonId[]
  readonly theme: ThemeId | null
  readonly order: number
}

export interface Timer {
  /** Server clock, milliseconds since 1970; null while paused. */
  readonly endsAt: number | null
  /** Milliseconds left when paused; null while running. */
  readonly remaining: number | null
  /** Full length in milliseconds, for the bar. */
  readonly length: number
}

export interface ClusterTally {
  readonly cluster: ClusterId
  readonly votes: number
}

export type VoteState =
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly budget: number; readonly turnout: number; readonly voters: number }
  | { readonly state: 'counted'; readonly voters: number; readonly tally: readonly ClusterTally[]; readonly reopened: number }

export type IndicatorKind = 'leading' | 'lagging'
export type BaselineStatus = 'known' | 'to_collect'

export interface Indicator {
  readonly id: IndicatorId
  readonly kind: IndicatorKind
  readonly measures: FocusType
  readonly text: string
  readonly unit: string
  readonly baseline: string
  readonly baselineStatus: BaselineStatus
  readonly baselineSource: string
  /** ISO date (yyyy-mm-dd) of the baseline, or by which it is collected; empty when unset. */
  readonly baselineDate: string
  readonly target: string
  /** ISO date, or empty. */
  readonly targetDate: string
  readonly order: number
}

/** The goal's text fields, by the field's standard names. Each is a Y.Text that several people may type in. */
export const GOAL_FIELDS = [
  'statement',
  'studentOutcome',
  'teacherAction',
  'whyItMatters',
  'studentsReached',
  'theoryIf',
  'theoryThen',
  'theorySoThat',
  'inclusive',
  'equitable',
  'stopDoing',
] as const
export type GoalField = (typeof GOAL_FIELDS)[number]

/** The goal's lists: short lines, one idea each. */
export const GOAL_LISTS = ['successCriteria', 'resources', 'risks', 'evidence'] as const
export type GoalList = (typeof GOAL_LISTS)[number]

export interface ListItem {
  readonly id: ItemId
  readonly text: string
  readonly order: number
}

export interface Goal extends Readonly<Record<GoalField, string>> {
  /** The theme this goal was promoted from; null before that. */
  readonly theme: ThemeId | null
  readonly start: string
  readonly end: string
  readonly indicators: readonly Indicator[]
  readonly lists: Readonly<Record<GoalList, readonly ListItem[]>>
  /** Notes quoted into the goal; they stay linked. */
  readonly quotes: readonly NoteId[]
}

export const PLAN_FIELDS = ['growthFocus', 'contribution', 'strength', 'supportNeeded'] as const
export type PlanField = (typeof PLAN_FIELDS)[number]

export interface MyPlan extends Readonly<Record<PlanField, string>> {
  readonly person: PersonId
}

/** `changed` moved to another date or shape; `stuck` waits for help; `dropped` was given up, and that is respectable. */
export const STEP_STATUSES = ['not_started', 'in_progress', 'done', 'changed', 'stuck', 'dropped'] as const
export type StepStatus = (typeof STEP_STATUSES)[number]

export interface ActionStep {
  readonly id: ActionStepId
  readonly owner: PersonId
  readonly text: string
  /** The indicator this step feeds; null where it feeds none. */
  readonly indicator: IndicatorId | null
  /** Feeds none on purpose. False without an indicator is a link that is still missing. */
  readonly loose: boolean
  readonly start: string
  readonly due: string
  readonly evidence: string
  readonly ifThen: string
  readonly supportFrom: readonly PersonId[]
  readonly dependsOn: readonly ActionStepId[]
  readonly status: StepStatus
  /** A word on how it stands, in a line; from the last check-in. */
  readonly word: string
  readonly order: number
}

/** How a step stood on one day, in its owner's word: what a check-in found. The step itself holds the last one. */
export interface StepMark {
  readonly id: ItemId
  readonly step: ActionStepId
  /** ISO date; empty for how it stood before anything was dated. */
  readonly date: string
  readonly status: StepStatus
  readonly word: string
}

/** Days without school, from the first to the last, both included (ISO dates). */
export interface SchoolBreak {
  readonly id: ItemId
  readonly from: string
  readonly to: string
  readonly name: string
}

export const DRAFT_STATES = ['ready', 'shared', 'passed'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** One member's own goal sentence: written in silence, then shared in turn. `ready` says that it is written, and no more. */
export interface GoalDraft {
  readonly person: PersonId
  readonly state: DraftState
  /** Empty before it is shared. */
  readonly text: string
}

/** 5 all in, 4 support it, 3 can live with it and will help, 2 not yet, 1 cannot support it (Kaner's gradients). */
export type AgreementLevel = 1 | 2 | 3 | 4 | 5

export interface Agreement {
  readonly person: PersonId
  readonly level: AgreementLevel
  readonly reservation: string
}

/** How far asking has come in one PLC. Who has answered is no secret; what, is one until the round is shown. */
export interface AgreementStatus {
  readonly plc: PlcId
  /** 1 for the first asking. */
  readonly round: number
  readonly shown: boolean
  readonly answered: readonly PersonId[]
}

/** One's own answer in a round. */
export interface MyAgreement {
  readonly plc: PlcId
  readonly round: number
  readonly level: AgreementLevel
  readonly reservation: string
}

/** A round that was shown: what each answered. It stays on record when a later round is asked. */
export interface AgreementRound {
  readonly id: ItemId
  readonly round: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly answers: readonly Agreement[]
}

/** The goal in the words of one moment. */
export interface GoalVersion {
  readonly id: ItemId
  /** Milliseconds since 1970. */
  readonly at: number
  /** Who kept it; null when a round of agreement did. */
  readonly by: PersonId | null
  /** The round of agreement that was about it, or null. */
  readonly round: number | null
  readonly fields: Readonly<Record<GoalField, string>>
  /** Each measure in a line: text, baseline, target. */
  readonly measures: readonly string[]
}

export interface CheckIn {
  readonly id: ItemId
  /** Days after the plan was made: 30, 60, 90. */
  readonly day: number
  readonly date: string
  readonly focus: string
}

export interface Reading {
  readonly id: ItemId
  readonly indicator: IndicatorId
  readonly date: string
  readonly value: string
}

export type PdsaAct = 'adopt' | 'adapt' | 'abandon'

export interface PdsaEntry {
  readonly id: ItemId
  readonly date: string
  readonly predict: string
  readonly did: string
  readonly study: string
  readonly act: PdsaAct | null
  readonly actDetail: string
}

/** What a PLC made of a question; what it has not settled lies before it. */
export const QUESTION_STATES = ['asked', 'answered', 'parked'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** A coach's question, as everyone may know it. What a PLC answers stands in that PLC's own document. */
export interface QuestionCard {
  readonly id: ItemId
  /** The PLCs that it was sent to; null is all of them, also those that form later. */
  readonly plcs: readonly PlcId[] | null
  readonly text: string
  readonly from: PersonId
  /** When it was sent, milliseconds since 1970; 0 where that is not known. */
  readonly at: number
  /** The PLCs that have answered or parked it. */
  readonly settled: readonly { readonly plc: PlcId; readonly state: Exclude<QuestionState, 'asked'> }[]
}

/** What a PLC answers to a question, in words that its members type together. */
export interface Reply {
  readonly question: ItemId
  readonly text: string
}

/** What becomes of a cluster that is no theme, in words: who takes it on, which theme it goes into, or when it is looked at again. */
export interface ClusterHome {
  readonly cluster: ClusterId
  readonly text: string
}

export interface CoachNote {
  readonly id: ItemId
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly about: { readonly kind: 'note' | 'cluster' | 'plc' | 'person'; readonly id: string } | null
}
