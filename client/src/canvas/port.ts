import type {
  BoardView,
  ClusterId,
  FocusType,
  Horizon,
  Language,
  MyReaction,
  NoteId,
  NoteReactions,
  PersonId,
  Place,
  Point,
  Reaction,
  Rect,
  Right,
  Watched,
} from '@groundswell/shared'
import type * as Y from 'yjs'
import type { Pointers, PresenceChannel } from '../session/index.ts'

/** What the canvas may ask of the board. Every call is one transaction and one step of undo. */
export interface BoardCommands {
  readonly placeNotes: (moves: readonly { readonly id: NoteId; readonly place: Place }[]) => void
  readonly moveClusters: (moves: readonly { readonly id: ClusterId; readonly at: Point }[]) => void
  /** Saves where a long drag has got to, outside undo: taking the drag back leads to where it began. */
  readonly saveOnTheWay: (moves: Moves) => void
  /** Makes a cluster of the notes with its top left corner at `at`. */
  readonly group: (at: Point, notes: readonly NoteId[]) => void
  readonly mergeClusters: (from: readonly ClusterId[], into: ClusterId) => void
  readonly dissolveClusters: (ids: readonly ClusterId[]) => void
  readonly setFocus: (id: ClusterId, focus: FocusType | null) => void
  readonly setAside: (ids: readonly NoteId[]) => void
  /** Adds notes and answers their ids. Where no names were promised they appear once the server has published them. */
  readonly addNotes: (notes: readonly NewBoardNote[]) => readonly NoteId[]
  readonly noteText: (id: NoteId) => Y.Text | null
  readonly clusterTitle: (id: ClusterId) => Y.Text | null
  readonly undo: () => void
  readonly redo: () => void
  /** Ends the current step of undo: what follows is taken back on its own. */
  readonly boundary: () => void
  readonly history: Watched<UndoState>
}

export interface Moves {
  readonly notes: readonly { readonly id: NoteId; readonly place: Place }[]
  readonly clusters: readonly { readonly id: ClusterId; readonly at: Point }[]
}

export interface NewBoardNote {
  readonly horizon: Horizon
  readonly text: string
  readonly place: Place
}

export interface UndoState {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** Drawings as they are stored: one map of plain JSON fields per record. */
export interface InkPort {
  readonly records: () => ReadonlyMap<string, InkFields>
  /** Calls back with the ids that changed; returns its own undo. */
  readonly subscribe: (changed: (ids: ReadonlySet<string>) => void) => () => void
  /** One transaction: the changed fields of each record, and the records that go. */
  readonly write: (changes: InkChanges) => void
  /** The schema of whoever wrote the drawings, as JSON; null on an empty board. */
  readonly schema: () => string | null
}

export type InkFields = Readonly<Record<string, unknown>>

export interface InkChanges {
  /** Record id -> its changed fields; `undefined` removes a field. */
  readonly put: ReadonlyMap<string, InkFields>
  readonly remove: readonly string[]
  readonly schema: string
}

/** Who looks at the board and what they may do. */
export interface Viewer {
  readonly name: string
  readonly right: Right
  readonly mode: 'read' | 'write'
  readonly facilitates: boolean
  readonly mayAdd: boolean
  /** True where this person's new notes are written into the board directly, so that others see them typed. */
  readonly addsLive: boolean
  /** The side a new note belongs to when the step is about one; null lets its position decide. */
  readonly horizonHint: Horizon | null
  /** The year of the ideal, as its notes say it. */
  readonly year: number
  /** Notes of one's own hand while notes are dealt, and whose hand others are in: marks, and no right. */
  readonly hand: readonly NoteId[]
  readonly takenBy: ReadonlyMap<NoteId, string>
  readonly mayReact: boolean
  /** While a few merge: how many want each cluster looked at again, and which of them this person flagged. Null otherwise. */
  readonly flags: { readonly counts: ReadonlyMap<ClusterId, number>; readonly mine: readonly ClusterId[] } | null
  /** Several people work at this device with their fingers at once: each finger on a thing drags on its own. */
  readonly manyHands: boolean
  /** Whose pointers are drawn. */
  readonly pointers: Pointers
}

/** What people say to notes without a word. */
export interface ReactionPort {
  readonly counts: Watched<ReadonlyMap<NoteId, NoteReactions>>
  readonly mine: Watched<readonly MyReaction[]>
  readonly react: (note: NoteId, kind: Reaction, on: boolean) => void
}

export interface CanvasInput {
  readonly board: Watched<BoardView>
  /** The board with what has yet to come in, for the first look; `board` itself where nothing is held back. */
  readonly whole?: () => BoardView
  readonly does: BoardCommands
  readonly me: PersonId
  readonly people: PresenceChannel
  readonly reactions: ReactionPort
  /** A drag gave way: somebody else held the thing first. */
  readonly onHeld: (holder: string) => void
  /** This person wants to see everyone's pointer, or no longer. */
  readonly onPointers: (asks: boolean) => void
  readonly ink: InkPort
  readonly language: Language
  readonly theme: 'light' | 'dark' | 'system'
  /** From the server's configuration at run time, never from the build; null shows the watermark. */
  readonly licenseKey: string | null
  readonly onOpenNote: ((id: NoteId) => void) | null
  /** Opens "Put in…" for notes: the way to group without dragging. Null where it has none. */
  readonly onPutIn: ((ids: readonly NoteId[]) => void) | null
  /** This person wants a cluster looked at again, or no longer. */
  readonly onFlag: (id: ClusterId, on: boolean) => void
}

/** The board as a canvas. Its implementation is the only code that knows tldraw. */
export interface CanvasPort {
  /** Shows the board in `el` until the returned stop is called. */
  readonly mount: (el: HTMLElement, input: CanvasInput, me: Viewer) => () => void
  /** Rights and hints change with the step; the canvas stays mounted. */
  readonly update: (me: Viewer) => void
  readonly camera: {
    readonly fit: (ids?: readonly (NoteId | ClusterId)[]) => void
    readonly to: (rect: Rect, options?: { readonly animate?: boolean }) => void
    readonly now: () => Rect | null
  }
  readonly select: (ids: readonly (NoteId | ClusterId)[]) => void
  readonly edit: (id: NoteId | ClusterId) => void
  /** A picture of the given things, or of everything; null while nothing is mounted. */
  readonly image: (of: readonly (NoteId | ClusterId)[] | 'all', as: 'png' | 'svg') => Promise<Blob | null>
}
