import { react, type Editor } from 'tldraw'
import { isBoardShape, keyOfShape } from './records.ts'
import type { RemoteDrags } from './remote-drags.ts'
import type { Runtime } from './runtime.ts'

/** Hears what others do once per frame, however often it changed. */
export function watchPresence(runtime: Runtime, remote: RemoteDrags, touch: () => void) {
  let changed = true
  const stop = runtime.input.people.subscribe(() => {
    changed = true
  })
  const hear = (now: number) => {
    if (!changed) return
    changed = false
    remote.hear(runtime.input.people.others(), runtime.input.board.get(), now)
    if (remote.isMoving(now)) touch()
  }
  return { hear, stop }
}

/** Tells others where this pointer is and what is being written in. */
export function bindPresence(editor: Editor, runtime: Runtime): () => void {
  const { people } = runtime.input
  const stops = [
    react('cursor', () => {
      const { x, y } = editor.inputs.currentPagePoint
      const over = editor.getInstanceState().isHoveringCanvas
      people.moveCursor(over === false ? null : { x: Math.round(x), y: Math.round(y) })
    }),
    react('writing', () => {
      const id = editor.getEditingShapeId()
      const shape = id && editor.getShape(id)
      people.setEditing(shape && isBoardShape(shape) ? keyOfShape(shape.id).replace(/^(note|cluster)-/, '') : null)
    }),
  ]
  const move = () => {
    const { x, y } = editor.inputs.currentPagePoint
    if (editor.getInstanceState().isHoveringCanvas !== false) people.moveCursor({ x: Math.round(x), y: Math.round(y) })
  }
  editor.on('event', move)
  return () => {
    editor.off('event', move)
    stops.forEach((stop) => stop())
    people.moveCursor(null)
    people.drag([])
    people.setEditing(null)
  }
}
