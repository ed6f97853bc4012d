import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { farPicture, isFar, isMid, type Camera, type FarNote } from '../model/far-paint.ts'
import type { Scene } from '../model/scene.ts'
import { useRuntime } from './context.ts'
import styles from './ground.module.css'
import { paintTile, type TileWords } from './paint-tile.ts'
import { createPalette, type Palette } from './palette.ts'

/**
 * Clusters as tiles once their notes cannot be read, and from farther away the loose notes too, on one canvas: thousands of
 * elements would cost four times the time of a frame.
 */
export function FarLayer() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const runtime = useRuntime()
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (!ref.current) return
    const say: TileWords = {
      split: (current, ideal) => t('cluster.split', { current, ideal, year: runtime.words.get().year }),
      focus: { student_outcome: t('focus.student_outcome'), teacher_action: t('focus.teacher_action') },
      unnamed: t('cluster.unnamed'),
      empty: t('cluster.empty'),
    }
    const painter = createPainter({ canvas: ref.current, container: editor.getContainer(), scene: runtime.scene, say })
    return runtime.onFrame(() => painter(editor.getCamera()))
  }, [editor, runtime, t])
  return <canvas ref={ref} className={styles.far} aria-hidden="true" />
}

interface Easel {
  readonly canvas: HTMLCanvasElement
  readonly container: HTMLElement
  readonly scene: () => Scene
  readonly say: TileWords
}

function createPainter(easel: Easel): (camera: Camera) => void {
  const { canvas, container, scene } = easel
  let far = false
  let mid = false
  let drawn: readonly unknown[] = []
  const palette = createPalette(container)
  const lookFrom = (zoom: number) => {
    const [wasFar, wasMid] = [far, mid]
    far = isFar(zoom, wasFar)
    mid = isMid(zoom)
    if (far !== wasFar) container.dataset['far'] = String(far)
    if (mid === wasMid) return
    container.dataset['mid'] = String(mid)
    if (!mid) canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height)
  }
  return (now) => {
    lookFrom(now.z)
    if (!mid) {
      drawn = []
      return
    }
    const colours = palette()
    const state = [scene(), now.x, now.y, now.z, canvas.clientWidth, canvas.clientHeight, colours, far]
    if (state.every((value, index) => value === drawn[index])) return
    drawn = state
    paint(easel, now, far, colours)
  }
}

function paint({ canvas, scene, say }: Easel, camera: Camera, far: boolean, palette: Palette): void {
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
  const picture = farPicture(scene(), camera, width, height, far)
  for (const cluster of picture.clusters) paintTile(context, cluster, camera.z, palette, say)
  paintNotes(context, picture.current, 2 * camera.z, camera.z, palette['today-note'], palette['today-edge'], palette['today-ink'])
  paintNotes(context, picture.ideal, 22 * camera.z, camera.z, palette['ideal-note'], palette['ideal-edge'], palette['ideal-ink'])
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
