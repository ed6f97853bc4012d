import {
  freeSpot,
  LIMITS,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  takenRects,
  type ClusterId,
  type NoteId,
  type Point,
} from '@groundswell/shared'
import type { Editor, TLShapeId } from 'tldraw'
import { linesOf } from '../model/paste.ts'
import { idOfKey, isBoardShape, isCluster, isNote, keyOfShape } from './records.ts'
import { mayWrite, sideAt, type Runtime } from './runtime.ts'

const TOOLS: Readonly<Record<string, string>> = { v: 'select', h: 'hand', d: 'draw', a: 'arrow', t: 'text', e: 'eraser' }

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Keys and clipboard of the canvas. tldraw's own are not mounted: they would delete, group and paste what is not ours. */
export function bindKeys(editor: Editor, runtime: Runtime): () => void {
  const container = editor.getContainer()
  const onKey = (event: KeyboardEvent) => {
    // With the focus nowhere the keys are ours too: whoever has just opened the board has not pressed on it yet.
    const here = event.target === document.body || (event.target instanceof Node && container.contains(event.target))
    if (!here || isTyping(event.target) || event.isComposing) return
    if (handleKey(event, editor, runtime)) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
  }
  const onCopy = (event: ClipboardEvent) => {
    const text = isTyping(event.target) ? '' : selectedText(editor)
    if (text === '') return
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isTyping(event.target) || !(document.activeElement === document.body || container.contains(document.activeElement)))
      return
    pasteNotes(event.clipboardData?.getData('text/plain') ?? '', editor, runtime)
    event.preventDefault()
  }
  // Focus follows a press on the canvas, so that keys go where the eyes are; nothing else takes it.
  const onPress = (event: PointerEvent) => {
    if (!isTyping(event.target) && !(event.target instanceof Element && event.target.closest('button')))
      container.focus({ preventScroll: true })
  }
  document.addEventListener('keydown', onKey, { capture: true })
  container.addEventListener('pointerdown', onPress, { capture: true })
  document.addEventListener('copy', onCopy)
  document.addEventListener('paste', onPaste)
  return () => {
    document.removeEventListener('keydown', onKey, { capture: true })
    container.removeEventListener('pointerdown', onPress, { capture: true })
    document.removeEventListener('copy', onCopy)
    document.removeEventListener('paste', onPaste)
  }
}

/** True when the key was one of ours. */
function handleKey(event: KeyboardEvent, editor: Editor, runtime: Runtime): boolean {
  const key = event.key.toLowerCase()
  const write = mayWrite(runtime.viewer.get())
  if (event.ctrlKey || event.metaKey) return write && handleChord(key, event.shiftKey, editor, runtime)
  if (event.altKey) return false
  if (key === 'n' && runtime.viewer.get().mayAdd) {
    runtime.startDraft()
    return true
  }
  if (!write) return false
  if (key === 'delete' || key === 'backspace') {
    removeSelected(editor, runtime)
    return true
  }
  const tool = TOOLS[key]
  if (tool !== undefined) editor.setCurrentTool(tool)
  return tool !== undefined
}

function handleChord(key: string, shift: boolean, editor: Editor, runtime: Runtime): boolean {
  const { does } = runtime.input
  if (key === 'z') {
    editor.cancel()
    if (shift) does.redo()
    else does.undo()
  } else if (key === 'y') does.redo()
  else if (key === 'a') editor.selectAll()
  else if (key === 'd') duplicateSelected(editor, runtime)
  else return false
  return true
}

const selectedNotes = (editor: Editor) => editor.getSelectedShapes().filter(isNote)
const noteIdOf = (id: TLShapeId): NoteId => idOfKey(keyOfShape(id)) as NoteId

const selectedText = (editor: Editor): string =>
  selectedNotes(editor)
    .map(({ props }) => props.text.replaceAll('\n', ' '))
    .join('\n')

/** Sets notes aside, dissolves clusters, deletes drawings. Notes in a cluster stay where they are. */
export function removeSelected(editor: Editor, runtime: Runtime): void {
  const shapes = editor.getSelectedShapes()
  const { does } = runtime.input
  does.boundary()
  const notes = shapes.filter(isNote).map(({ id }) => noteIdOf(id))
  const clusters = shapes.filter(isCluster).map(({ id }) => idOfKey(keyOfShape(id)) as ClusterId)
  if (notes.length > 0) does.setAside(notes)
  if (clusters.length > 0) does.dissolveClusters(clusters)
  editor.deleteShapes(shapes.filter((shape) => !isBoardShape(shape)).map(({ id }) => id))
  does.boundary()
}

function duplicateSelected(editor: Editor, runtime: Runtime): void {
  if (!runtime.viewer.get().mayAdd) return
  const spots = createSpots(runtime)
  const notes = selectedNotes(editor).map(({ x, y, props }) => {
    const at = spots({ x: x + 24, y: y + 24 })
    return { horizon: props.horizon, text: props.text, place: [null, at.x, at.y] as const }
  })
  if (notes.length > 0) runtime.input.does.addNotes(notes)
}

function pasteNotes(text: string, editor: Editor, runtime: Runtime): void {
  const viewer = runtime.viewer.get()
  const lines = viewer.mayAdd ? linesOf(text, LIMITS.note) : []
  if (lines.length === 0) return
  const { x, y } = editor.getViewportPageBounds().center
  const spots = createSpots(runtime)
  runtime.input.does.boundary()
  runtime.input.does.addNotes(
    lines.map((line) => {
      const at = spots({ x: x - NOTE_WIDTH / 2, y: y - NOTE_HEIGHT / 2 })
      return { horizon: sideAt(viewer, x), text: line, place: [null, at.x, at.y] as const }
    }),
  )
}

/** Free spots one after the other, each taken once given. */
function createSpots(runtime: Runtime): (wish: Point) => Point {
  const taken = [...takenRects(runtime.input.board.get())]
  return (wish) => {
    const at = freeSpot({ w: NOTE_WIDTH, h: NOTE_HEIGHT }, taken, { x: Math.round(wish.x), y: Math.round(wish.y) })
    taken.push({ ...at, w: NOTE_WIDTH, h: NOTE_HEIGHT })
    return at
  }
}
