import * as Y from 'yjs'
import type { ClusterId, NoteId } from '../ids.ts'
import type { Point, TidyMoves } from '../layout.ts'
import type { FocusType } from '../records.ts'
import { boardRoots, recordAt, textAt, textField, type YRecord } from '../schema.ts'
import { LOCAL, setText } from '../text-diff.ts'
import { placeNotes } from './note.ts'

export interface NewCluster {
  readonly id: ClusterId
  readonly at: Point
  readonly title?: string
  readonly focus?: FocusType | null
}

/** The Yjs record of a cluster. */
export function makeCluster(cluster: NewCluster): YRecord {
  const record: YRecord = new Y.Map()
  record.set('title', new Y.Text(cluster.title ?? ''))
  record.set('at', [Math.round(cluster.at.x), Math.round(cluster.at.y)])
  record.set('focus', cluster.focus ?? null)
  return record
}

/** Makes a cluster of the given notes, in their order. Repeating it with the same id adds nothing (SPEC C1). */
export function createCluster(board: Y.Doc, cluster: NewCluster, members: readonly NoteId[] = []): void {
  const { clusters } = boardRoots(board)
  if (clusters.has(cluster.id)) return
  board.transact(() => {
    clusters.set(cluster.id, makeCluster(cluster))
    placeNotes(board, members.map((id, index) => ({ id, place: [cluster.id, index, 0] as const })))
  }, LOCAL)
}

const withCluster = (board: Y.Doc, id: ClusterId, change: (record: YRecord) => void): void => {
  const record = recordAt(boardRoots(board).clusters, id)
  if (record !== null) board.transact(() => change(record), LOCAL)
}

/** Moves a cluster with all it holds: notes are relative to it, so this is one write. */
export const moveCluster = (board: Y.Doc, id: ClusterId, at: Point): void =>
  withCluster(board, id, (record) => record.set('at', [Math.round(at.x), Math.round(at.y)]))

export const renameCluster = (board: Y.Doc, id: ClusterId, title: string): void =>
  withCluster(board, id, (record) => setText(textField(record, 'title'), title))

/** The shared title of a cluster for an editor to bind to; null when there is no such cluster. */
export const clusterTitle = (board: Y.Doc, id: ClusterId): Y.Text | null => textAt(boardRoots(board).clusters, id, 'title')

export const setFocus = (board: Y.Doc, id: ClusterId, focus: FocusType | null): void =>
  withCluster(board, id, (record) => record.set('focus', focus))

/** Pours `from` into `into`: one write; the notes beneath keep their own records and order (SPEC C3). */
export function mergeClusters(board: Y.Doc, from: ClusterId, into: ClusterId): void {
  if (from === into || !boardRoots(board).clusters.has(into)) return
  withCluster(board, from, (record) => record.set('mergedInto', into))
}

/** Dissolves a cluster: its notes stay where they are, loose (SPEC C2). Reversible by undo or `restoreCluster`. */
export const dissolveCluster = (board: Y.Doc, id: ClusterId): void => withCluster(board, id, (record) => record.set('gone', true))

/** Brings a dissolved or merged cluster back as its own. */
export const restoreCluster = (board: Y.Doc, id: ClusterId): void =>
  withCluster(board, id, (record) => {
    record.set('gone', false)
    record.set('mergedInto', null)
  })

/** Applies a tidy layout in one transaction, so that one undo takes it back. */
export function applyTidy(board: Y.Doc, moves: TidyMoves): void {
  board.transact(() => {
    for (const { id, at } of moves.clusters) moveCluster(board, id, at)
    placeNotes(board, moves.notes.map(({ id, at }) => ({ id, place: [null, at.x, at.y] as const })))
  }, LOCAL)
}
