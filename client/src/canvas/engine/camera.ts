import type { Rect } from '@groundswell/shared'
import { react, unsafe__withoutCapture, type Editor } from 'tldraw'
import type { Camera } from '../model/far-paint.ts'
import { boundsOfScene, cameraOn, cameraToOpen, cameraToRead, notesToRead, type Reader, type Room } from '../model/look.ts'
import type { Scene } from '../model/scene.ts'

const roomOf = (editor: Editor): Room => editor.getViewportScreenBounds()

function turnTo(editor: Editor, camera: Camera | null, duration: number): void {
  if (camera !== null) editor.setCamera(camera, duration > 0 ? { animation: { duration } } : { immediate: true })
}

/** Opens where the board can be read, whole or in part; an empty board shows the horizon in the middle. */
export function firstLook(editor: Editor, scene: Scene, reader: Reader): boolean {
  if (editor.getCamera().x === 0 && editor.getCamera().y === 0 && scene.size === 0) {
    const { w, h } = roomOf(editor)
    editor.setCamera({ x: w / 2, y: h / 4, z: 1 })
  }
  if (scene.size === 0) return false
  turnTo(editor, cameraToOpen(roomOf(editor), scene, reader), 0)
  return true
}

/**
 * Looks again in the same way when the room for the board changes (a bar comes above it, a tablet is turned), until someone moves
 * the view: notes would otherwise end up under the tools. Answers what ends it.
 */
export function keepInSight(editor: Editor, look: () => void): () => void {
  let shown = editor.getCamera()
  const again = (): void => {
    const { x, y, z } = editor.getCamera()
    if (x !== shown.x || y !== shown.y || z !== shown.z) return
    look()
    shown = editor.getCamera()
  }
  let room = editor.getViewportScreenBounds()
  return react('room for the board', () => {
    const now = editor.getViewportScreenBounds()
    if (now.equals(room)) return
    room = now
    unsafe__withoutCapture(again)
  })
}

/** Shows `bounds` whole, no larger than at its natural size. */
export function fitTo(editor: Editor, bounds: Rect | null, duration = 0): void {
  turnTo(editor, bounds && cameraOn(roomOf(editor), bounds), duration)
}

/** Goes near to the notes that there are to read. */
export function goToRead(editor: Editor, scene: Scene, reader: Reader, duration: number): void {
  const whole = boundsOfScene(scene)
  if (whole !== null) turnTo(editor, cameraToRead(roomOf(editor), notesToRead(scene, reader), whole), duration)
}
