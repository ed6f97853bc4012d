import type { BoardView, ClusterId, NoteId, Place, Point } from '@groundswell/shared'
import type { Drag as Told, Holds } from '../../session/index.ts'
import { dropOf, type Drop, type Hand } from '../model/drop.ts'
import { clusterKey, noteKey } from '../model/items.ts'
import type { HandAbove } from '../model/overlay.ts'
import type { CanvasInput } from '../port.ts'
import { commitDrop, movesBack, movesSoFar } from './commit.ts'

/** How often a long drag is saved on the way, and how often others hear of it. */
const SAVE_MS = 500
const TELL_MS = 33

/** One drag from its first move to its end. */
export interface Drag {
  /** Takes in where the hand is; true when the picture has to be made again. */
  readonly follow: (hand: Hand, now: number) => boolean
  /** The first hold wins: true when somebody else took one of the things first. Nothing of this drag is shown or kept then. */
  readonly givesWay: () => boolean
  /** Ends it where the hand is. */
  readonly drop: (hand: Hand) => void
  /** Ends it where it began. */
  readonly letGo: () => void
  /** What it shows; null once it has given way. */
  readonly above: () => HandAbove | null
  readonly told: () => Told | null
  readonly holds: (id: string) => boolean
}

export interface DragSetting {
  readonly input: CanvasInput
  readonly holds: Holds
  /** True for what another hand has, here or elsewhere: it takes nothing in. */
  readonly isElsewhere: (id: string) => boolean
  /** Tells others what this device's hands hold. */
  readonly tell: () => void
}

interface Origin {
  /** Where each thing lay before: on the board by key, and as stored. */
  readonly at: Map<string, Point>
  readonly places: Map<NoteId, Place>
}

const idsOf = ({ clusters, notes }: Hand): readonly string[] => [...clusters.keys(), ...notes.keys()]

/** Shows where things would land, tells others, saves on the way, and commits once when they are let go. */
export function createDrag({ input, holds, isElsewhere, tell }: DragSetting, first: Hand, began: number): Drag {
  const { board, does } = input
  const origin: Origin = { at: new Map(), places: new Map() }
  let hand = known(first, board.get())
  let drop: Drop = { kind: 'move' }
  let view: BoardView | null = null
  let [moved, saved, told] = [began, began, 0]
  let [savedAny, untold, gaveWay] = [false, true, false]

  const look = (next: Hand, now: number): boolean => {
    const latest = board.get()
    const changed = !isSame(next, hand) || view === null
    if (changed) moved = now
    untold ||= changed
    remember(origin, next, latest)
    // What lies under a hand may change while it rests.
    const again = changed || latest !== view
    hand = next
    view = latest
    if (again) drop = dropOf(latest, hand, isElsewhere)
    return again
  }
  const save = (now: number) => {
    if (now - saved < SAVE_MS) return
    saved = now
    const moves = movesSoFar(board.get(), hand)
    if (moves.notes.length + moves.clusters.length === 0) return
    savedAny = true
    does.saveOnTheWay(moves)
  }
  /** Undo must lead to where the drag began, not to where it was last saved. */
  const back = () => {
    if (savedAny) does.saveOnTheWay(movesBack(hand, origin))
  }

  does.boundary()
  return {
    follow: (given, now) => {
      const again = look(known(given, board.get()), now)
      if (untold && now - told >= TELL_MS) {
        told = now
        untold = false
        tell()
      }
      save(now)
      return again
    },
    givesWay: () => {
      if (gaveWay) return true
      const holder = holds.blockedBy(idsOf(hand), { me: input.me, began, moved })
      if (holder === null) return false
      gaveWay = true
      input.onHeld(holder)
      return true
    },
    drop: (given) => {
      hand = known(given, board.get())
      remember(origin, hand, board.get())
      if (view !== board.get()) drop = dropOf(board.get(), hand, isElsewhere)
      back()
      commitDrop(board.get(), does, hand, drop, origin)
      does.boundary()
    },
    letGo: () => {
      back()
      does.boundary()
    },
    above: () => (gaveWay ? null : { hand, drop }),
    told: () => (gaveWay ? null : toldOf(hand, origin)),
    holds: (id) => !gaveWay && (hand.notes.has(id as NoteId) || hand.clusters.has(id as ClusterId)),
  }
}

function isSame(a: Hand, b: Hand): boolean {
  const equal = (left: ReadonlyMap<string, Point>, right: ReadonlyMap<string, Point>) =>
    left.size === right.size && [...left].every(([id, at]) => right.get(id)?.x === at.x && right.get(id)?.y === at.y)
  return a.pointer.x === b.pointer.x && a.pointer.y === b.pointer.y && equal(a.notes, b.notes) && equal(a.clusters, b.clusters)
}

/** Only what the board knows: copies made by a drag with Alt are not of the board yet. */
const known = (hand: Hand, view: BoardView): Hand => ({
  notes: new Map([...hand.notes].filter(([id]) => view.at.has(id))),
  clusters: new Map([...hand.clusters].filter(([id]) => view.clusters.has(id))),
  pointer: hand.pointer,
})

function remember({ at: before, places }: Origin, hand: Hand, view: BoardView): void {
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

function toldOf(hand: Hand, origin: Origin): Told | null {
  const [id, at] = [...hand.clusters, ...hand.notes][0] ?? []
  if (id === undefined || at === undefined) return null
  const from = origin.at.get(hand.clusters.size > 0 ? clusterKey(id as ClusterId) : noteKey(id as NoteId)) ?? at
  return { ids: idsOf(hand), dx: Math.round(at.x - from.x), dy: Math.round(at.y - from.y) }
}
