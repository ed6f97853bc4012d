import type { BoardView, ClusterId, NoteId, Place, Point } from '@groundswell/shared'
import type { TLShape } from 'tldraw'
import { clusterAround, type Drop, type Hand } from '../model/drop.ts'
import { clusterKey, noteKey } from '../model/items.ts'
import type { BoardCommands, Moves } from '../port.ts'
import { idOfKey, isCluster, isNote, keyOfShape } from './records.ts'

/** Where everything in a hand lay before the drag: on the board, and as stored. */
export interface Origin {
  readonly at: ReadonlyMap<string, Point>
  readonly places: ReadonlyMap<NoteId, Place>
}

const moved = (key: string, at: Point, { at: before }: Origin): boolean => {
  const from = before.get(key)
  return from === undefined || Math.round(from.x) !== Math.round(at.x) || Math.round(from.y) !== Math.round(at.y)
}

const isIn = (view: BoardView, id: NoteId, hand: Hand): boolean => {
  const home = view.notes.get(id)?.place[0] ?? null
  return home !== null && hand.clusters.has(home)
}

/** Turns a finished drag into one command. A drag that ends where it began (Escape) changes nothing. */
export function commitDrop(view: BoardView, does: BoardCommands, hand: Hand, drop: Drop, origin: Origin): void {
  const notes = [...hand.notes].filter(([id, at]) => moved(noteKey(id), at, origin) && !isIn(view, id, hand))
  const clusters = [...hand.clusters].filter(([id, at]) => moved(clusterKey(id), at, origin))
  if (notes.length === 0 && clusters.length === 0) return
  switch (drop.kind) {
    case 'merge':
      return does.mergeClusters(
        clusters.map(([id]) => id),
        drop.into,
      )
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

/**
 * Where a long drag has got to. Only what merely moves: taking a note out of its cluster before it is let go would make the
 * cluster close up on everybody's screen.
 */
export function movesSoFar(view: BoardView, hand: Hand): Moves {
  const notes = [...hand.notes].filter(([id, at]) => {
    const note = view.notes.get(id)
    return note && note.place[0] === null && (Math.round(at.x) !== note.place[1] || Math.round(at.y) !== note.place[2])
  })
  const clusters = [...hand.clusters].filter(([id, at]) => {
    const cluster = view.clusters.get(id)
    return cluster && (Math.round(at.x) !== cluster.x || Math.round(at.y) !== cluster.y)
  })
  return {
    notes: notes.map(([id, at]) => ({ id, place: [null, at.x, at.y] as const })),
    clusters: clusters.map(([id, at]) => ({ id, at })),
  }
}

/** The moves that lead back to where the drag began. */
export function movesBack(hand: Hand, origin: Origin): Moves {
  const notes = [...hand.notes.keys()].flatMap((id) => {
    const place = origin.places.get(id)
    return place && place[0] === null ? [{ id, place }] : []
  })
  const clusters = [...hand.clusters.keys()].flatMap((id) => {
    const at = origin.at.get(clusterKey(id))
    return at ? [{ id, at }] : []
  })
  return { notes, clusters }
}

/** Arrow keys move loose notes and clusters. A note in a cluster stays in its slot: the cluster lays out its own. */
export function commitNudge(view: BoardView, does: BoardCommands, shapes: readonly TLShape[]): void {
  if (shapes.length === 0) return
  const at = (of: (shape: unknown) => boolean) =>
    new Map(shapes.filter(of).map(({ id, x, y }) => [idOfKey(keyOfShape(id)), { x, y }]))
  const hand = {
    notes: at(isNote) as Map<NoteId, Point>,
    clusters: at(isCluster) as Map<ClusterId, Point>,
    pointer: { x: 0, y: 0 },
  }
  const { notes, clusters } = movesSoFar(view, hand)
  if (notes.length > 0) does.placeNotes(notes)
  if (clusters.length > 0) does.moveClusters(clusters)
}
