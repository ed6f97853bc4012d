import type { BoardView, NoteId, Place, Point } from '@groundswell/shared'
import type { TLShapeId } from 'tldraw'
import { clusterAround, type Drop, type Hand } from '../model/drop.ts'
import { clusterKey, noteKey } from '../model/items.ts'
import type { BoardCommands } from '../port.ts'

type Origin = ReadonlyMap<TLShapeId, Point>

const moved = (key: string, at: Point, origin: Origin): boolean => {
  const from = origin.get(`shape:${key}` as TLShapeId)
  return from === undefined || Math.round(from.x) !== Math.round(at.x) || Math.round(from.y) !== Math.round(at.y)
}

const homeOf = (view: BoardView, id: NoteId) => view.notes.get(id)?.place[0] ?? null

/** Turns a finished drag into one command. A drag that ends where it began (Escape) changes nothing. */
export function commitDrop(view: BoardView, does: BoardCommands, hand: Hand, drop: Drop, origin: Origin): void {
  const notes = [...hand.notes].filter(([id, at]) => moved(noteKey(id), at, origin) && !hand.clusters.has(homeOf(view, id) ?? ('' as never)))
  const clusters = [...hand.clusters].filter(([id, at]) => moved(clusterKey(id), at, origin))
  if (notes.length === 0 && clusters.length === 0) return restore(view, does, hand, origin)
  switch (drop.kind) {
    case 'merge':
      return does.mergeClusters(clusters.map(([id]) => id), drop.into)
    case 'join':
      return does.placeNotes(drop.places)
    case 'group': {
      const rect = view.at.get(drop.with)
      if (rect) does.group(clusterAround(rect), [drop.with, ...notes.map(([id]) => id)])
      return
    }
    case 'move':
      if (clusters.length > 0) does.moveClusters(clusters.map(([id, at]) => ({ id, at })))
      if (notes.length > 0) does.placeNotes(notes.map(([id, at]) => ({ id, place: [null, at.x, at.y] as Place })))
  }
}

/** A long drag was saved on the way and then given up: what was saved goes back. */
function restore(view: BoardView, does: BoardCommands, hand: Hand, origin: Origin): void {
  const notes = [...hand.notes.keys()].flatMap((id) => {
    const [at, from] = [view.at.get(id), origin.get(`shape:${noteKey(id)}` as TLShapeId)]
    return at && from && homeOf(view, id) === null && (at.x !== from.x || at.y !== from.y) ? [{ id, place: [null, from.x, from.y] as Place }] : []
  })
  const clusters = [...hand.clusters.keys()].flatMap((id) => {
    const [at, from] = [view.clusters.get(id), origin.get(`shape:${clusterKey(id)}` as TLShapeId)]
    return at && from && (at.x !== from.x || at.y !== from.y) ? [{ id, at: from }] : []
  })
  if (notes.length > 0) does.placeNotes(notes)
  if (clusters.length > 0) does.moveClusters(clusters)
}

/**
 * Saves where a long drag has got to. Only what merely moves: taking a note out of its cluster before it is let go would
 * make the cluster close up on everybody's screen.
 */
export function commitLong(view: BoardView, does: BoardCommands, hand: Hand): void {
  const notes = [...hand.notes].filter(([id, at]) => {
    const rect = view.at.get(id)
    return rect && homeOf(view, id) === null && (Math.round(at.x) !== rect.x || Math.round(at.y) !== rect.y)
  })
  const clusters = [...hand.clusters].filter(([id, at]) => {
    const cluster = view.clusters.get(id)
    return cluster && (Math.round(at.x) !== cluster.x || Math.round(at.y) !== cluster.y)
  })
  if (notes.length > 0) does.placeNotes(notes.map(([id, at]) => ({ id, place: [null, at.x, at.y] as Place })))
  if (clusters.length > 0) does.moveClusters(clusters.map(([id, at]) => ({ id, at })))
}
