import { createHmac } from 'node:crypto'
import {
  boardRoots,
  boardView,
  boundsOf,
  foldWords,
  freeSpot,
  gridPoint,
  ID_BYTES,
  layOutCluster,
  makeCluster,
  makeId,
  NOTE_GAP,
  NOTE_WIDTH,
  takenRects,
  type ClusterId,
  type Horizon,
  type Note,
  type NoteId,
  type Place,
  type Rect,
} from '@groundswell/shared'
import type * as Y from 'yjs'
import type { Session } from '../session/facts.ts'
import { writeNotes, type BoardNote } from './pen.ts'

/** Notes that say the same, in the order they are written in. */
interface Stack {
  readonly id: ClusterId
  readonly notes: readonly BoardNote[]
}

/**
 * Puts the notes of one reveal on the board. Those with the same words come in one untitled cluster, which anyone can
 * name, add to or dissolve; each stays a note of its own (SPEC D4).
 */
export function writeStacked(board: Y.Doc, session: Session, notes: readonly BoardNote[]): void {
  const known = boardRoots(board).notes
  const stacks = stacksOf(
    session,
    notes.filter(({ id }) => !known.has(id)),
  )
  const homes = new Map<NoteId, Place>(
    stacks.flatMap((stack) => stack.notes.map(({ id }, index) => [id, [stack.id, index, 0]] as const)),
  )
  const alone = notes.filter(({ id }) => !homes.has(id))
  writeNotes(board, alone)
  placeStacks(board, stacks)
  writeNotes(
    board,
    stacks.flatMap((stack) => stack.notes),
    homes,
  )
}

function stacksOf(session: Session, notes: readonly BoardNote[]): readonly Stack[] {
  const said = new Map<string, BoardNote[]>()
  for (const note of notes) {
    const words = `${note.horizon} ${foldWords(note.text)}`
    said.set(words, [...(said.get(words) ?? []), note])
  }
  return [...said].filter(([, same]) => same.length > 1).map(([words, same]) => ({ id: stackId(session, words), notes: same }))
}

/** Always the same for the same words, so that a reveal that is run again makes no second stack. */
const stackId = (session: Session, words: string): ClusterId =>
  makeId(createHmac('sha256', session.secret).update(`stack ${words}`).digest().subarray(0, ID_BYTES))

/** Below the notes of their own side, over nothing. */
function placeStacks(board: Y.Doc, stacks: readonly Stack[]): void {
  if (stacks.length === 0) return
  const { clusters } = boardRoots(board)
  const taken = [...takenRects(boardView(board))]
  for (const { id, notes } of stacks) {
    const [first] = notes
    if (first === undefined || clusters.has(id)) continue
    const { w, h } = layOutCluster(notes.map(asNote))
    const at = freeSpot({ w, h }, [...taken, otherSide(first.horizon)], below(first.horizon, taken, w))
    taken.push({ ...at, w, h })
    clusters.set(id, makeCluster({ id, at }))
  }
}

const asNote = (note: BoardNote, index: number): Note => ({ ...note, place: [null, index, 0], aside: false })

const FAR = 1_000_000

/** All of the other side, as if something lay there: a stack must not cross the horizon. */
const otherSide = (horizon: Horizon): Rect => ({ x: horizon === 'current' ? 0 : -FAR, y: -FAR, w: FAR, h: 2 * FAR })

/** The corner nearest to the horizon, under everything on that side. */
function below(horizon: Horizon, taken: readonly Rect[], width: number): { readonly x: number; readonly y: number } {
  const { x, y } = gridPoint(horizon, 0)
  const bounds = boundsOf(taken.filter((rect) => (horizon === 'current' ? rect.x < 0 : rect.x >= 0)))
  const under = bounds === null ? y : bounds.y + bounds.h + 3 * NOTE_GAP
  return { x: horizon === 'current' ? x + NOTE_WIDTH - width : x, y: under }
}
