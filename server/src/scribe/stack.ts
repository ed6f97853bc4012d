import { createHmac } from 'node:crypto'
import {
  boardRoots,
  boardView,
  foldWords,
  HORIZONS,
  ID_BYTES,
  layOutCluster,
  makeCluster,
  makeId,
  placeBelow,
  takenRects,
  type ClusterId,
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
  const { clusters } = boardRoots(board)
  const fresh = stacks.filter(({ id }) => !clusters.has(id))
  const taken = takenRects(boardView(board))
  for (const horizon of HORIZONS) {
    const cards = fresh.filter(({ notes }) => notes[0]?.horizon === horizon).map(asCard)
    for (const { id, at } of placeBelow(horizon, cards, taken)) clusters.set(id, makeCluster({ id, at }))
  }
}

const asCard = ({ id, notes }: Stack): { readonly id: ClusterId; readonly rect: Rect } => {
  const { w, h } = layOutCluster(notes.map(asNote))
  return { id, rect: { x: 0, y: 0, w, h } }
}

const asNote = (note: BoardNote, index: number): Note => ({ ...note, place: [null, index, 0], aside: false })
