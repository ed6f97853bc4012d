import type {
  Agreement,
  ClusterId,
  CommandAnswer,
  MyAgreement,
  MyReaction,
  NoteReactions,
  PersonId,
  PlcId,
  SessionId,
} from '@groundswell/shared'
import type { Member, Session, SessionFacts, Vote } from './facts.ts'

export type LinkKind = 'recovery' | 'display'

/** Long-lived secrets, kept as hashes only: the keys of devices and the links of sessions. */
export interface DeviceTable {
  /** `plc` is the only PLC that a key from a check-in link opens. */
  readonly add: (session: SessionId, person: PersonId, keyHash: Uint8Array, plc?: PlcId) => void
  /** The PLC that a key is limited to; null when it is not. */
  readonly limitOf: (session: SessionId, keyHash: Uint8Array) => PlcId | null
  readonly personOf: (session: SessionId, keyHash: Uint8Array) => PersonId | null
  /** Adding the same link again changes nothing. */
  readonly addLink: (session: SessionId, kind: LinkKind, secretHash: Uint8Array) => void
  readonly sessionOf: (kind: LinkKind, secretHash: Uint8Array) => SessionId | null
}

/** Votes are rows: a budget can only be kept by one counter in one transaction, and totals can be hidden. */
export interface VoteTable {
  /** One entry per vote, in the order of voting. */
  readonly mine: (session: SessionId, person: PersonId) => readonly ClusterId[]
  readonly all: (session: SessionId) => readonly Vote[]
  readonly place: (session: SessionId, vote: Vote) => void
  /** Takes the newest vote on that cluster back; false when there was none. */
  readonly take: (session: SessionId, vote: Vote) => boolean
}

/** Reactions to notes are rows: one counter keeps each to one a person, and only numbers leave it. */
export interface ReactionTable {
  readonly mine: (session: SessionId, person: PersonId) => readonly MyReaction[]
  /** By note; notes without any are left out. */
  readonly counts: (session: SessionId) => readonly NoteReactions[]
  /** Doing it again changes nothing. */
  readonly set: (session: SessionId, person: PersonId, reaction: MyReaction, on: boolean) => void
}

/** The round of one PLC that an answer belongs to. */
export interface AgreementKey {
  readonly session: SessionId
  readonly plc: PlcId
  readonly round: number
}

/** Answers to how fully one stands behind a goal: rows, because they are hidden from each other until a round is shown. */
export interface AgreementTable {
  /** The answers of a round, by person. */
  readonly of: (key: AgreementKey) => readonly Agreement[]
  readonly mine: (session: SessionId, person: PersonId) => readonly MyAgreement[]
  /** Adds an answer or replaces that of the same person. */
  readonly save: (key: AgreementKey, answer: Agreement) => void
  readonly take: (key: AgreementKey, person: PersonId) => void
}

/** Which act is meant: the same id from two people is two acts. */
export interface ActKey {
  readonly session: SessionId
  readonly person: PersonId
  readonly id: string
}

export interface StoredAnswer {
  readonly commandHash: Uint8Array
  readonly answer: CommandAnswer
}

/** First answers of commands, so that sending one again changes nothing. */
export interface AnswerTable {
  readonly find: (key: ActKey) => StoredAnswer | null
  readonly save: (key: ActKey, stored: StoredAnswer) => void
}

/**
 * Sessions on disk, the truth behind every stage document. Synchronous: a call that returned inside no transaction,
 * or a `transaction` that returned, is on disk.
 */
export interface SessionStore {
  readonly devices: DeviceTable
  readonly votes: VoteTable
  readonly agreements: AgreementTable
  readonly reactions: ReactionTable
  readonly answers: AnswerTable
  /** Runs `task` in one transaction; what it throws undoes everything. */
  readonly transaction: <T>(task: () => T) => T
  readonly create: (session: Session, createdAt: number) => void
  readonly get: (id: SessionId) => Session | null
  readonly byCode: (code: string) => Session | null
  /** Replaces the facts and answers the session as it is now. */
  readonly saveFacts: (id: SessionId, facts: SessionFacts) => void
  /** Adds a member or replaces the one with the same id. */
  readonly saveMember: (id: SessionId, member: Member) => void
  /** Removes everything of a session; its code may be given again. It stands among `removed` until its documents are gone too. */
  readonly remove: (id: SessionId) => void
  readonly removed: () => readonly SessionId[]
  readonly forgetRemoved: (id: SessionId) => void
  /** Rehearsals that have an end: all but those read from a file. */
  readonly rehearsals: () => readonly SessionId[]
  readonly count: () => number
}
