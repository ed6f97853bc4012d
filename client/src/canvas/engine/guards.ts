import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { Own } from './own.ts'
import { isBoardShape, isNote, type NoteShape } from './records.ts'

export interface Guards {
  /** Copies of notes that a drag with Alt has made and nothing has yet become of. */
  readonly takeCopies: () => readonly NoteShape[]
  /** Notes and clusters that this person's tools have moved since the last call. */
  readonly takeMoved: () => readonly TLShape[]
  readonly stop: () => void
}

/**
 * What this person's tools may do to the board's own shapes: move them, nothing else. Deleting is a command of ours
 * (set aside), turning, scaling and re-ordering do not exist.
 */
export function createGuards(editor: Editor, own: Own, mayWrite: () => boolean, isKnown: (id: TLShapeId) => boolean): Guards {
  const copies = new Set<TLShapeId>()
  const moved = new Set<TLShapeId>()
  const keep = (before: TLShape, after: TLShape): TLShape =>
    mayWrite() && (before.x !== after.x || before.y !== after.y) ? { ...before, x: after.x, y: after.y } : before
  const stops = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after) =>
      own.now() || !isBoardShape(after) || copies.has(after.id) ? after : keep(before, after),
    ),
    editor.sideEffects.registerBeforeDeleteHandler('shape', (shape) =>
      own.now() || !isBoardShape(shape) || !isKnown(shape.id) ? undefined : false,
    ),
    editor.sideEffects.registerAfterCreateHandler('shape', (shape) => {
      if (!own.now() && isBoardShape(shape)) copies.add(shape.id)
    }),
    editor.sideEffects.registerAfterChangeHandler('shape', (_before, shape) => {
      if (!own.now() && isBoardShape(shape)) moved.add(shape.id)
    }),
    editor.sideEffects.registerAfterDeleteHandler('shape', (shape) => copies.delete(shape.id) && undefined),
    // The eraser is for drawings: a note under it must not even look as if it would go.
    editor.sideEffects.registerBeforeChangeHandler('instance_page_state', (_before, after) => withoutCards(editor, after)),
  ]
  return {
    takeCopies: () => {
      if (copies.size === 0) return []
      const shapes = [...copies].map((id) => editor.getShape(id)).filter((shape) => shape !== undefined)
      copies.clear()
      own.merge(() => editor.store.remove(shapes.map((shape) => shape.id)))
      return shapes.filter(isNote)
    },
    takeMoved: () => {
      if (moved.size === 0) return []
      const shapes = [...moved].map((id) => editor.getShape(id)).filter((shape) => shape !== undefined)
      moved.clear()
      return shapes
    },
    stop: () => stops.forEach((stop) => stop()),
  }
}

function withoutCards<P extends { readonly erasingShapeIds: TLShapeId[] }>(editor: Editor, state: P): P {
  if (state.erasingShapeIds.length === 0) return state
  const isCard = (id: TLShapeId): boolean => {
    const shape = editor.getShape(id)
    return shape !== undefined && isBoardShape(shape)
  }
  if (!state.erasingShapeIds.some(isCard)) return state
  return { ...state, erasingShapeIds: state.erasingShapeIds.filter((id) => !isCard(id)) }
}
