import type * as Y from 'yjs'
import type { ClusterId, NoteId } from '../ids.ts'
import { layOutCluster, type Point, type TidyMoves } from '../layout.ts'
import type { FocusType, Note } from '../records.ts'
import { boardRoots, makeRecord, RECORD_TEXTS, recordAt, textAt, textField, type YRecord } from '../schema.ts'
import { homeOf, homesOf, storedBoard } from '../stored-board.ts'
import { LOCAL, setText } from '../text-diff.ts'
import { placeNotes } from './note.ts'

export interface NewCluster {
  readonly id: ClusterId
  readonly at: Point
  readonly title?: string
  readonly focus?: FocusType | null
}

/** The Yjs record of a cluster. */
export const makeCluster = ({ title, at, focus }: NewCluster): YRecord =>
  makeRecord({ title, at: [Math.round(at.x), Math.round(at.y)], focus: focus ?? null }, RECORD_TEXTS.cluster)

/** Makes a cluster of the given notes, in their order. Repeating it with the same id adds nothing (SPEC C1). */
export function createCluster(board: Y.Doc, cluster: NewCluster, members: readonly NoteId[] = []): void {
  const { clusters } = boardRoots(board)
  if (clusters.has(cluster.id)) return
  board.transact(() => {
    clusters.set(cluster.id, makeCluster(cluster))
    placeNotes(
      board,
      members.map((id, index) => ({ id, place: [cluster.id, index, 0] as const })),
    )
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

/**
 * Pours `from` into `into`: one write; the notes beneath keep their own records and order (SPEC C3). Pouring into a
 * cluster that was itself poured elsewhere goes where that one is shown; into itself it does nothing.
 */
export function mergeClusters(board: Y.Doc, from: ClusterId, into: ClusterId): void {
  const { clusters } = storedBoard(board)
  const home = homeOf(into, clusters)
  if (!clusters.has(home) || clusters.get(home)?.gone === true || home === homeOf(from, clusters)) return
  withCluster(board, from, (record) => record.set('mergedInto', home))
}

/** The notes that are shown in `id`, and the clusters that were poured into it. */
function contentsOf(board: Y.Doc, id: ClusterId): { readonly held: readonly Note[]; readonly poured: readonly ClusterId[] } {
  const { notes, clusters } = storedBoard(board)
  const poured = [...homesOf(clusters)].filter(([, home]) => home === id).map(([cluster]) => cluster)
  return { poured, held: [...notes.values()].filter(({ place: [cluster] }) => cluster !== null && poured.includes(cluster)) }
}

/** Dissolves a cluster: its notes stay where they were seen, loose (SPEC C2). One undo brings all of it back. */
export function dissolveCluster(board: Y.Doc, id: ClusterId): void {
  const { held, poured } = contentsOf(board, id)
  const cluster = storedBoard(board).clusters.get(id)
  if (cluster === undefined) return
  board.transact(() => {
    const ids = held.map((note) => note.id)
    for (const one of poured)
      withCluster(board, one, (record) => {
        record.set('gone', true)
        record.set('held', ids)
      })
    const layout = layOutCluster(held.filter((note) => !note.aside))
    placeNotes(
      board,
      held.map(({ id: note }) => {
        const at = layout.at.get(note) ?? { x: 0, y: 0 }
        return { id: note, place: [null, cluster.x + at.x, cluster.y + at.y] as const }
      }),
    )
  }, LOCAL)
}

/** Brings a merged cluster back as its own, with the notes it had; a dissolved one comes back empty, with its title. */
export const restoreCluster = (board: Y.Doc, id: ClusterId): void =>
  withCluster(board, id, (record) => {
    record.set('gone', false)
    record.set('mergedInto', null)
  })

/** Applies a tidy layout in one transaction, so that one undo takes it back. */
export function applyTidy(board: Y.Doc, moves: TidyMoves): void {
  board.transact(() => {
    for (const { id, at } of moves.clusters) moveCluster(board, id, at)
    placeNotes(
      board,
      moves.notes.map(({ id, at }) => ({ id, place: [null, at.x, at.y] as const })),
    )
  }, LOCAL)
}
