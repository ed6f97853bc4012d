import { useEffect, useRef } from 'react'
import { useEditor } from 'tldraw'
import { farPicture, isFar, isMid, type Camera, type FarCluster, type FarNote } from '../model/far-paint.ts'
import { useRuntime } from './context.ts'
import styles from './ground.module.css'

/** Colours by token, read once per theme: a canvas knows no style sheet. */
interface Palette {
  readonly [token: string]: string
}

const TOKENS = [
  'today-note',
  'today-edge',
  'today-ink',
  'ideal-note',
  'ideal-edge',
  'ideal-ink',
  'surface',
  'line',
  'ink',
  'student',
  'teacher',
  'ink-2',
  'font',
]

const readPalette = (el: Element): Palette => {
  const style = getComputedStyle(el)
  return Object.fromEntries(TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]))
}

/** The notes and clusters from far away, on one canvas: thousands of elements would cost four times the time of a frame. */
export function FarLayer() {
  const editor = useEditor()
  const runtime = useRuntime()
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = ref.current
    return canvas
      ? runtime.onFrame(
          createPainter(
            canvas,
            () => editor.getCamera(),
            () => runtime.scene(),
            editor.getContainer(),
          ),
        )
      : undefined
  }, [editor, runtime])
  return <canvas ref={ref} className={styles.far} aria-hidden="true" />
}

function createPainter(
  canvas: HTMLCanvasElement,
  camera: () => Camera,
  scene: () => ReturnType<ReturnType<typeof useRuntime>['scene']>,
  container: HTMLElement,
) {
  let far = false
  let mid = false
  let drawn: readonly unknown[] = []
  let palette: readonly [theme: string, colours: Palette] | null = null
  return () => {
    const now = camera()
    const was = far
    far = isFar(now.z, was)
    if (isMid(now.z) !== mid) {
      mid = isMid(now.z)
      container.dataset['mid'] = String(mid)
    }
    if (far !== was) {
      container.dataset['far'] = String(far)
      if (!far) canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height)
    }
    if (!far) {
      drawn = []
      return
    }
    const theme = `${container.className} ${document.documentElement.dataset['theme'] ?? ''}`
    const state = [scene(), now.x, now.y, now.z, canvas.clientWidth, canvas.clientHeight, theme]
    if (state.every((value, index) => value === drawn[index])) return
    drawn = state
    if (palette?.[0] !== theme) palette = [theme, readPalette(container)]
    paint(canvas, now, scene(), palette[1])
  }
}

function paint(canvas: HTMLCanvasElement, camera: Camera, scene: Parameters<typeof farPicture>[0], palette: Palette): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const scale = Math.min(2, window.devicePixelRatio || 1)
  if (canvas.width !== width * scale || canvas.height !== height * scale) {
    canvas.width = width * scale
    canvas.height = height * scale
  }
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, width, height)
  const picture = farPicture(scene, camera, width, height)
  for (const cluster of picture.clusters) paintCluster(context, cluster, camera.z, palette)
  paintNotes(context, picture.current, 2 * camera.z, camera.z, palette['today-note'], palette['today-edge'], palette['today-ink'])
  paintNotes(context, picture.ideal, 22 * camera.z, camera.z, palette['ideal-note'], palette['ideal-edge'], palette['ideal-ink'])
}

function paintCluster(
  context: CanvasRenderingContext2D,
  { rect, title, size, focus }: FarCluster,
  zoom: number,
  palette: Palette,
): void {
  context.beginPath()
  context.roundRect(rect.x, rect.y, rect.w, rect.h, 16 * zoom)
  context.fillStyle = palette['surface'] ?? ''
  context.fill()
  context.strokeStyle = palette['line'] ?? ''
  context.lineWidth = 1
  context.stroke()
  const mark = size * 0.36
  const [x, y] = [rect.x + 20 * zoom, rect.y + 48 * zoom]
  if (focus !== null) {
    context.fillStyle = palette[focus === 'student_outcome' ? 'student' : 'teacher'] ?? ''
    context.beginPath()
    if (focus === 'student_outcome') context.arc(x + mark, y, mark, 0, 7)
    else context.rect(x, y - mark, 2 * mark, 2 * mark)
    context.fill()
  }
  context.fillStyle = palette['ink'] ?? ''
  writeTitle(
    context,
    title,
    { x: x + (focus === null ? 0 : mark * 3), y, w: rect.w - 36 * zoom - (focus === null ? 0 : mark * 3) },
    size,
    palette['font'],
  )
}

/** On one line, or on two smaller ones. */
function writeTitle(
  context: CanvasRenderingContext2D,
  title: string,
  at: { readonly x: number; readonly y: number; readonly w: number },
  size: number,
  font = 'sans-serif',
): void {
  const set = (px: number) => {
    context.font = `600 ${px}px ${font}`
  }
  context.textBaseline = 'middle'
  set(size)
  if (context.measureText(title).width <= at.w) return context.fillText(title, at.x, at.y)
  const small = size * 0.66
  set(small)
  const words = title.split(' ')
  let first = words.shift() ?? ''
  while (words.length > 0 && context.measureText(`${first} ${words[0]}`).width <= at.w) first = `${first} ${words.shift()}`
  if (words.length === 0) return context.fillText(first, at.x, at.y, at.w)
  context.fillText(first, at.x, at.y - small * 0.56, at.w)
  context.fillText(words.join(' '), at.x, at.y + small * 0.56, at.w)
}

/** All notes of a side as one path: the cost of a fill is in the calls, not in the area. */
function paintNotes(
  context: CanvasRenderingContext2D,
  notes: readonly FarNote[],
  radius: number,
  zoom: number,
  fill = '',
  edge = '',
  ink = '',
): void {
  if (notes.length === 0) return
  context.beginPath()
  for (const { rect } of notes) {
    if (radius < 1.5) context.rect(rect.x, rect.y, rect.w, rect.h)
    else context.roundRect(rect.x, rect.y, rect.w, rect.h, radius)
  }
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = edge
  context.lineWidth = 0.75
  context.stroke()
  context.beginPath()
  for (const { rect, lines } of notes) {
    lines.forEach((part, index) => context.rect(rect.x + 16 * zoom, rect.y + (18 + index * 25) * zoom, rect.w * part, 9 * zoom))
  }
  context.globalAlpha = 0.45
  context.fillStyle = ink
  context.fill()
  context.globalAlpha = 1
}
