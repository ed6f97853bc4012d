import {
  addNote,
  clusterTitle,
  createCluster,
  dissolveCluster,
  LOCAL,
  mergeClusters,
  moveCluster,
  noteText,
  placeNotes,
  setAside,
  setFocus,
  type BoardView,
  type ClusterId,
  type Command,
  type NoteId,
  type PersonId,
  type Watched,
  type Undo,
} from '@groundswell/shared'
import type * as Y from 'yjs'
import { newId } from '../session/index.ts'
import type { BoardCommands, NewBoardNote, UndoState } from './port.ts'

export interface CommandSources {
  readonly doc: Y.Doc
  readonly board: Watched<BoardView>
  readonly undo: Undo | null
  readonly me: PersonId
  /** True where a new note may be written into the board by this device; else the server publishes it. */
  readonly addsLive: () => boolean
  readonly mayPlace: () => boolean
  readonly send: (command: Command) => void
}

/** The origin of what is saved in the middle of a drag. Undo follows LOCAL alone. */
const ON_THE_WAY = 'drag'

const EMPTY: UndoState = { canUndo: false, canRedo: false }

function watchUndo(undo: Undo | null): Watched<UndoState> {
  let state = EMPTY
  return {
    get: () => {
      const [canUndo, canRedo] = [undo?.canUndo() ?? false, undo?.canRedo() ?? false]
      if (canUndo !== state.canUndo || canRedo !== state.canRedo) state = { canUndo, canRedo }
      return state
    },
    subscribe: (changed) => undo?.subscribe(changed) ?? (() => {}),
  }
}

/** The canvas's commands on a board document. Several writes of one act are one transaction. */
export function createBoardCommands({ doc, board, undo, me, addsLive, mayPlace, send }: CommandSources): BoardCommands {
  const act = (change: () => void) => doc.transact(change, LOCAL)
  const add = (note: NewBoardNote): NoteId => {
    const id = newId<NoteId>()
    if (addsLive()) addNote(doc, { id, horizon: note.horizon, text: note.text, place: note.place, author: me })
    else {
      send({ type: 'note.add', note: id, horizon: note.horizon, text: note.text })
      if (mayPlace()) placeOnArrival(board, id, () => placeNotes(doc, [{ id, place: note.place }]))
    }
    return id
  }
  return {
    placeNotes: (moves) => placeNotes(doc, moves),
    moveClusters: (moves) => act(() => moves.forEach(({ id, at }) => moveCluster(doc, id, at))),
    saveOnTheWay: ({ notes, clusters }) =>
      doc.transact(() => {
        if (notes.length > 0) placeNotes(doc, notes)
        for (const { id, at } of clusters) moveCluster(doc, id, at)
      }, ON_THE_WAY),
    group: (at, notes) => createCluster(doc, { id: newId<ClusterId>(), at }, notes),
    mergeClusters: (from, into) => act(() => from.forEach((id) => mergeClusters(doc, id, into))),
    dissolveClusters: (ids) => act(() => ids.forEach((id) => dissolveCluster(doc, id))),
    setFocus: (id, focus) => setFocus(doc, id, focus),
    setAside: (ids) => act(() => ids.forEach((id) => setAside(doc, id, true))),
    addNotes: (notes) => {
      const ids: NoteId[] = []
      act(() => notes.forEach((note) => ids.push(add(note))))
      return ids
    },
    noteText: (id) => noteText(doc, id),
    clusterTitle: (id) => clusterTitle(doc, id),
    undo: () => undo?.undo(),
    redo: () => undo?.redo(),
    boundary: () => undo?.seal(),
    history: watchUndo(undo),
  }
}

/** How long a note may take from the server before it stays where the server put it. */
const PATIENCE_MS = 10_000

/** The server chooses a spot for what it publishes; the note belongs where it was written. */
function placeOnArrival(board: Watched<BoardView>, id: NoteId, place: () => void): void {
  let stop = () => {}
  const timer = setTimeout(() => stop(), PATIENCE_MS)
  const unsubscribe = board.subscribe(() => {
    if (!board.get().notes.has(id)) return
    stop()
    // Not inside the observer: the document is still handing out the change that brought the note.
    queueMicrotask(place)
  })
  stop = () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
