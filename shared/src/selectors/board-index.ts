import type * as Y from 'yjs'
import { isId, type ClusterId, type NoteId } from '../ids.ts'
import type { Note } from '../records.ts'
import { recordAt, boardRoots, type YRecords } from '../schema.ts'
import { readCluster, readNote, type RawCluster } from '../stored-board.ts'
import { createAssembler, type BoardView } from './board.ts'
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

/** The records under a root as values, in the order of their ids, kept up to date. */
interface Followed<K, T> {
  readonly all: () => ReadonlyMap<K, T>
  readonly stop: () => void
}

function follow<K extends string, T>(
  root: YRecords,
  read: (id: K, record: Y.Map<unknown>) => T | null,
  changed: () => void,
): Followed<K, T> {
  let cache = new Map<K, T>()
  let sorted = false
  const refresh = (id: string) => {
    const record = isId(id) ? recordAt(root, id) : null
    const value = record === null ? null : read(id as K, record)
    if (value === null) return cache.delete(id as K)
    if (!cache.has(id as K)) sorted = false
    return cache.set(id as K, value)
  }
  for (const id of root.keys()) refresh(id)
  const observer = (events: Events) => {
    for (const id of touched(events)) refresh(id)
    changed()
  }
  root.observeDeep(observer as Parameters<YRecords['observeDeep']>[0])
  const all = () => {
    if (!sorted) cache = new Map([...cache].sort(([a], [b]) => (a < b ? -1 : 1)))
    sorted = true
    return cache
  }
  return { all, stop: () => root.unobserveDeep(observer as Parameters<YRecords['unobserveDeep']>[0]) }
}

/** Gives the same view as `boardView`, kept up to date piece by piece (SPEC S2). */
export function createBoardIndex(board: Y.Doc): BoardIndex {
  const roots = boardRoots(board)
  const assemble = createAssembler()
  const listeners = new Set<() => void>()
  let view: BoardView | null = null
  let dirty = false
  const changed = () => {
    view = null
    dirty = true
  }
  const notes = follow<NoteId, Note>(roots.notes, readNote, changed)
  const clusters = follow<ClusterId, RawCluster>(roots.clusters, readCluster, changed)
  const notify = () => {
    if (!dirty) return
    dirty = false
    for (const listener of listeners) listener()
  }
  board.on('afterAllTransactions', notify)
  return {
    get: () => (view ??= assemble({ notes: notes.all(), clusters: clusters.all() })),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      notes.stop()
      clusters.stop()
      board.off('afterAllTransactions', notify)
      listeners.clear()
    },
  }
}
