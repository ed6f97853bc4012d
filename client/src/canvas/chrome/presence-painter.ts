import type { ClusterId, NoteId } from '@groundswell/shared'
import { NOTE_HEIGHT, NOTE_WIDTH } from '@groundswell/shared'
import type { Presence } from '../../session/index.ts'
import type { Runtime } from '../engine/runtime.ts'
import type { Camera } from '../model/far-paint.ts'
import { glideAt, glideTo, hasArrived, whereIs, type Glide } from '../model/glide.ts'
import { clusterKey, noteKey, type Item } from '../model/items.ts'
import styles from './chrome.module.css'

export interface PresencePainter {
  readonly touch: () => void
  readonly frame: (now: number) => void
  readonly clear: () => void
}

/** One person on the screen. */
interface Figure {
  readonly cursor: HTMLElement
  readonly label: HTMLElement
  readonly hold: HTMLElement
  readonly tag: HTMLElement
  glide: Glide | null
  /** What was last written, so that a still figure costs nothing. */
  written: string
}

const POINTER =
  '<svg viewBox="0 0 20 22" width="20" height="22"><path d="M2 1.5 17.5 12l-7 1.2-3.9 6.3z" fill="var(--who)" stroke="var(--presence-ink)" stroke-width="1.5" stroke-linejoin="round"/></svg>'

function make(parent: HTMLElement, className: string | undefined): HTMLElement {
  const el = document.createElement('div')
  el.className = className ?? ''
  parent.append(el)
  return el
}

function createFigure(root: HTMLElement): Figure {
  const cursor = make(root, styles.cursor)
  cursor.innerHTML = POINTER
  const hold = make(root, styles.hold)
  return { cursor, label: make(cursor, styles.name), hold, tag: make(hold, styles.name), glide: null, written: '' }
}

export function createPresencePainter(
  root: HTMLElement,
  runtime: Runtime,
  camera: () => Camera,
  writing: (name: string) => string,
): PresencePainter {
  const figures = new Map<string, Figure>()
  let dirty = true
  let seen: readonly unknown[] = []
  let active = false

  const hear = (others: readonly Presence[], now: number) => {
    const here = new Set(others.map(({ person }) => person as string))
    for (const [person, figure] of figures) {
      if (here.has(person)) continue
      figure.cursor.remove()
      figure.hold.remove()
      figures.delete(person)
    }
    for (const { person, cursor } of others) {
      const figure = figures.get(person) ?? createFigure(root)
      figures.set(person, figure)
      if (cursor === null) figure.glide = null
      else if (figure.glide === null) figure.glide = glideAt(cursor, now)
      else if (figure.glide.to.x !== cursor.x || figure.glide.to.y !== cursor.y) figure.glide = glideTo(figure.glide, cursor, now)
    }
  }

  return {
    touch: () => {
      dirty = true
    },
    clear: () => root.replaceChildren(),
    frame: (now) => {
      const { x, y, z } = camera()
      const scene = runtime.scene()
      const state = [x, y, z, scene]
      const moved = state.some((value, index) => value !== seen[index])
      if (!dirty && !moved && !active) return
      const others = runtime.input.people.others()
      if (dirty) hear(others, now)
      dirty = false
      seen = state
      active = false
      for (const other of others) {
        const figure = figures.get(other.person)
        if (!figure) continue
        if (figure.glide && !hasArrived(figure.glide, now)) active = true
        place(figure, other, { x, y, z }, now, heldItem(other, scene), writing)
      }
    },
  }
}

/** What the outline goes around: the first thing in the hand, or what is being written in. */
function heldItem({ drag, editing }: Presence, scene: ReturnType<Runtime['scene']>): Item | undefined {
  const id = drag?.ids[0] ?? editing
  return id == null ? undefined : (scene.get(clusterKey(id as ClusterId)) ?? scene.get(noteKey(id as NoteId)))
}

function place(
  figure: Figure,
  person: Presence,
  camera: Camera,
  now: number,
  item: Item | undefined,
  writing: (name: string) => string,
): void {
  const at = figure.glide && whereIs(figure.glide, now)
  const cursor = at && !person.drag ? `translate(${(at.x + camera.x) * camera.z}px, ${(at.y + camera.y) * camera.z}px)` : ''
  const box = item && { w: item.kind === 'note' ? NOTE_WIDTH : item.w, h: item.kind === 'note' ? NOTE_HEIGHT : item.h }
  const hold = item ? `translate(${(item.x + camera.x) * camera.z}px, ${(item.y + camera.y) * camera.z}px)` : ''
  const says = person.drag ? person.name : writing(person.name)
  const size = box ? `${box.w * camera.z},${box.h * camera.z}` : ''
  const written = [cursor, hold, size, says, person.colour].join('|')
  if (written === figure.written) return
  figure.written = written
  show(figure.cursor, cursor, person.colour)
  if (figure.label.textContent !== person.name) figure.label.textContent = person.name
  show(figure.hold, hold, person.colour)
  if (!box || !item) return
  figure.hold.style.width = `${box.w * camera.z}px`
  figure.hold.style.height = `${box.h * camera.z}px`
  figure.hold.style.borderRadius = `${(item.kind === 'note' && item.horizon === 'current' ? 5 : 20) * camera.z}px`
  if (figure.tag.textContent !== says) figure.tag.textContent = says
}

function show(el: HTMLElement, transform: string, colour: string): void {
  el.style.display = transform === '' ? 'none' : 'block'
  if (transform === '') return
  el.style.transform = transform
  el.style.setProperty('--who', colour)
}
