import { NOTE_HEIGHT, NOTE_WIDTH } from '@groundswell/shared'
import { react, unsafe__withoutCapture, type Editor } from 'tldraw'
import type { Scene } from '../model/scene.ts'

/** Opens on the whole board, at most at its natural size; an empty board shows the horizon in the middle. */
export function firstLook(editor: Editor, scene: Scene): boolean {
  if (editor.getCamera().x === 0 && editor.getCamera().y === 0 && scene.size === 0) {
    const { w, h } = editor.getViewportScreenBounds()
    editor.setCamera({ x: w / 2, y: h / 4, z: 1 })
  }
  if (scene.size === 0) return false
  fitTo(editor, boundsOfScene(scene))
  return true
}

/**
 * Goes on showing all of `whole` when the room for it changes (a bar comes above it, a tablet is turned), until someone moves
 * the view: notes would otherwise end up under the tools. Answers what ends it.
 */
export function keepInSight(editor: Editor, whole: () => Bounds | null): () => void {
  let shown = editor.getCamera()
  const again = (): void => {
    const { x, y, z } = editor.getCamera()
    if (x !== shown.x || y !== shown.y || z !== shown.z) return
    fitTo(editor, whole())
    shown = editor.getCamera()
  }
  return react('room for the board', () => {
    editor.getViewportScreenBounds()
    unsafe__withoutCapture(again)
  })
}

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export function boundsOfScene(scene: Scene, keys?: ReadonlySet<string>): Bounds | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [key, item] of scene) {
    if (item.kind === 'ghost' || (keys && !keys.has(key))) continue
    const [w, h] = item.kind === 'cluster' ? [item.w, item.h] : [NOTE_WIDTH, NOTE_HEIGHT]
    left = Math.min(left, item.x)
    top = Math.min(top, item.y)
    right = Math.max(right, item.x + w)
    bottom = Math.max(bottom, item.y + h)
  }
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top }
}

/** Room for the zones' titles above and the tools below, in screen px. */
const INSET = { top: 64, bottom: 88, side: 28 }

/** Shows `bounds` whole, no larger than at its natural size. */
export function fitTo(editor: Editor, bounds: Bounds | null, duration = 0): void {
  if (bounds === null) return
  const { w, h } = editor.getViewportScreenBounds()
  const z = Math.max(0.05, Math.min(1, (w - 2 * INSET.side) / bounds.w, (h - INSET.top - INSET.bottom) / bounds.h))
  const middle = (INSET.top + (h - INSET.bottom)) / 2
  const camera = { x: w / 2 / z - (bounds.x + bounds.w / 2), y: middle / z - (bounds.y + bounds.h / 2), z }
  editor.setCamera(camera, duration > 0 ? { animation: { duration } } : { immediate: true })
}
