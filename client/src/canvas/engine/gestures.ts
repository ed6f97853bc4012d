import type { ClusterId, NoteId, Place, Point } from '@groundswell/shared'
import type { Editor, TLShapeId } from 'tldraw'
import type { Holds, PresenceChannel } from '../../session/index.ts'
import { dropOf, ghostsOf, previewOf, type Drop, type Hand } from '../model/drop.ts'
import { clusterKey, noteKey } from '../model/items.ts'
import { NOTHING, type Overlay } from '../model/scene.ts'
import type { CanvasInput } from '../port.ts'
import { commitDrop, movesBack, movesSoFar } from './commit.ts'
import { idOfKey, isCluster, isNote, keyOfShape } from './records.ts'

/** One drag from its first move to its end. */
interface Drag {
  /** Where each thing lay before. */
  readonly origin: { readonly at: Map<string, Point>; readonly places: Map<NoteId, Place> }
  hand: Hand
  drop: Drop
  saved: number
  savedAny: boolean
  told: number
  /** When the hand closed, and when it last moved. */
  readonly began: number
  moved: number
  /** Somebody else held a thing first: nothing of this drag is shown or kept. */
  gaveWay: boolean
}

/** How often a long drag is saved on the way, and how often others hear of it. */
const SAVE_MS = 500
const TELL_MS = 33

export interface Gestures {
  /** Looks at what the hand does; true when the picture has to be made again. */
  readonly frame: (now: number) => boolean
  readonly overlay: () => Overlay
  readonly isActive: () => boolean
}

const handOf = (editor: Editor): Hand => {
  const notes = new Map<NoteId, Point>()
  const clusters = new Map<ClusterId, Point>()
  for (const shape of editor.getSelectedShapes()) {
    const id = idOfKey(keyOfShape(shape.id))
    if (isNote(shape)) notes.set(id as NoteId, { x: shape.x, y: shape.y })
    else if (isCluster(shape)) clusters.set(id as ClusterId, { x: shape.x, y: shape.y })
  }
  const { x, y } = editor.inputs.currentPagePoint
  return { notes, clusters, pointer: { x, y } }
}

const isSame = (a: Hand, b: Hand): boolean => {
  const equal = (left: ReadonlyMap<string, Point>, right: ReadonlyMap<string, Point>) =>
    left.size === right.size && [...left].every(([id, at]) => right.get(id)?.x === at.x && right.get(id)?.y === at.y)
  return a.pointer.x === b.pointer.x && a.pointer.y === b.pointer.y && equal(a.notes, b.notes) && equal(a.clusters, b.clusters)
}

/** Follows drags of notes and clusters: shows where they would land, tells others, and commits once when they are let go. */
export function createGestures(editor: Editor, input: CanvasInput, holds: Holds): Gestures {
  let drag: Drag | null = null
  const { board, does, people } = input

  const begin = (now: number): Drag => {
    does.boundary()
    return {
      origin: { at: new Map(), places: new Map() },
      hand: handOf(editor),
      drop: { kind: 'move' },
      saved: now,
      savedAny: false,
      told: 0,
      began: now,
      moved: now,
      gaveWay: false,
    }
  }
  const follow = (live: Drag, now: number): boolean => {
    const hand = known(handOf(editor), board.get())
    const changed = !isSame(hand, live.hand) || live.origin.at.size === 0
    remember(live.origin, hand, board.get())
    live.hand = hand
    if (changed) {
      live.drop = dropOf(board.get(), hand)
      live.moved = now
    }
    if (changed && now - live.told >= TELL_MS) {
      live.told = now
      people.drag(dragOf(live))
    }
    if (now - live.saved >= SAVE_MS) {
      live.saved = now
      const moves = movesSoFar(board.get(), hand)
      if (moves.notes.length + moves.clusters.length > 0) {
        live.savedAny = true
        does.saveOnTheWay(moves)
      }
    }
    return changed
  }
  /** The first hold wins: a hand that came later lets go, and what it held goes back. */
  const giveWay = (live: Drag) => {
    const { hand, began, moved } = live
    const ids = [...hand.clusters.keys(), ...hand.notes.keys()]
    const holder = holds.blockedBy(ids, { me: input.me, began, moved })
    if (holder === null) return
    live.gaveWay = true
    editor.cancel()
    input.onHeld(holder)
  }
  const letGo = (last: Drag) => {
    if (last.savedAny) does.saveOnTheWay(movesBack(last.hand, last.origin))
    does.boundary()
    people.drag(null)
  }
  const end = (last: Drag) => {
    // Undo must lead to where the drag began, not to where it was last saved.
    if (last.savedAny) does.saveOnTheWay(movesBack(last.hand, last.origin))
    commitDrop(board.get(), does, last.hand, last.drop, last.origin)
    does.boundary()
    people.drag(null)
  }

  return {
    isActive: () => drag !== null,
    frame: (now) => {
      const translating = editor.isIn('select.translating')
      if (translating) {
        drag ??= begin(now)
        const changed = follow(drag, now)
        giveWay(drag)
        return changed
      }
      if (drag === null) return false
      const last = drag
      drag = null
      if (last.gaveWay) {
        letGo(last)
        return true
      }
      last.hand = known(handAfter(editor, last), board.get())
      end(last)
      return true
    },
    overlay: () => (drag === null || drag.gaveWay ? NOTHING : overlayOf(drag, board.get())),
  }
}

/** Where the dragged things are after the gesture: selection may have changed with it. */
function handAfter(editor: Editor, drag: Drag): Hand {
  const at = (key: string, before: Point): Point => {
    const shape = editor.getShape(`shape:${key}` as TLShapeId)
    return shape ? { x: shape.x, y: shape.y } : before
  }
  return {
    notes: new Map([...drag.hand.notes].map(([id, before]) => [id, at(noteKey(id), before)])),
    clusters: new Map([...drag.hand.clusters].map(([id, before]) => [id, at(clusterKey(id), before)])),
    pointer: drag.hand.pointer,
  }
}

type View = ReturnType<CanvasInput['board']['get']>

/** Only what the board knows: copies made by a drag with Alt are not of the board yet. */
const known = (hand: Hand, view: View): Hand => ({
  notes: new Map([...hand.notes].filter(([id]) => view.at.has(id))),
  clusters: new Map([...hand.clusters].filter(([id]) => view.clusters.has(id))),
  pointer: hand.pointer,
})

function remember({ at: before, places }: Drag['origin'], hand: Hand, view: View): void {
  const keep = (key: string, at: { readonly x: number; readonly y: number } | undefined) => {
    if (at && !before.has(key)) before.set(key, { x: at.x, y: at.y })
  }
  for (const id of hand.notes.keys()) {
    const note = view.notes.get(id)
    if (note && !places.has(id)) places.set(id, note.place)
    keep(noteKey(id), view.at.get(id))
  }
  for (const id of hand.clusters.keys()) keep(clusterKey(id), view.clusters.get(id))
}

function dragOf({ hand, origin }: Drag): Parameters<PresenceChannel['drag']>[0] {
  const ids = [...hand.clusters.keys(), ...hand.notes.keys()]
  const [id, at] = [...hand.clusters, ...hand.notes][0] ?? []
  if (id === undefined || at === undefined) return null
  const from = origin.at.get(hand.clusters.size > 0 ? clusterKey(id as ClusterId) : noteKey(id as NoteId)) ?? at
  return { ids, dx: Math.round(at.x - from.x), dy: Math.round(at.y - from.y) }
}

function overlayOf({ hand, drop }: Drag, view: View): Overlay {
  const places = new Map<string, Point>()
  for (const [id, at] of hand.clusters) places.set(clusterKey(id), at)
  for (const [id, at] of hand.notes) places.set(noteKey(id), at)
  return {
    places,
    preview: previewOf(view, drop),
    ghosts: ghostsOf(view, hand, drop),
    target: drop.kind === 'join' ? drop.cluster : null,
  }
}
