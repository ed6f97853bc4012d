import * as Y from 'yjs'
import type { SessionDocuments } from '../portable/write-file.ts'
import { boardView, type BoardView } from '../selectors/board.ts'
import { plcView } from '../selectors/plc.ts'
import { stageView, type StageView } from '../selectors/stage.ts'
import { plcPlan, type PlcPlan } from '../selectors/thread.ts'

/** A session as its views, for every export that is read by people. */
export interface SessionRecord {
  readonly stage: StageView
  readonly board: BoardView
  readonly plans: readonly PlcPlan[]
}

/** Reads the documents once, for Markdown and both tables. */
export function sessionRecord(docs: SessionDocuments): SessionRecord {
  const stage = stageView(docs.stage)
  const board = boardView(docs.board)
  return {
    stage,
    board,
    plans: stage.plcs.map((plc) => plcPlan(plc, stage, board, plcView(docs.plcs.get(plc.id) ?? new Y.Doc()))),
  }
}
