import type { ClusterId, NoteId, PersonId, PlcId, StepId } from './ids.ts'
import type { ClusterTally, Horizon, Person } from './records.ts'
import { NOT_DEALING, type DealCommand, type Dealing } from './dealing.ts'
import type { PickCommand, PlcRanking, ThemeAsk } from './picks.ts'
import type { Reaction } from './reactions.ts'
import type { RevealCommand, RevealCount } from './reveal.ts'
import type { StepKind } from './steps.ts'

/** The ladder of attention: who is invited may decline, who is gathered may wander off, a held view stays. */
export const ATTENTION_MODES = ['invite', 'gather', 'hold'] as const
export type AttentionMode = (typeof ATTENTION_MODES)[number]

/** What everyone is to look at: a thing, never a place on somebody's screen, so that each device can fit it to its own. */
export type AttentionTarget =
  | { readonly kind: 'step' }
  | { readonly kind: 'zone'; readonly horizon: Horizon }
  | { readonly kind: 'cluster'; readonly id: ClusterId }
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'plc'; readonly id: PlcId }

/** Session state and not a message: who comes late or comes back obeys it too. */
export interface Spotlight {
  readonly by: PersonId
  readonly mode: AttentionMode
  readonly target: AttentionTarget
  /** Grows with every call; a device obeys each once. */
  readonly seq: number
  /** Server clock, milliseconds since 1970. */
  readonly startedAt: number
}

/** A held view lets go by itself after this many milliseconds. */
export const HOLD_MS = 5 * 60_000
/** So long after its holder has gone, in milliseconds. */
export const HOLDER_GONE_MS = 30_000

/** Whether the spotlight still stands at `now` (server clock): a hold that has run out does not, released or not. */
export const stands = (spotlight: Spotlight | null, now: number): spotlight is Spotlight =>
  spotlight !== null && (spotlight.mode !== 'hold' || now < spotlight.startedAt + HOLD_MS)

/** How the vote is asked. */
export interface Ballot {
  /** Two: what matters for students, and what is within our influence. */
  readonly questions: 1 | 2
  /** How many of one's own votes one cluster may get: one a head, or all of them. */
  readonly perCluster: 'one' | 'budget'
}

export type BallotQuestion = 1 | 2

/** Whose pointers everyone may see on the board. */
export const CURSORS = ['everyone', 'facilitators'] as const
export type Cursors = (typeof CURSORS)[number]

/** With more people than this, only facilitators' pointers are drawn, unless one asks for all. */
export const CURSOR_CROWD = 15

/** Somebody who has knocked and is not in yet. */
export type WaitingPerson = Pick<Person, 'id' | 'name' | 'jobRole' | 'device' | 'heads'>

/** What room the session is: how the facilitator runs it at this moment. */
export interface RoomState {
  readonly spotlight: Spotlight | null
  /** Steps that "next" passes by. */
  readonly skipped: readonly StepId[]
  /** How many are typing on their desks. Never who. */
  readonly typing: number
  readonly ballot: Ballot
  /** The second question's totals; empty without one, and while the vote is open. */
  readonly second: readonly ClusterTally[]
  /** Hands counted in the room, entered by a facilitator; they never mix with the votes. */
  readonly hands: readonly ClusterTally[]
  /** The reveal that is counted down to, or the last one. Null before the first, and when it was called off. */
  readonly reveal: RevealCount | null
  /** Heads of members who are here, and of those of them who said "I'm done" in a step of room work, by PLC. */
  readonly roomsDone: readonly { readonly plc: PlcId; readonly done: number; readonly here: number }[]
  /** Heads of those who take part, do not lead and are connected: nobody waits for who has left. */
  readonly here: number
  readonly cursors: Cursors
  /** True while facilitators let people in by hand. */
  readonly lobby: boolean
  readonly waiting: readonly WaitingPerson[]
  /** PLCs that asked for the coach, the longest waiting first. */
  readonly calling: readonly PlcId[]
  /** Who has raised a hand, the longest waiting first. */
  readonly raised: readonly PersonId[]
  /** Who talks with whom in a talk, in speaking order; empty in other steps. */
  readonly groups: readonly (readonly PersonId[])[]
  readonly dealing: Dealing
  /** How PLCs rank the themes; one that has not ranked is not here. */
  readonly rankings: readonly PlcRanking[]
  /** Which PLCs were asked to reconsider, for which themes. */
  readonly asks: readonly ThemeAsk[]
}

export const ROOM_AT_START: RoomState = {
  spotlight: null,
  skipped: [],
  typing: 0,
  ballot: { questions: 1, perCluster: 'one' },
  second: [],
  hands: [],
  reveal: null,
  roomsDone: [],
  here: 0,
  cursors: 'everyone',
  lobby: false,
  waiting: [],
  calling: [],
  raised: [],
  groups: [],
  dealing: NOT_DEALING,
  rankings: [],
  asks: [],
}

/** Commands of the facilitator's craft. */
export type RoomCommand =
  | RevealCommand
  | DealCommand
  | PickCommand
  | { readonly type: 'attention.call'; readonly mode: AttentionMode; readonly target: AttentionTarget }
  | { readonly type: 'attention.release' }
  | {
      readonly type: 'step.add'
      readonly step: StepId
      /** Null puts it first. */
      readonly after: StepId | null
      readonly kind: StepKind
      readonly horizon: Horizon | null
      readonly title: string | null
      readonly instruction: string | null
      readonly minutes: number | null
    }
  | { readonly type: 'step.move'; readonly step: StepId; readonly after: StepId | null }
  | { readonly type: 'step.remove'; readonly step: StepId }
  | { readonly type: 'step.skip'; readonly step: StepId; readonly skipped: boolean }
  | { readonly type: 'vote.set'; readonly ballot: Ballot }
  | { readonly type: 'vote.hands'; readonly cluster: ClusterId; readonly count: number }
  /** An empty text takes it back. */
  | { readonly type: 'cluster.home'; readonly cluster: ClusterId; readonly text: string }
  | { readonly type: 'room.cursors'; readonly cursors: Cursors }
  | { readonly type: 'lobby.set'; readonly on: boolean }
  /** Null lets in everyone who waits. */
  | { readonly type: 'lobby.admit'; readonly person: PersonId | null }
  | { readonly type: 'lobby.refuse'; readonly person: PersonId }
  | { readonly type: 'note.react'; readonly note: NoteId; readonly kind: Reaction; readonly on: boolean }
  /** One's own hand; a facilitator may lower another's. */
  | { readonly type: 'hand.set'; readonly person: PersonId; readonly up: boolean }
  /** A PLC asks for the coach, or no longer does. */
  | { readonly type: 'plc.call'; readonly plc: PlcId; readonly calling: boolean }
  | { readonly type: 'desk.hold'; readonly note: NoteId; readonly held: boolean }

/** One note of the review before a reveal: words alone. `note` is the id it will have on the board. */
export interface ReviewNote {
  readonly note: NoteId
  readonly text: string
  readonly held: boolean
}

/** Answer of `GET /api/sessions/:id/review?horizon=`. */
export type Review =
  /** Too few wrote to hide among: no note is shown. */
  | { readonly state: 'too_few' }
  /** `waiting` notes came since; they are shown once enough people have written them. */
  | { readonly state: 'open'; readonly notes: readonly ReviewNote[]; readonly waiting: number }

/** With fewer writers than this nobody can hide among them. */
export const FEW_WRITERS = 5

const SECOND = 'second-'

/** Under which id a vote is kept: the cluster's own for the first question, marked for the second. */
export const ballotLine = (cluster: ClusterId, question: BallotQuestion): ClusterId =>
  question === 1 ? cluster : (`${SECOND}${cluster}` as ClusterId)

/** The cluster and the question behind a vote's id. */
export const readBallotLine = (line: ClusterId): { readonly cluster: ClusterId; readonly question: BallotQuestion } =>
  line.startsWith(SECOND) ? { cluster: line.slice(SECOND.length) as ClusterId, question: 2 } : { cluster: line, question: 1 }
