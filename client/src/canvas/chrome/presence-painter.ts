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
  /** One for each hand. */
  readonly holds: Hold[]
  glide: Glide | null
  /** What was last written, so that a still figure costs nothing. */
  written: string
}

/** The outline around what is in a hand or being written in, with its person's name. */
interface Hold {
  readonly el: HTMLElement
  readonly tag: HTMLElement
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
  return { cursor, label: make(cursor, styles.name), holds: [], glide: null, written: '' }
}

function createHold(root: HTMLElement): Hold {
  const el = make(root, styles.hold)
  return { el, tag: make(el, styles.name), written: '' }
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
      for (const { el } of figure.holds) el.remove()
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
        placeCursor(figure, other, { x, y, z }, now)
        placeHolds(figure, other, { x, y, z }, heldItems(other, scene), writing, root)
      }
    },
  }
}

/** What the outlines go around: the first thing in each hand, or what is being written in. */
function heldItems({ drags, editing }: Presence, scene: ReturnType<Runtime['scene']>): readonly Item[] {
  const ids = drags.length > 0 ? drags.map(({ ids: [first] }) => first) : [editing]
  return ids
    .map((id) => (id == null ? undefined : (scene.get(clusterKey(id as ClusterId)) ?? scene.get(noteKey(id as NoteId)))))
    .filter((item) => item !== undefined)
}

const onScreen = (at: { readonly x: number; readonly y: number }, { x, y, z }: Camera): string =>
  `translate(${(at.x + x) * z}px, ${(at.y + y) * z}px)`

/** A hand that holds something stands for the pointer. */
function placeCursor(figure: Figure, person: Presence, camera: Camera, now: number): void {
  const at = figure.glide && whereIs(figure.glide, now)
  const cursor = at && person.drags.length === 0 ? onScreen(at, camera) : ''
  const written = [cursor, person.colour].join('|')
  if (written !== figure.written) show(figure.cursor, cursor, person.colour)
  figure.written = written
  if (figure.label.textContent !== person.name) figure.label.textContent = person.name
}

function placeHolds(
  { holds }: Figure,
  person: Presence,
  camera: Camera,
  items: readonly Item[],
  writing: (name: string) => string,
  root: HTMLElement,
): void {
  while (holds.length < items.length) holds.push(createHold(root))
  const says = person.drags.length > 0 ? person.name : writing(person.name)
  holds.forEach((hold, index) => placeHold(hold, items[index], person.colour, camera, says))
}

function placeHold(hold: Hold, item: Item | undefined, colour: string, camera: Camera, says: string): void {
  const at = item === undefined ? '' : onScreen(item, camera)
  const [w, h] = item === undefined ? [0, 0] : item.kind === 'note' ? [NOTE_WIDTH, NOTE_HEIGHT] : [item.w, item.h]
  const written = [at, w * camera.z, h * camera.z, says, colour].join('|')
  if (written === hold.written) return
  hold.written = written
  show(hold.el, at, colour)
  if (item === undefined) return
  hold.el.style.width = `${w * camera.z}px`
  hold.el.style.height = `${h * camera.z}px`
  hold.el.style.borderRadius = `${(item.kind === 'note' && item.horizon === 'current' ? 5 : 20) * camera.z}px`
  if (hold.tag.textContent !== says) hold.tag.textContent = says
}

function show(el: HTMLElement, transform: string, colour: string): void {
  el.style.display = transform === '' ? 'none' : 'block'
  if (transform === '') return
  el.style.transform = transform
  el.style.setProperty('--who', colour)
}
