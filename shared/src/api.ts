import type { ClusterId, ItemId, NoteId, PersonId, PlcId, SessionId, StepId, ThemeId } from './ids.ts'
import type {
  AgreementLevel,
  DeviceKind,
  FocusType,
  Horizon,
  JobRole,
  MyAgreement,
  Naming,
  QuestionState,
  SessionRole,
} from './records.ts'
import type { BallotQuestion, RoomCommand } from './room.ts'
import type { HistoryCommand } from './history.ts'
import type { MyReaction } from './reactions.ts'
import type { RehearsalCommand } from './rehearsal.ts'
import type { FillPlcs } from './seats.ts'
import type { AgendaTemplate } from './steps.ts'

/** The languages the product speaks from the first screen. */
export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** Why a request was refused. Closed: a client has a sentence for each, and nothing else ever comes back. */
export const API_ERRORS = [
  'bad_request',
  'too_large',
  'unauthorized',
  'forbidden',
  'not_found',
  'code_unknown',
  'code_locked',
  'session_full',
  'session_gone',
  'not_now',
  'conflict',
  'rehearsal_off',
  'rehearsal_running',
  'rehearsals_full',
  'over_budget',
  'too_many_requests',
  'storage_full',
  'unavailable',
  'internal',
] as const
export type ApiErrorCode = (typeof API_ERRORS)[number]

/** The one shape of every error answer. `fields` names what was wrong in a body, by path. */
export interface ApiError {
  readonly error: {
    readonly code: ApiErrorCode
    readonly message: string
    readonly fields?: readonly { readonly path: string; readonly message: string }[]
  }
}

export interface FocusQuestions {
  readonly current: string
  readonly ideal: string
}

/** Body of `POST /api/sessions`. */
export interface CreateSession {
  readonly title: string
  readonly district: string
  readonly targetYear: number
  readonly questions: FocusQuestions
  readonly naming: Naming
  readonly template: AgendaTemplate
  readonly language: Language
  readonly facilitator: { readonly name: string; readonly jobRole: JobRole }
  /** An earlier session whose steps, norms and way of voting this one begins with, by the key of a facilitator's seat in it. */
  readonly like?: { readonly session: SessionId; readonly key: string }
}

/** What a device keeps to act as one person. `key` is long-lived and secret, `token` is a short-lived capability. */
export interface Seat {
  readonly session: SessionId
  readonly person: PersonId
  readonly role: SessionRole
  readonly key: string
  readonly token: string
  /** When the token ends, milliseconds since 1970 on the server's clock; refresh before. */
  readonly expires: number
  /** The server's clock when it answered, for the timer. */
  readonly now: number
}

/** Secrets of a session, for its facilitators alone. Links are paths on the same origin. */
export interface SessionLinks {
  readonly code: string
  readonly join: string
  readonly recovery: string
  readonly display: string
}

/** Answer of `POST /api/sessions`, `/api/sessions/example`, `/api/sessions/import` and `/api/recover`. */
export interface FacilitatorSeat {
  readonly seat: Seat
  readonly links: SessionLinks
}

/** Answer of `GET /api/codes/:code`: what a person sees before joining. */
export interface SessionCard {
  readonly session: SessionId
  readonly title: string
  readonly district: string
  readonly naming: Naming
  readonly language: Language
  /** Its people are simulated. */
  readonly rehearsal: boolean
}

/** Body of `POST /api/sessions/:id/join`. With `key` of an earlier seat the same person comes back. */
export interface JoinSession {
  readonly code: string
  readonly name: string
  readonly jobRole: JobRole
  readonly device: Exclude<DeviceKind, 'display'>
  readonly heads: number
  readonly key?: string
}

/** Answer of a join while facilitators let people in by hand: no seat yet. `key` asks again and becomes the seat's. */
export interface Knock {
  readonly waiting: true
  readonly key: string
}

/** Answer of `POST /api/sessions/:id/lobby`, whose body is `{ key }`: how it stands with somebody who has knocked. */
export type LobbyAnswer =
  /** What there is to read while one waits; nothing of the session's documents. */
  | {
      readonly state: 'waiting'
      readonly norms: readonly string[]
      readonly questions: FocusQuestions
      readonly targetYear: number
      readonly naming: Naming
    }
  | { readonly state: 'in'; readonly seat: Seat }
  | { readonly state: 'refused' }

/** Answer of `POST /api/check-in`: whose room a check-in link opens, and who may come in. */
export interface CheckInCard {
  readonly session: SessionId
  readonly title: string
  readonly language: Language
  readonly plc: { readonly id: PlcId; readonly name: string }
  readonly members: readonly { readonly id: PersonId; readonly name: string; readonly jobRole: JobRole }[]
}

/** Answer of `GET /api/config`. */
export interface ClientConfig {
  readonly version: string
  readonly tldrawLicenseKey: string | null
}

/** What needs authority. Body of `POST /api/sessions/:id/commands` is `{ id, command }`; `id` makes a retry harmless. */
export type Command =
  | RoomCommand
  | HistoryCommand
  | RehearsalCommand
  | FillPlcs
  | { readonly type: 'step.go'; readonly to: StepId }
  | {
      readonly type: 'step.edit'
      readonly step: StepId
      readonly title?: string | null
      readonly instruction?: string | null
      readonly minutes?: number | null
    }
  | { readonly type: 'timer.start'; readonly minutes: number }
  | { readonly type: 'timer.add'; readonly minutes: number }
  | { readonly type: 'timer.pause' }
  | { readonly type: 'timer.resume' }
  | { readonly type: 'timer.stop' }
  | { readonly type: 'done.set'; readonly done: boolean }
  | { readonly type: 'desk.reveal'; readonly horizon: Horizon }
  | { readonly type: 'desk.publish'; readonly note: NoteId }
  | {
      readonly type: 'note.add'
      readonly note: NoteId
      readonly horizon: Horizon
      readonly text: string
      /** Who of a table wrote it; dropped where no names were promised. */
      readonly initials?: string
    }
  /** Changes the words of an own note on the board, in any step. `from` is what they read when one began. */
  | { readonly type: 'note.mend'; readonly note: NoteId; readonly from: string; readonly text: string }
  /** Takes an own note off the board, or brings it back. */
  | { readonly type: 'note.withdraw'; readonly note: NoteId; readonly withdrawn: boolean }
  | { readonly type: 'vote.open' }
  | { readonly type: 'vote.place'; readonly cluster: ClusterId; readonly question?: BallotQuestion }
  | { readonly type: 'vote.take'; readonly cluster: ClusterId; readonly question?: BallotQuestion }
  | { readonly type: 'vote.close' }
  | {
      readonly type: 'theme.mark'
      readonly theme: ThemeId
      readonly cluster: ClusterId
      readonly title: string
      readonly focus: FocusType
    }
  | {
      readonly type: 'theme.edit'
      readonly theme: ThemeId
      readonly title?: string
      readonly focus?: FocusType
      readonly studentOutcome?: string
      readonly teacherAction?: string
    }
  | { readonly type: 'theme.unmark'; readonly theme: ThemeId }
  | { readonly type: 'plc.create'; readonly plc: PlcId; readonly name: string }
  | { readonly type: 'plc.rename'; readonly plc: PlcId; readonly name: string }
  | { readonly type: 'plc.join'; readonly plc: PlcId; readonly person: PersonId }
  | { readonly type: 'plc.leave'; readonly plc: PlcId; readonly person: PersonId }
  | { readonly type: 'plc.theme'; readonly plc: PlcId; readonly theme: ThemeId | null }
  | { readonly type: 'plc.disband'; readonly plc: PlcId }
  | { readonly type: 'agreement.set'; readonly plc: PlcId; readonly level: AgreementLevel; readonly reservation: string }
  | { readonly type: 'agreement.clear'; readonly plc: PlcId }
  | { readonly type: 'agreement.show'; readonly plc: PlcId }
  | { readonly type: 'agreement.again'; readonly plc: PlcId }
  /** `plcs` null is every PLC, also those that form later. */
  | {
      readonly type: 'question.send'
      readonly question: ItemId
      readonly plcs: readonly PlcId[] | null
      readonly text: string
    }
  /** What a PLC makes of a question; `asked` takes it up again. */
  | { readonly type: 'question.settle'; readonly question: ItemId; readonly plc: PlcId; readonly state: QuestionState }
  /** Takes a question back from every PLC that has written nothing to it. */
  | { readonly type: 'question.withdraw'; readonly question: ItemId }
  | { readonly type: 'person.role'; readonly person: PersonId; readonly role: Exclude<SessionRole, 'display'> }
  | { readonly type: 'person.remove'; readonly person: PersonId }
  | { readonly type: 'code.lock'; readonly locked: boolean }
  | { readonly type: 'session.delete' }

export type CommandType = Command['type']

export interface CommandRequest {
  /** Chosen by the client, unique per act: sending it again changes nothing and gives the first answer. */
  readonly id: string
  readonly command: Command
}

/** Answer of a command: what the stage does not already show to everyone. */
export type CommandAnswer = { readonly ok: true } & (
  | {
      readonly type: Exclude<
        CommandType,
        'vote.place' | 'vote.take' | 'desk.reveal' | 'agreement.set' | 'agreement.clear' | 'note.react' | 'cluster.flag'
      >
    }
  | { readonly type: 'vote.place' | 'vote.take'; readonly mine: readonly ClusterId[] }
  | { readonly type: 'desk.reveal'; readonly revealed: number }
  | { readonly type: 'note.react'; readonly mine: readonly MyReaction[] }
  | { readonly type: 'cluster.flag'; readonly mine: readonly ClusterId[] }
  | { readonly type: 'agreement.set' | 'agreement.clear'; readonly mine: readonly MyAgreement[] }
)

/** Answer of `GET /api/sessions/:id/me`: what only this person may know. */
export interface MyFacts {
  /** One ballot line per vote spent (`readBallotLine`); one may stand in it more than once at a table. */
  readonly votes: readonly ClusterId[]
  /** One's own answers to how fully one stands behind a goal, one per PLC and round. */
  readonly agreements: readonly MyAgreement[]
  /** One's own reactions to notes; everybody else gets their number alone. */
  readonly reactions: readonly MyReaction[]
  /** Clusters that one asked to look at again. */
  readonly flags: readonly ClusterId[]
  readonly done: boolean
  /** Null for everyone but facilitators. */
  readonly links: SessionLinks | null
  /** The join code, six letters without a dash: for facilitators and for displays, which keep it in sight. Null for others. */
  readonly code: string | null
}

/** Longest texts, in characters. The server refuses more; the client stops typing there. */
export const LIMITS = {
  name: 60,
  title: 120,
  district: 120,
  question: 300,
  note: 400,
  reservation: 1_000,
  home: 200,
  plcName: 60,
  instruction: 600,
  importBytes: 8 * 1024 * 1024,
  bodyBytes: 64 * 1024,
  headsPerTable: 12,
  votesPerHead: 3,
  themes: 3,
} as const

/** Letters of a join code: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V pairs to confuse when read from a wall. */
export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY'
export const CODE_LENGTH = 6

/** Upper case, without the dash and blanks people type; null when it cannot be a code. */
export function normaliseCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '')
  const fits = code.length === CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter))
  return fits ? code : null
}

/** `K7M4TX` reads as `K7M-4TX`. */
export const displayCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`
