import type { ClusterId, NoteId, Point } from '@groundswell/shared'
import type { Editor, TLShapeId } from 'tldraw'
import type { Hand } from '../model/drop.ts'
import { clusterKey, noteKey } from '../model/items.ts'
import type { Drag } from './drag.ts'
import type { Hands } from './hands.ts'
import { idOfKey, isCluster, isNote, keyOfShape } from './records.ts'

export interface Gestures {
  /** Looks at what the hand does; true when the picture has to be made again. */
  readonly frame: (now: number) => boolean
  readonly isActive: () => boolean
}

/** Follows the renderer's own drag of notes and clusters: mouse, pen, and a finger where one hand is at work. */
export function createGestures(editor: Editor, hands: Hands): Gestures {
  let live: { readonly drag: Drag; hand: Hand; gaveWay: boolean } | null = null

  const follow = (now: number): boolean => {
    const hand = handOf(editor)
    if (live === null && isTaken(hand, hands)) {
      editor.cancel()
      return false
    }
    live ??= { drag: hands.open(hand, now), hand, gaveWay: false }
    live.hand = hand
    const changed = live.drag.follow(hand, now)
    if (!live.gaveWay && live.drag.givesWay()) {
      live.gaveWay = true
      editor.cancel()
    }
    return changed
  }

  return {
    isActive: () => live !== null,
    frame: (now) => {
      if (editor.isIn('select.translating')) return follow(now)
      if (live === null) return false
      const { drag, hand, gaveWay } = live
      live = null
      hands.close(drag, gaveWay ? null : handAfter(editor, hand))
      return true
    },
  }
}

/** A finger on the panel has one of the things already. */
const isTaken = ({ notes, clusters }: Hand, hands: Hands): boolean => [...notes.keys(), ...clusters.keys()].some(hands.holds)

function handOf(editor: Editor): Hand {
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

/** Where the dragged things are after the gesture: selection may have changed with it. */
function handAfter(editor: Editor, hand: Hand): Hand {
  const at = (key: string, before: Point): Point => {
    const shape = editor.getShape(`shape:${key}` as TLShapeId)
    return shape ? { x: shape.x, y: shape.y } : before
  }
  return {
    notes: new Map([...hand.notes].map(([id, before]) => [id, at(noteKey(id), before)])),
    clusters: new Map([...hand.clusters].map(([id, before]) => [id, at(clusterKey(id), before)])),
    pointer: hand.pointer,
  }
}
