import type { NoteId } from '@groundswell/shared'
import {
  DefaultColorStyle,
  DefaultDashStyle,
  DefaultFontStyle,
  DefaultSizeStyle,
  react,
  type Editor,
  type TLEventInfo,
} from 'tldraw'
import { buildBase, NOTHING, type Overlay, type Scene } from '../model/scene.ts'
import { toldChanges } from '../model/told.ts'
import type { ReactionPort } from '../port.ts'
import { firstLook, keepInSight } from './camera.ts'
import { commitNudge } from './commit.ts'
import { createGestures } from './gestures.ts'
import { createGuards } from './guards.ts'
import { createHands } from './hands.ts'
import { createInkDown } from './ink-down.ts'
import { createInkUp } from './ink-up.ts'
import { bindKeys } from './keys.ts'
import { createOwn } from './own.ts'
import { createProjector } from './projector.ts'
import { bindPresence, watchPresence } from './presence.ts'
import { isNote, keyOfShape, type NoteShape } from './records.ts'
import { createRemoteDrags, type RemoteDrags } from './remote-drags.ts'
import { mayWrite, readerOf, type Runtime } from './runtime.ts'
import { bindTouchHands } from './touch-hands.ts'
import { pressTiles, tune } from './tuning.ts'

export interface Attached {
  readonly scene: () => Scene
  readonly quarantine: ReadonlySet<string>
  readonly stop: () => void
}

/** Binds an editor to the board: one look at everything per frame, one merge at most. */
export function attach(editor: Editor, runtime: Runtime, onFrame: (now: number) => void): Attached {
  const { input } = runtime
  const own = createOwn(editor)
  // Ours to delete is what a picture of ours shows; a copy that a drag made is not.
  const guards = createGuards(
    editor,
    own,
    () => mayWrite(runtime.viewer.get()),
    (id) => projector.scene().has(keyOfShape(id)),
  )
  const up = createInkUp(editor, input.ink, own, (ids) => own.merge(() => editor.store.remove([...ids])))
  const down = createInkDown(editor, input.ink, up.isHeld)
  const projector = createProjector(editor, own, input, down, () => runtime.words.get())
  const hands = createHands(input, runtime.holds)
  const gestures = createGestures(editor, hands)
  const fingers = bindTouchHands(editor, runtime, hands)
  const remote = createRemoteDrags()
  const presence = watchPresence(runtime, remote, projector.touch)
  const wholeScene = (): Scene => (input.whole === undefined ? projector.scene() : buildBase(input.whole(), new Map()))
  const look = () => firstLook(editor, wholeScene(), readerOf(runtime.viewer.get()))
  let fitted = false
  let dragged = false
  let moved = false

  const frame = () => {
    const now = performance.now()
    presence.hear(now)
    if (gestures.frame(now)) projector.touch()
    if (fingers.frame(now)) projector.touch()
    if (!gestures.isActive()) {
      addCopies(guards.takeCopies(), runtime)
      const nudged = guards.takeMoved()
      // At the end of a drag its command has moved them; without a drag it was the arrow keys.
      if (!dragged) commitNudge(input.board.get(), input.does, nudged)
      projector.correct(nudged.map(({ id }) => keyOfShape(id)))
    }
    dragged = gestures.isActive()
    up.frame(now)
    // Once more after the last step: between two slow frames a hand may have arrived.
    const moves = remote.isMoving(now)
    if (moves || moved) projector.touch()
    moved = moves
    projector.frame(join(hands.overlay(), remote, now))
    if (!fitted && look()) {
      fitted = true
      stops.push(keepInSight(editor, look))
    }
    onFrame(now)
  }
  editor.on('tick', frame)
  const stops = [
    input.board.subscribe(() => {
      remote.settle()
      projector.touch()
    }),
    watchReactions(input.reactions.counts, projector.redraw),
    presence.stop,
    fingers.stop,
    guards.stop,
    up.stop,
    down.stop,
    bindKeys(editor, runtime),
    bindPresence(editor, runtime),
    bindViewer(editor, runtime),
    bindTap(editor, runtime),
    react('words', () => {
      runtime.words.get()
      projector.retell()
    }),
    () => editor.off('tick', frame),
  ]
  prepare(editor)
  return { scene: projector.scene, quarantine: down.quarantine, stop: () => stops.forEach((stop) => stop()) }
}

/** What people say to notes comes with the stage, apart from the board. */
function watchReactions(counts: ReactionPort['counts'], redraw: (notes: readonly NoteId[]) => void): () => void {
  let before = counts.get()
  return counts.subscribe(() => {
    const after = counts.get()
    if (after !== before) redraw(toldChanges(before, after))
    before = after
  })
}

/** Nothing foreign comes in: no links, files, SVG or embeds, by paste or by drop. Pasted text is ours to make notes of. */
function prepare(editor: Editor): void {
  tune(editor)
  pressTiles(editor)
  for (const type of ['url', 'embed', 'files', 'file-replace', 'svg-text', 'excalidraw', 'tldraw', 'text'] as const) {
    editor.registerExternalContentHandler(type, null)
  }
  // Wheel and pinch work without taking the focus of the page.
  editor.updateInstanceState({ isFocused: true, isGridMode: false })
  editor.setStyleForNextShapes(DefaultColorStyle, 'blue')
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
  editor.setStyleForNextShapes(DefaultDashStyle, 'solid')
  editor.setStyleForNextShapes(DefaultSizeStyle, 'm')
}

function join(mine: Overlay, remote: RemoteDrags, now: number): Overlay {
  const theirs = remote.places(now)
  if (theirs.size === 0) return mine
  return { ...(mine === NOTHING ? NOTHING : mine), places: new Map([...theirs, ...mine.places]) }
}

function bindViewer(editor: Editor, runtime: Runtime): () => void {
  let before: boolean | null = null
  return react('viewer', () => {
    const write = mayWrite(runtime.viewer.get())
    if (write === before) return
    before = write
    if (!write) editor.cancel()
    editor.updateInstanceState({ isReadonly: !write })
    editor.setCurrentTool(write ? 'select' : 'hand')
  })
}

/** A press that moved farther, in screen px, was a drag. */
const TAP_PX = 6

/** Where one may only read, a tap chooses the note under it, to react to it or to follow it. A drag moves the board. */
function bindTap(editor: Editor, runtime: Runtime): () => void {
  const tap = (event: TLEventInfo) => {
    const viewer = runtime.viewer.get()
    if (event.type !== 'pointer' || event.name !== 'pointer_up' || mayWrite(viewer)) return
    if (!viewer.mayReact && runtime.input.onOpenNote === null) return
    const { originScreenPoint: from, currentScreenPoint: to, currentPagePoint } = editor.inputs
    if (Math.hypot(to.x - from.x, to.y - from.y) > TAP_PX || !editor.isIn('hand')) return
    const under = editor.getShapeAtPoint(currentPagePoint, { hitInside: true })
    editor.setSelectedShapes(under !== undefined && isNote(under) ? [under] : [])
  }
  editor.on('event', tap)
  return () => void editor.off('event', tap)
}

/** Copies made by a drag with Alt become notes of their own. */
function addCopies(copies: readonly NoteShape[], runtime: Runtime): void {
  if (copies.length === 0 || !runtime.viewer.get().mayAdd) return
  runtime.input.does.addNotes(
    copies.map(({ x, y, props }) => ({ horizon: props.horizon, text: props.text, place: [null, Math.round(x), Math.round(y)] })),
  )
}
