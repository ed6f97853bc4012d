import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { Item } from '../model/items.ts'
import { keyOf, noteKey } from '../model/items.ts'
import { buildBase, diffScenes, isSameButPlace, withHands, type Overlay, type Scene } from '../model/scene.ts'
import type { BoardView, NoteId } from '@groundswell/shared'
import { toldWords } from '../model/told.ts'
import type { CanvasInput } from '../port.ts'
import type { InkDown } from './ink-down.ts'
import type { Own } from './own.ts'
import { recordOf, shapeIdOf, type BoardShape, type Words } from './records.ts'

/** Above this many new things at once they come in slices, what is in view first, so that the board opens without a stall. */
const AT_ONCE = 600
const SLICE = 250

export interface Projector {
  /** Brings the canvas up to date in at most one merge. */
  readonly frame: (overlay: Overlay) => void
  readonly touch: () => void
  readonly retell: () => void
  /** Something else is said about these notes: draw them anew. */
  readonly redraw: (notes: readonly NoteId[]) => void
  /** These were moved under our feet: show them again where they belong. */
  readonly correct: (keys: readonly string[]) => void
  /** Everything as it should look, also what has not been mounted yet. */
  readonly scene: () => Scene
  /** True when nothing waits to be shown. */
  readonly isSettled: () => boolean
}

export function createProjector(editor: Editor, own: Own, input: CanvasInput, ink: InkDown, words: () => Words): Projector {
  let base: Scene = new Map()
  let scene: Scene = base
  let seen: BoardView | null = null
  const shown = new Map<string, Item>()
  let dirty = true
  let waiting = false

  const toldOf = (note: NoteId) => toldWords(input.reactions.counts.get().get(note))

  const look = (overlay: Overlay) => {
    const view = input.board.get()
    if (view !== seen) base = buildBase(view, base)
    seen = view
    scene = withHands(base, view, overlay, scene)
  }
  /** The record to put, or none where the canvas shows it already: what a person drags is moved by the tool itself. */
  const recordFor = (item: Item, say: Words): readonly (TLShape | BoardShape)[] => {
    const old = shown.get(keyOf(item))
    const current = old && isSameButPlace(old, item) ? editor.getShape(shapeIdOf(keyOf(item))) : undefined
    if (current === undefined) return [recordOf(item, editor.getCurrentPageId(), say, toldOf)]
    // The same props object again: the note is moved, and not rendered anew.
    return current.x === item.x && current.y === item.y ? [] : [{ ...current, x: item.x, y: item.y }]
  }

  const apply = (puts: readonly Item[], removes: readonly string[]) => {
    const ids = removes.map(shapeIdOf)
    const drawings = ink.take(new Set(ids))
    if (puts.length === 0 && ids.length === 0 && drawings === null) return
    letGo(editor, new Set([...ids, ...(drawings?.remove ?? [])]))
    const say = words()
    const records = puts.flatMap((item) => recordFor(item, say))
    if (records.length + ids.length > 0 || drawings !== null) {
      own.merge(() => {
        if (ids.length > 0) editor.store.remove(ids)
        if (records.length > 0) editor.store.put(records)
        drawings?.apply()
      })
    }
    for (const item of puts) shown.set(keyOf(item), item)
    for (const key of removes) shown.delete(key)
  }

  return {
    touch: () => {
      dirty = true
    },
    retell: () => {
      shown.clear()
      dirty = true
    },
    redraw: (notes) => {
      for (const id of notes) shown.delete(noteKey(id))
      dirty ||= notes.length > 0
    },
    correct: (keys) => {
      for (const key of keys) {
        const item = shown.get(key)
        // A new object: the next look compares it with what the canvas really shows.
        if (item) shown.set(key, { ...item })
        dirty = true
      }
    },
    scene: () => scene,
    isSettled: () => !dirty && !waiting,
    frame: (overlay) => {
      if (!dirty && !waiting && !ink.isDirty()) return
      if (dirty) look(overlay)
      dirty = false
      const change = diffScenes(shown, scene)
      const put = change.put.length > AT_ONCE ? firstOf(change.put, editor) : change.put
      waiting = put.length < change.put.length
      apply(put, change.remove)
    },
  }
}

/** The slice to show next: what is in view, nearest to its middle first. */
function firstOf(items: readonly Item[], editor: Editor): readonly Item[] {
  const view = editor.getViewportPageBounds()
  const { x, y } = view.center
  const cards = items.filter((item) => item.kind !== 'note')
  const notes = items.filter((item) => item.kind === 'note')
  notes.sort((a, b) => Math.max(Math.abs(a.x - x), Math.abs(a.y - y)) - Math.max(Math.abs(b.x - x), Math.abs(b.y - y)))
  return [...cards, ...notes.slice(0, SLICE)]
}

const BUSY = [
  'select.translating',
  'select.editing_shape',
  'select.resizing',
  'select.rotating',
  'select.dragging_handle',
  'select.pointing_shape',
  'select.pointing_selection',
  'select.pointing_handle',
]

/** A gesture that holds something which is about to go ends first: its state machine would look for it and fail. */
function letGo(editor: Editor, going: ReadonlySet<TLShapeId>): void {
  if (going.size === 0) return
  const held =
    editor.getSelectedShapeIds().some((id) => going.has(id)) || going.has(editor.getEditingShapeId() ?? ('' as TLShapeId))
  if (held && editor.isInAny(...BUSY)) editor.cancel()
  if (held) editor.setSelectedShapes(editor.getSelectedShapeIds().filter((id) => !going.has(id)))
}
