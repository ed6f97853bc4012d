import type {
  ApiErrorCode,
  Command,
  CommandAnswer,
  DocumentRef,
  PersonId,
  Result,
  Right,
  SessionId,
  SessionRole,
  Undo,
  Person,
} from '@groundswell/shared'
import type { Drag } from '@groundswell/shared/wire'
import type * as Y from 'yjs'

export type { Drag }

/** How far this device's own changes have got. The words on screen follow from it and nothing else. */
export type SavedState =
  | { readonly state: 'loading' }
  /** Everything of ours is on the server's disk. */
  | { readonly state: 'saved' }
  /** On its way; `waiting` counts changes not yet acknowledged. */
  | { readonly state: 'saving'; readonly waiting: number }
  /** No connection: kept on this device, sent later. */
  | { readonly state: 'offline'; readonly waiting: number }
  /** Made while editing was closed: kept on this device until the step allows it again. */
  | { readonly state: 'held'; readonly waiting: number }
  /** The server cannot store it. Nothing is lost here. */
  | { readonly state: 'refused'; readonly reason: 'storage_full' | 'too_large' | 'signed_out' | 'gone' }

/** One document of the session as this device holds it. `doc` stays the same object for the life of the handle. */
export interface DocumentHandle {
  readonly ref: DocumentRef
  readonly doc: Y.Doc
  readonly right: Right
  /** True once the server's state has arrived, or an offline copy was loaded. */
  readonly ready: boolean
  readonly saved: SavedState
  /** Undo of one's own doing only. Null where this device may only read. */
  readonly undo: Undo | null
}

export interface Me {
  readonly id: PersonId
  readonly role: SessionRole
  /** Null until the stage has arrived. */
  readonly person: Person | null
}

/** What a live cursor or drag of someone else says. Coordinates are board units. */
export interface Presence {
  readonly person: PersonId
  readonly name: string
  /** One of twelve presence colours, stable for the person. */
  readonly colour: string
  readonly cursor: { readonly x: number; readonly y: number } | null
  /** Notes or clusters in that person's hands and how far they were dragged; several hands at once on a touch panel. */
  readonly drags: readonly Drag[]
  /** What that person is typing in: a note id, or `goal.statement`, `step.<id>.text`. */
  readonly editing: string | null
  readonly facilitates: boolean
  /** Wants to see everyone's pointer, also in a crowd. */
  readonly asksForPointers: boolean
  /** Under which number this device's changes stand in the document. */
  readonly client?: number
}

/** Live presence on one document; subscribe-and-read, so that sixty cursors never re-render a page. */
export interface PresenceChannel {
  readonly others: () => readonly Presence[]
  readonly subscribe: (changed: () => void) => () => void
  readonly moveCursor: (at: { readonly x: number; readonly y: number } | null) => void
  /** What is in this device's hands now. */
  readonly drag: (drags: readonly Drag[]) => void
  readonly setEditing: (what: string | null) => void
  /** Tells the others that this device shows everyone's pointer, so that they send it. */
  readonly askForPointers: (asks: boolean) => void
}

/** Everything a screen can ask of a running session. Made by `session/`, reached by the hooks in `session/hooks.ts`. */
export interface SessionHandle {
  readonly id: SessionId
  readonly seat: { readonly person: PersonId; readonly role: SessionRole }
  /** Milliseconds to add to this device's clock to get the server's. */
  readonly clockOffset: () => number
  readonly command: (command: Command) => Promise<Result<CommandAnswer, ApiErrorCode>>
  readonly open: (ref: DocumentRef) => { readonly handle: DocumentHandle; readonly release: () => void }
  readonly presence: (ref: DocumentRef) => PresenceChannel
  readonly subscribe: (changed: () => void) => () => void
  readonly leave: () => void
  /** The capability for a request beside the documents, such as an export. It is kept fresh. */
  readonly token: () => string
}
