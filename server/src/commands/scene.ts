import type {
  ClusterId,
  Command,
  CommandAnswer,
  CommandType,
  DocumentRef,
  Horizon,
  Mending,
  NoteId,
  PersonId,
  PlcId,
  Result,
} from '@groundswell/shared'
import type { Member, RoomFacts, Session, SessionFacts } from '../session/facts.ts'
import type { AgreementTable, ReactionTable, VoteTable } from '../session/store.ts'
import type { Fault } from '../session/fault.ts'

/** What commands need to know of other documents: which clusters there are, where merged ones went, who has begun an answer. */
export interface BoardFacts {
  readonly clusters: ReadonlySet<ClusterId>
  readonly merged: ReadonlyMap<ClusterId, ClusterId>
  readonly notes: ReadonlySet<NoteId>
  /** Notes in no cluster, in their order. */
  readonly loose: readonly NoteId[]
  /** The PLCs whose documents hold words in answer to the question that the command is about. */
  readonly replied: ReadonlySet<PlcId>
}

/** Everything a command is decided on. */
export interface Scene {
  readonly session: Session
  readonly actor: Member
  readonly facilitates: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  readonly board: BoardFacts
  readonly votes: VoteTable
  readonly agreements: AgreementTable
  readonly reactions: ReactionTable
}

/** What is left to do once the command's transaction is on disk. Each is harmless when done twice. */
export type Effect =
  /** Rights may have changed: for everyone, or for one person. */
  | { readonly kind: 'recheck'; readonly person?: PersonId }
  | { readonly kind: 'prepare-plc'; readonly plc: PlcId }
  | { readonly kind: 'reveal'; readonly horizon: Horizon }
  | { readonly kind: 'publish-late'; readonly note: NoteId }
  | {
      readonly kind: 'add-note'
      readonly note: NoteId
      readonly horizon: Horizon
      readonly text: string
      readonly initials: string
    }
  | ({ readonly kind: 'mend-note' } & Mending)
  | { readonly kind: 'withdraw-note'; readonly note: NoteId; readonly withdrawn: boolean }
  | { readonly kind: 'show-agreement'; readonly plc: PlcId }
  /** A count before a reveal has begun or was called off. */
  | { readonly kind: 'watch-reveal' }
  /** A view may be held: it is let go in time. */
  | { readonly kind: 'watch-hold' }
  /** A hand is out: it goes back when its holder has stopped. */
  | { readonly kind: 'watch-hands' }
  /** Tells a desk that a note of it was held back, or is no longer. */
  | { readonly kind: 'tell-held'; readonly note: NoteId; readonly held: boolean }
  | { readonly kind: 'keep-version'; readonly ref: DocumentRef }
  | { readonly kind: 'restore'; readonly ref: DocumentRef; readonly version: number }
  /** Ends this epoch of the document, if it has not ended yet. */
  | { readonly kind: 'rebuild'; readonly ref: DocumentRef; readonly epoch: number }
  | { readonly kind: 'end-session' }
  /** The simulated people obey the facts from now on. */
  | { readonly kind: 'steer-rehearsal' }

export interface Outcome {
  readonly facts?: SessionFacts
  readonly members?: readonly Member[]
  readonly effects?: readonly Effect[]
  /** Null when the answer is only known once the effects are done. */
  readonly answer: CommandAnswer | null
}

export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>

/** Decides one command. Runs inside the transaction that stores its outcome, so it is synchronous. */
export type Handler<T extends CommandType> = (scene: Scene, command: CommandOf<T>) => Result<Outcome, Fault>

export type Handlers<T extends CommandType> = { readonly [K in T]: Handler<K> }

type PlainAnswer = Exclude<
  CommandType,
  'vote.place' | 'vote.take' | 'desk.reveal' | 'agreement.set' | 'agreement.clear' | 'note.react' | 'cluster.flag'
>

/** An outcome that answers nothing but that it is done. */
export const done = (
  type: PlainAnswer,
  outcome: Omit<Outcome, 'answer'> = {},
): { readonly ok: true; readonly value: Outcome } => ({ ok: true, value: { ...outcome, answer: { ok: true, type } } })

/** The facts with some replaced. */
export const withFacts = ({ session }: Pick<Scene, 'session'>, change: Partial<SessionFacts>): SessionFacts => ({
  ...session.facts,
  ...change,
})

/** The facts with the room changed. */
export const withRoom = (scene: Pick<Scene, 'session'>, change: Partial<RoomFacts>): SessionFacts =>
  withFacts(scene, { room: { ...scene.session.facts.room, ...change } })
