import type { Editor, TLRenderingShape, TLShape } from 'tldraw'
import { isMid } from '../model/far-paint.ts'
import { isNote } from './records.ts'

/**
 * Two of the renderer's questions have a cheaper answer on this board. Both are asked on every frame of a drag and walk all
 * shapes; without these answers a drag among 3,000 notes takes about twice as long.
 */
export function tune(editor: Editor): void {
  // Nothing of ours takes shapes in as the renderer means it: what a drop does is found by our own hit test.
  editor.getDraggingOverShape = () => undefined
  const list = editor.getRenderingShapes.bind(editor)
  let before: TLRenderingShape[] = []
  // A shape's element follows its position by itself. Only a new list makes React compare all of them.
  editor.getRenderingShapes = () => {
    const now = list()
    if (!isSameList(before, now)) before = now
    return before
  }
}

const isSameList = (before: readonly TLRenderingShape[], now: readonly TLRenderingShape[]): boolean =>
  before.length === now.length && now.every((entry, index) => isSameEntry(before[index], entry))

const isSameEntry = (before: TLRenderingShape | undefined, now: TLRenderingShape): boolean =>
  before !== undefined &&
  before.id === now.id &&
  before.index === now.index &&
  before.opacity === now.opacity &&
  before.backgroundIndex === now.backgroundIndex &&
  before.shape.props === now.shape.props &&
  before.shape.meta === now.shape.meta &&
  before.shape.isLocked === now.shape.isLocked &&
  before.util === now.util

/** From a distance a press on a tile takes hold of the cluster: the notes it stands for are not shown. */
export function pressTiles(editor: Editor): void {
  const hit = editor.getShapeAtPoint.bind(editor)
  const isShown = (shape: TLShape): boolean => !isNote(shape) || !shape.props.piled
  editor.getShapeAtPoint = (point, options = {}) => {
    if (!isMid(editor.getZoomLevel())) return hit(point, options)
    return hit(point, { ...options, filter: (shape) => isShown(shape) && (options.filter?.(shape) ?? true) })
  }
}
