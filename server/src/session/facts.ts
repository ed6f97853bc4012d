import type {
  ClusterId,
  ClusterHome,
  ClusterTally,
  CreateSession,
  FocusQuestions,
  Hand,
  Horizon,
  JobRole,
  DeviceKind,
  Language,
  Naming,
  NoteReactions,
  PersonId,
  Plc,
  PlcId,
  QuestionCard,
  Rehearsal,
  NoteId,
  RoomState,
  SessionId,
  SessionRole,
  Step,
  StepId,
  Theme,
  Timer,
} from '@groundswell/shared'
import { agendaFrom, ROOM_AT_START } from '@groundswell/shared'

/** How far writing has come on one side. `running` is a reveal that has begun and must be finished, also after a crash. */
export interface WritingFacts {
  readonly notes: number
  readonly writers: number
  readonly reveal: 'not_yet' | 'running' | 'done'
}

/** The vote without its votes, which are rows of their own. `reopened` counts how often a counted vote was opened again. */
export type VoteFacts =
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly reopened: number }
  | { readonly state: 'counted'; readonly voters: number; readonly tally: readonly ClusterTally[]; readonly reopened: number }

/** The round of agreement that a PLC is in. The answers are rows of their own until it is shown. */
export interface AgreementFacts {
  readonly plc: PlcId
  /** 1 for the first asking. */
  readonly round: number
  /** Milliseconds since 1970; null while the answers are hidden. */
  readonly shownAt: number | null
}

/** A hand that is out. The stage shows it but for `until`: being busy with it then writes nothing to anyone. */
export interface HandFacts extends Hand {
  /** Milliseconds since 1970; from then on it is back on the pile. */
  readonly until: number
}

/** How notes are dealt. The stage shows how many flagged a cluster, never who. */
export type DealingFacts =
  | { readonly state: 'off' }
  | { readonly state: 'hands'; readonly hands: readonly HandFacts[] }
  | {
      readonly state: 'curating'
      readonly curators: readonly PersonId[]
      readonly flags: readonly { readonly cluster: ClusterId; readonly people: readonly PersonId[] }[]
    }

/** How the room is run; the stage shows it but for `held`. */
export interface RoomFacts extends Omit<RoomState, 'roomsDone' | 'here' | 'dealing'> {
  readonly dealing: DealingFacts
  /** Notes set aside before their reveal, by the ids they would have on the board: they stay on their writers' desks. */
  readonly held: readonly NoteId[]
}

/** What the server knows of a session and, but for `done`, every device may know. The stage document is its image. */
export interface SessionFacts {
  readonly title: string
  readonly district: string
  readonly targetYear: number
  readonly questions: FocusQuestions
  readonly naming: Naming
  readonly language: Language
  readonly norms: readonly string[]
  readonly agenda: readonly Step[]
  readonly step: StepId
  readonly timer: Timer | null
  /** Who is done with this step; the stage shows their number. */
  readonly done: readonly PersonId[]
  readonly writing: Readonly<Record<Horizon, WritingFacts>>
  readonly vote: VoteFacts
  readonly themes: readonly Theme[]
  readonly plcs: readonly Plc[]
  readonly questionCards: readonly QuestionCard[]
  readonly agreements: readonly AgreementFacts[]
  /** Reactions that came with an imported session, beside the rows of those given here. */
  readonly reactions: readonly NoteReactions[]
  readonly homes: readonly ClusterHome[]
  readonly codeLocked: boolean
  readonly room: RoomFacts
  /** Null in a session of real people. */
  readonly rehearsal: Rehearsal | null
  /** The epochs of documents that were rebuilt, by their keys; all others are in the session's own. */
  readonly epochs: Readonly<Record<string, number>>
}

/** A person of a session as the server keeps them, in the order of joining. */
export interface Member {
  readonly id: PersonId
  readonly name: string
  readonly jobRole: JobRole
  readonly role: SessionRole
  readonly device: DeviceKind
  readonly heads: number
  readonly removed: boolean
}

/** A session as it stands. A change makes a new value, so whoever holds one sees no half of a command. */
export interface Session {
  readonly id: SessionId
  readonly code: string
  /** Of every document that was never rebuilt. */
  readonly epoch: number
  /** 32 random bytes that the ids of published notes are derived with. Never leaves the server. */
  readonly secret: Uint8Array
  readonly facts: SessionFacts
  readonly members: ReadonlyMap<PersonId, Member>
}

/** One vote of one person. */
export interface Vote {
  readonly person: PersonId
  readonly cluster: ClusterId
}

const UNWRITTEN: WritingFacts = { notes: 0, writers: 0, reveal: 'not_yet' }

export const newRoom = (): RoomFacts => {
  const { roomsDone: _shownOnly, here: _counted, ...room } = ROOM_AT_START
  return { ...room, dealing: { state: 'off' }, held: [] }
}

/** A new session at its first step. */
export function initialFacts(wish: Omit<CreateSession, 'facilitator'>): SessionFacts {
  const agenda = agendaFrom(wish.template)
  const { title, district, targetYear, questions, naming, language } = wish
  return {
    title,
    district,
    targetYear,
    questions,
    naming,
    language,
    agenda,
    norms: [],
    step: agenda[0]?.id ?? ('s1' as StepId),
    timer: null,
    done: [],
    writing: { current: UNWRITTEN, ideal: UNWRITTEN },
    vote: { state: 'closed' },
    themes: [],
    plcs: [],
    questionCards: [],
    agreements: [],
    reactions: [],
    homes: [],
    codeLocked: false,
    room: newRoom(),
    rehearsal: null,
    epochs: {},
  }
}

/** Where asking stands in a PLC; one that was never asked is in its first round. */
export const agreementIn = (facts: SessionFacts, plc: PlcId): AgreementFacts =>
  facts.agreements.find((round) => round.plc === plc) ?? { plc, round: 1, shownAt: null }

/** Those who may change the board while a few curate; null for everyone. */
export const curatingIn = ({ room: { dealing } }: SessionFacts): readonly PersonId[] | null =>
  dealing.state === 'curating' ? dealing.curators : null

/** The clusters that one person asked to look at again. */
export const flagsOf = ({ room: { dealing } }: SessionFacts, person: PersonId): readonly ClusterId[] =>
  dealing.state === 'curating' ? dealing.flags.filter(({ people }) => people.includes(person)).map(({ cluster }) => cluster) : []

const NO_STEP: Step = {
  id: 's1' as StepId,
  kind: 'welcome',
  horizon: null,
  topic: null,
  title: null,
  instruction: null,
  minutes: null,
}

export const stepOf = (facts: SessionFacts): Step =>
  facts.agenda.find((step) => step.id === facts.step) ?? facts.agenda[0] ?? NO_STEP

/** Those who take part: neither removed nor a display. */
export const participantsOf = (session: Session): readonly Member[] =>
  [...session.members.values()].filter((member) => !member.removed && member.role !== 'display')
