import type {
  AgreementLevel,
  BallotQuestion,
  BoardView,
  ClusterId,
  FocusType,
  Horizon,
  NoteId,
  PersonId,
  PlcId,
  PlcView,
  StageView,
  ThemeId,
} from '@groundswell/shared'

/** One thing that a person does next. What is typed is typed letter by letter by whoever performs it. */
export type Act =
  | { readonly kind: 'look'; readonly seq: number; readonly how: 'with' | 'away' }
  | { readonly kind: 'write'; readonly horizon: Horizon; readonly text: string }
  | { readonly kind: 'add'; readonly horizon: Horizon; readonly text: string }
  | { readonly kind: 'put'; readonly notes: readonly NoteId[]; readonly into: ClusterId }
  | { readonly kind: 'gather'; readonly notes: readonly NoteId[] }
  | { readonly kind: 'takeHand' }
  | { readonly kind: 'merge'; readonly from: ClusterId; readonly into: ClusterId }
  | { readonly kind: 'flag'; readonly cluster: ClusterId }
  | { readonly kind: 'name'; readonly cluster: ClusterId; readonly title: string; readonly focus: FocusType }
  | { readonly kind: 'vote'; readonly cluster: ClusterId; readonly question: BallotQuestion }
  | { readonly kind: 'found'; readonly name: string }
  | { readonly kind: 'join'; readonly plc: PlcId }
  | { readonly kind: 'rank'; readonly plc: PlcId; readonly order: readonly ThemeId[] }
  | { readonly kind: 'answer'; readonly plc: PlcId; readonly theme: ThemeId; readonly takes: boolean }
  | { readonly kind: 'take'; readonly plc: PlcId; readonly theme: ThemeId }
  | { readonly kind: 'draft'; readonly field: 'statement' | 'whyItMatters'; readonly text: string }
  | { readonly kind: 'contribute'; readonly text: string }
  | { readonly kind: 'promise'; readonly text: string }
  | { readonly kind: 'agree'; readonly plc: PlcId; readonly level: AgreementLevel; readonly reservation: string }
  | { readonly kind: 'done' }

/** What one person sees and remembers when they decide. */
export interface Sight {
  readonly me: PersonId
  readonly stage: StageView
  readonly board: BoardView
  readonly mayMove: boolean
  /** Notes on one's own desk that wait for their reveal, for the side of the step. */
  readonly written: number
  /** One's own ballot lines. */
  readonly votes: readonly ClusterId[]
  /** The document of one's own PLC; null without one. */
  readonly room: PlcView | null
  readonly saidDone: boolean
  /** The call one has followed or not, by its number; 0 for none. */
  readonly looked: number
  /** Added after the reveal in this step. */
  readonly added: boolean
  /** Asked in this step that a cluster be looked at again. */
  readonly flagged: boolean
}
