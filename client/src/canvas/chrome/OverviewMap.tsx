import type { Rect } from '@groundswell/shared'
import { useEffect, useRef, type PointerEvent } from 'react'
import { useEditor } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import { createPalette, type Palette } from '../engine/palette.ts'
import { boundsOfScene } from '../model/look.ts'
import type { Scene } from '../model/scene.ts'
import { boardPoint, frameOn, overviewOf, type Overview } from '../model/overview.ts'
import styles from './chrome.module.css'
import { useSight, viewOf } from './use-sight.ts'

/** Milliseconds between two pictures of a board that changes. */
const PICTURE_EVERY_MS = 200

/** Where one is on a board that is too large to be read at once. It is for pointers: the zoom bar and the list do the same. */
export function OverviewMap() {
  return useSight() === 'part' ? <Picture /> : null
}

/** The board made small, with a frame around what one sees. A press or a pull on it goes there. */
function Picture() {
  const editor = useEditor()
  const runtime = useRuntime()
  const ref = useRef<HTMLCanvasElement>(null)
  const shown = useRef<Overview | null>(null)
  useEffect(() => {
    const canvas = ref.current
    if (canvas === null) return
    const palette = createPalette(editor.getContainer())
    let drawn: readonly unknown[] = []
    let pictured: Scene | null = null
    let picturedAt = 0
    return runtime.onFrame(() => {
      const [scene, { x, y, z }, colours, now] = [runtime.scene(), editor.getCamera(), palette(), performance.now()]
      const around = boundsOfScene(scene)
      // The frame follows at once; the board in it, which takes as long as it is large, a few times a second.
      if (around !== null && scene !== pictured && (pictured === null || now - picturedAt >= PICTURE_EVERY_MS)) {
        shown.current = overviewOf(scene, around)
        pictured = scene
        picturedAt = now
      }
      const state = [pictured, x, y, z, colours, editor.getViewportScreenBounds()]
      if (shown.current === null || state.every((value, index) => value === drawn[index])) return
      drawn = state
      paint(canvas, shown.current, frameOn(shown.current, viewOf(editor)), colours)
    })
  }, [editor, runtime])
  const go = ({ nativeEvent, buttons }: PointerEvent) => {
    if (buttons === 0 || shown.current === null) return
    editor.centerOnPoint(boardPoint(shown.current, { x: nativeEvent.offsetX, y: nativeEvent.offsetY }))
  }
  const take = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    go(event)
  }
  return <canvas ref={ref} className={styles.overview} aria-hidden="true" onPointerDown={take} onPointerMove={go} />
}

function paint(canvas: HTMLCanvasElement, { w, h, clusters, notes }: Overview, frame: Rect, palette: Palette): void {
  const scale = Math.min(2, window.devicePixelRatio || 1)
  const [width, height] = [Math.round(w * scale), Math.round(h * scale)]
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
    canvas.style.inlineSize = `${w}px`
    canvas.style.blockSize = `${h}px`
  }
  const context = canvas.getContext('2d')
  if (context === null) return
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, w, h)
  fill(context, clusters, palette['line'])
  fill(context, notes.current, palette['today-edge'])
  fill(context, notes.ideal, palette['ideal-edge'])
  context.fillStyle = palette['accent'] ?? ''
  context.globalAlpha = 0.14
  context.fillRect(frame.x, frame.y, frame.w, frame.h)
  context.globalAlpha = 1
  context.strokeStyle = palette['accent'] ?? ''
  context.lineWidth = 2
  context.strokeRect(frame.x, frame.y, frame.w, frame.h)
}

function fill(context: CanvasRenderingContext2D, rects: readonly Rect[], colour = ''): void {
  context.beginPath()
  for (const { x, y, w, h } of rects) context.rect(x, y, w, h)
  context.fillStyle = colour
  context.fill()
}
