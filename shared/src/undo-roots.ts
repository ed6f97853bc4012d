import type * as Y from 'yjs'
import type { DocumentRef } from './documents.ts'
import { boardRoots, coachRoots, deskRoots, plcRoots, stageRoots } from './schema.ts'

/** Every root of a document whose changes a person can take back. */
export function rootsToUndo(doc: Y.Doc, ref: DocumentRef): readonly Y.Map<unknown>[] {
  const roots: Readonly<Record<DocumentRef['kind'], (doc: Y.Doc) => object>> = {
    stage: stageRoots,
    board: boardRoots,
    desk: deskRoots,
    plc: plcRoots,
    coach: coachRoots,
  }
  return Object.values(roots[ref.kind](doc)) as Y.Map<unknown>[]
}
