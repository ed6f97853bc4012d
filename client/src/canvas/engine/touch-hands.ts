import type { ClusterId, NoteId, Point } from '@groundswell/shared'
import type { Editor, TLShapeId } from 'tldraw'
import type { Hand } from '../model/drop.ts'
import { createFingers, type Finger, type Lifted } from '../model/fingers.ts'
import type { Drag } from './drag.ts'
import type { Hands } from './hands.ts'
import { keepTouches } from './own-touches.ts'
import { idOfKey, isBoardShape, isCluster, isNote, keyOfShape, shapeIdOf } from './records.ts'
import { mayWrite, type Runtime } from './runtime.ts'

export interface TouchHands {
  /** Looks at what the fingers do; true when the picture has to be made again. */
  readonly frame: (now: number) => boolean
  readonly stop: () => void
}

/** A finger's drag: what it took hold of lay at `from` while the finger was at `grip`. Board units. */
interface Grip {
  readonly drag: Drag
  readonly grip: Point
  readonly from: Hand
  gaveWay: boolean
}

/**
 * Where several people work at one panel, each finger on a note or cluster is a hand of its own. The renderer knows one pointer
 * and takes a second finger for a pinch, so these fingers are kept from it; those on the ground are not, and still zoom and pan.
 */
export function bindTouchHands(editor: Editor, runtime: Runtime, hands: Hands): TouchHands {
  const container = editor.getContainer()
  const fingers = createFingers()
  const grips = new Map<number, Grip>()
  const lifted: Lifted[] = []
  let changed = false

  const onDown = (event: PointerEvent) => {
    const things = event.pointerType === 'touch' && isAtWork(editor, runtime) ? thingsUnder(editor, event) : null
    if (things === null) return
    fingers.down(event.pointerId, pointOf(event), things, (key) => hands.holds(idOfKey(key)))
    // The note may be drawn anew while it is dragged: its element must not take the finger's events with it.
    container.setPointerCapture(event.pointerId)
    event.stopImmediatePropagation()
  }
  const onMove = (event: PointerEvent) => {
    if (fingers.move(event.pointerId, pointOf(event)) !== null) event.stopImmediatePropagation()
  }
  const onEnd = (event: PointerEvent) => {
    if (event.type === 'pointerup') fingers.move(event.pointerId, pointOf(event))
    const end = event.type === 'pointerup' ? fingers.up(event.pointerId) : fingers.cancel(event.pointerId)
    if (end === null) return
    event.stopImmediatePropagation()
    if (end.as === 'tap') tap(editor, end.finger)
    else lifted.push(end)
  }
  /** Ends every drag where it began: this person may no longer move anything. */
  const letGo = () => {
    for (const { pointer } of fingers.all()) fingers.spare(pointer)
    for (const { drag } of grips.values()) hands.close(drag, null)
    changed ||= grips.size > 0
    grips.clear()
  }

  const take = (finger: Finger, now: number): Grip => {
    const from = handOf(editor, finger)
    // What is chosen stays chosen, but its tools must not travel along.
    const things = new Set(finger.things.map(shapeIdOf))
    editor.setSelectedShapes(editor.getSelectedShapeIds().filter((id) => !things.has(id)))
    return { drag: hands.open(from, now), grip: editor.screenToPage(finger.from), from, gaveWay: false }
  }
  const follow = (finger: Finger, now: number) => {
    const mine = grips.get(finger.pointer) ?? take(finger, now)
    grips.set(finger.pointer, mine)
    if (mine.gaveWay) return
    if (mine.drag.follow(moved(mine, editor.screenToPage(finger.at)), now)) changed = true
    if (!mine.drag.givesWay()) return
    mine.gaveWay = true
    changed = true
  }
  const end = ({ finger, as }: Lifted, now: number) => {
    if (as === 'drop') follow(finger, now)
    const mine = grips.get(finger.pointer)
    if (mine === undefined) return
    grips.delete(finger.pointer)
    const drops = as === 'drop' && !mine.gaveWay
    hands.close(mine.drag, drops ? moved(mine, editor.screenToPage(finger.at)) : null)
    changed = true
    // As after any drag of one hand; beside others it would only show tools where they are in the way.
    if (drops && fingers.all().length === 0 && editor.getEditingShapeId() === null) select(editor, finger.things)
  }

  const isOwn = (at: Point) => fingers.all().some(({ from }) => Math.hypot(from.x - at.x, from.y - at.y) < 1)
  const stopTouches = keepTouches(container, isOwn)
  container.addEventListener('pointerdown', onDown, { capture: true })
  container.addEventListener('pointermove', onMove, { capture: true })
  container.addEventListener('pointerup', onEnd, { capture: true })
  container.addEventListener('pointercancel', onEnd, { capture: true })
  return {
    frame: (now) => {
      changed = false
      if (!mayWrite(runtime.viewer.get())) letGo()
      for (const finger of fingers.all()) if (finger.phase === 'dragging') follow(finger, now)
      for (const one of lifted.splice(0)) end(one, now)
      return changed
    },
    stop: () => {
      letGo()
      stopTouches()
      container.removeEventListener('pointerdown', onDown, { capture: true })
      container.removeEventListener('pointermove', onMove, { capture: true })
      container.removeEventListener('pointerup', onEnd, { capture: true })
      container.removeEventListener('pointercancel', onEnd, { capture: true })
    },
  }
}

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY })

const isAtWork = (editor: Editor, { viewer }: Runtime): boolean =>
  viewer.get().manyHands && mayWrite(viewer.get()) && editor.isIn('select')

/** The things a finger at this place takes hold of, as keys; null on the ground, on a drawing and on the tools. */
function thingsUnder(editor: Editor, event: PointerEvent): readonly string[] | null {
  if (!(event.target instanceof Element) || event.target.closest('.tl-canvas') === null) return null
  const shape = editor.getShapeAtPoint(editor.screenToPage(pointOf(event)), { hitInside: true, renderingOnly: true })
  if (shape === undefined || !(isNote(shape) || isCluster(shape))) return null
  const chosen = editor.getSelectedShapes()
  if (!chosen.some(({ id }) => id === shape.id)) return [keyOfShape(shape.id)]
  // Drawings are the renderer's to move, and they move with what is chosen beside them.
  return chosen.every(isBoardShape) ? chosen.map(({ id }) => keyOfShape(id)) : null
}

function handOf(editor: Editor, finger: Finger): Hand {
  const notes = new Map<NoteId, Point>()
  const clusters = new Map<ClusterId, Point>()
  for (const key of finger.things) {
    const shape = editor.getShape(shapeIdOf(key))
    if (isNote(shape)) notes.set(idOfKey(key) as NoteId, { x: shape.x, y: shape.y })
    else if (isCluster(shape)) clusters.set(idOfKey(key) as ClusterId, { x: shape.x, y: shape.y })
  }
  return { notes, clusters, pointer: editor.screenToPage(finger.from) }
}

function moved({ from, grip }: Grip, pointer: Point): Hand {
  const by = ({ x, y }: Point): Point => ({ x: x + pointer.x - grip.x, y: y + pointer.y - grip.y })
  const all = <Id extends string>(at: ReadonlyMap<Id, Point>): ReadonlyMap<Id, Point> =>
    new Map([...at].map(([id, point]) => [id, by(point)]))
  return { notes: all(from.notes), clusters: all(from.clusters), pointer: { x: pointer.x, y: pointer.y } }
}

const select = (editor: Editor, things: readonly string[]): void =>
  void editor.setSelectedShapes(things.map(shapeIdOf).filter((id: TLShapeId) => editor.getShape(id) !== undefined))

/** A tap is the renderer's to answer: it knows a second tap, and what is being edited. */
function tap(editor: Editor, { at, things, pointer }: Finger): void {
  editor.getContainer().focus({ preventScroll: true })
  // A pointer of its own is busy, such as a finger that draws a frame on the ground.
  if (editor.inputs.isPointing) return select(editor, things)
  const info = {
    type: 'pointer' as const,
    target: 'canvas' as const,
    point: { x: at.x, y: at.y, z: 0.5 },
    pointerId: pointer,
    button: 0,
    isPen: false,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    accelKey: false,
  }
  editor.dispatch({ ...info, name: 'pointer_down' })
  editor.dispatch({ ...info, name: 'pointer_up' })
}
