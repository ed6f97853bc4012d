import type { ClusterId, Horizon, Point } from '@groundswell/shared'
import type { Atom, Editor } from 'tldraw'
import type { Holds } from '../../session/index.ts'
import type { Scene } from '../model/scene.ts'
import type { Reader } from '../model/look.ts'
import type { CanvasInput, Viewer } from '../port.ts'
import type { Words } from './records.ts'

/** A note that is being written and not on the board yet. */
export interface Draft {
  readonly at: Point
  readonly horizon: Horizon
  readonly cluster: ClusterId | null
}

/** One mounted canvas: what its parts share. */
export interface Runtime {
  /** Its people hold only what nobody held before them. */
  readonly input: CanvasInput
  readonly holds: Holds
  readonly viewer: Atom<Viewer>
  readonly words: Atom<Words>
  readonly draft: Atom<Draft | null>
  /** The editor once it is there. */
  readonly editor: () => Editor | null
  readonly scene: () => Scene
  /** Calls back in each frame, after the canvas is up to date; returns its own undo. */
  readonly onFrame: (callback: (now: number) => void) => () => void
  readonly attach: (editor: Editor) => () => void
  readonly startDraft: (at?: Point) => void
  /** Adds the draft's note with the given text; answers its id. */
  readonly addDraft: (draft: Draft, text: string) => string | undefined
  readonly quarantined: () => ReadonlySet<string>
}

export const mayWrite = (viewer: Viewer): boolean => viewer.mode === 'write' && viewer.right === 'write'

/** The side of a new note: the step's, else the side of the board it is put on. */
export const sideAt = (viewer: Viewer, middle: number): Horizon => viewer.horizonHint ?? (middle < 0 ? 'current' : 'ideal')

/** Whose eyes a first look is for. */
export const readerOf = ({ hand, horizonHint }: Viewer): Reader => ({ hand, horizon: horizonHint })
