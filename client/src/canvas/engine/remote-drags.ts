import type { BoardView, ClusterId, NoteId, Point } from '@groundswell/shared'
import type { Presence } from '../../session/index.ts'
import { glideAt, glideTo, hasArrived, whereIs, type Glide } from '../model/glide.ts'
import { clusterKey, noteKey } from '../model/items.ts'

/** Somebody else's drag as it is shown here. */
interface Held {
  readonly ids: string
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
    for (const { person, drag } of others) {
      if (drag === null) continue
      dragging.add(person)
      held.set(person, next(held.get(person), drag, view, now))
    }
    for (const [person, drag] of held) if (!dragging.has(person)) drag.ended ??= now
  }
  return {
    hear,
    settle: () => {
      for (const [person, drag] of held) if (drag.ended !== null) held.delete(person)
    },
    places: (now) => {
      const places = new Map<string, Point>()
      for (const [person, drag] of held) {
        if (drag.ended !== null && now - drag.ended > WAIT_MS) held.delete(person)
        else for (const [key, at] of drag.base) places.set(key, plus(at, whereIs(drag.glide, now)))
      }
      return places
    },
    isMoving: (now) => [...held.values()].some((drag) => drag.ended !== null || !hasArrived(drag.glide, now)),
  }
}

const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })

function next(before: Held | undefined, drag: NonNullable<Presence['drag']>, view: BoardView, now: number): Held {
  const ids = drag.ids.join(' ')
  const at = { x: drag.dx, y: drag.dy }
  if (before?.ids !== ids || before.ended !== null)
    return { ids, base: basesOf(drag.ids, view), glide: glideAt(at, now), ended: null }
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
