import type { BoardView, ClusterId, NoteId, Point } from '@groundswell/shared'
import type { Drag, Presence } from '../../session/index.ts'
import { glideAt, glideTo, hasArrived, whereIs, type Glide } from '../model/glide.ts'
import { clusterKey, noteKey } from '../model/items.ts'

/** One hand of somebody else as it is shown here. */
interface Held {
  /** Where each thing lay when the drag was first seen: a place that is saved in the middle of a drag must not be added twice. */
  readonly base: ReadonlyMap<string, Point>
  glide: Glide
  /** When it ended; the things wait in place for the document, which may come a little later than the presence. */
  ended: number | null
}

const WAIT_MS = 400

/** Where the things in other people's hands are now. */
export interface RemoteDrags {
  /** Takes in who drags what; call when presence changed. */
  readonly hear: (others: readonly Presence[], view: BoardView, now: number) => void
  /** The document has changed: what was let go before is there now. */
  readonly settle: () => void
  readonly places: (now: number) => ReadonlyMap<string, Point>
  readonly isMoving: (now: number) => boolean
}

export function createRemoteDrags(): RemoteDrags {
  const held = new Map<string, Held>()
  const hear = (others: readonly Presence[], view: BoardView, now: number) => {
    const dragging = new Set<string>()
    for (const { person, drags } of others) {
      for (const drag of drags) {
        const hand = `${person} ${drag.ids.join(' ')}`
        dragging.add(hand)
        held.set(hand, next(held.get(hand), drag, view, now))
      }
    }
    for (const [hand, drag] of held) if (!dragging.has(hand)) drag.ended ??= now
  }
  return {
    hear,
    settle: () => {
      for (const [hand, drag] of held) if (drag.ended !== null) held.delete(hand)
    },
    places: (now) => {
      const places = new Map<string, Point>()
      for (const [hand, drag] of held) {
        if (drag.ended !== null && now - drag.ended > WAIT_MS) held.delete(hand)
        else for (const [key, at] of drag.base) places.set(key, plus(at, whereIs(drag.glide, now)))
      }
      return places
    },
    isMoving: (now) => [...held.values()].some((drag) => drag.ended !== null || !hasArrived(drag.glide, now)),
  }
}

const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })

function next(before: Held | undefined, { ids, dx, dy }: Drag, view: BoardView, now: number): Held {
  const at = { x: dx, y: dy }
  if (before === undefined || before.ended !== null) return { base: basesOf(ids, view), glide: glideAt(at, now), ended: null }
  if (before.glide.to.x !== at.x || before.glide.to.y !== at.y) before.glide = glideTo(before.glide, at, now)
  return before
}

function basesOf(ids: readonly string[], view: BoardView): ReadonlyMap<string, Point> {
  const base = new Map<string, Point>()
  for (const id of ids) {
    const note = view.at.get(id as NoteId)
    const cluster = view.clusters.get(id as ClusterId)
    if (cluster) base.set(clusterKey(cluster.id), { x: cluster.x, y: cluster.y })
    else if (note) base.set(noteKey(id as NoteId), { x: note.x, y: note.y })
  }
  return base
}
