import * as Y from 'yjs'
import type { ClusterId, NoteId } from '../ids.ts'
import type { Note } from '../records.ts'
import { recordAt, boardRoots, type YRecords } from '../schema.ts'
import { assemble, readCluster, readNote, type BoardView, type RawCluster } from './board.ts'
import type { Watched } from './watch.ts'

/** A watched board that re-reads only what changed: with 3,000 notes one move costs one note, not all of them. */
export interface BoardIndex extends Watched<BoardView> {
  readonly stop: () => void
}

type Events = readonly Y.YEvent<Y.AbstractType<unknown>>[]

/** The ids of the records that a batch of deep events touched. */
function touched(events: Events): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    else for (const key of event.changes.keys.keys()) ids.add(key)
  }
  return ids
}

/** Keeps `cache` equal to the records under `root`; returns its own undo. */
function follow<T>(root: YRecords, cache: Map<string, T>, read: (id: string, record: Y.Map<unknown>) => T, changed: () => void): () => void {
  const refresh = (id: string) => {
    const record = recordAt(root, id)
    if (record === null) cache.delete(id)
    else cache.set(id, read(id, record))
  }
  for (const id of root.keys()) refresh(id)
  const observer = (events: Events) => {
    for (const id of touched(events)) refresh(id)
    changed()
  }
  root.observeDeep(observer as Parameters<YRecords['observeDeep']>[0])
  return () => root.unobserveDeep(observer as Parameters<YRecords['unobserveDeep']>[0])
}

const inIdOrder = <K extends string, T>(cache: ReadonlyMap<string, T>): ReadonlyMap<K, T> =>
  new Map([...cache].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) as [K, T][])

/** Gives the same view as `boardView`, kept up to date piece by piece (SPEC S2). */
export function createBoardIndex(board: Y.Doc): BoardIndex {
  const roots = boardRoots(board)
  const notes = new Map<string, Note>()
  const clusters = new Map<string, RawCluster>()
  const listeners = new Set<() => void>()
  let view: BoardView | null = null
  let dirty = false
  const changed = () => {
    view = null
    dirty = true
  }
  const stopNotes = follow(roots.notes, notes, (id, record) => readNote(id as NoteId, record), changed)
  const stopClusters = follow(roots.clusters, clusters, (id, record) => readCluster(id as ClusterId, record), changed)
  const notify = () => {
    if (!dirty) return
    dirty = false
    for (const listener of listeners) listener()
  }
  board.on('afterAllTransactions', notify)
  return {
    get: () => (view ??= assemble(inIdOrder<NoteId, Note>(notes), inIdOrder<ClusterId, RawCluster>(clusters))),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      stopNotes()
      stopClusters()
      board.off('afterAllTransactions', notify)
      listeners.clear()
    },
  }
}
