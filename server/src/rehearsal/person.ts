import {
  boardView,
  deskNotes,
  plcOf,
  plcView,
  stageView,
  type BoardView,
  type ClusterId,
  type PlcId,
  type StepId,
} from '@groundswell/shared'
import type { Act, Sight } from './acts.ts'
import type { Body } from './body.ts'
import type { Door } from './door.ts'
import { openLine, type Line } from './line.ts'
import type { Pace } from './pace.ts'
import { perform } from './perform.ts'
import { planAct, thoughtBefore, type Mind } from './plan-act.ts'

interface Memory {
  looked: number
  doneIn: StepId | null
  addedIn: StepId | null
  flaggedIn: StepId | null
  votes: readonly ClusterId[]
  room: { readonly plc: PlcId; readonly line: Line } | null
}

const NO_BOARD: BoardView = {
  notes: new Map(),
  clusters: new Map(),
  loose: [],
  aside: [],
  at: new Map(),
  merged: new Map(),
  dissolved: new Map(),
}
const LOOKS_AT_BOARD: ReadonlySet<string> = new Set(['group', 'name', 'vote'])
/** How often someone with nothing to do looks up, at least and at most, in milliseconds. */
const GLANCE = [900, 1_600] as const

/** Lives until `gone`: looks, thinks, acts, over and over. */
export async function live(mind: Mind, door: Door, pace: Pace, gone: () => boolean): Promise<void> {
  const pause = () => 200 + mind.chance() * 800
  const open = (ref: Parameters<Door['address']>[0]): Line => openLine({ address: () => door.address(ref), pause })
  const { person } = door.seat()
  const memory: Memory = { looked: 0, doneIn: null, addedIn: null, flaggedIn: null, votes: [], room: null }
  const body: Body = {
    mind,
    door,
    pace,
    stage: open({ kind: 'stage' }),
    desk: open({ kind: 'desk', person }),
    board: open({ kind: 'board' }),
    room: () => memory.room?.line ?? null,
  }
  body.stage.report({ editing: null })
  while (!gone()) {
    await door.keep(Date.now())
    followTeam(body, memory, open)
    if (!(await actOnce(body, memory, gone))) await rest(GLANCE[0] + mind.chance() * (GLANCE[1] - GLANCE[0]))
  }
  for (const line of [body.stage, body.desk, body.board, memory.room?.line]) line?.close()
}

/** A glance takes as long at every pace: looking sixty times as often would only keep the machine busy. */
const rest = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

/** Acts, unless there is nothing to do or the moment passed while thinking. */
async function actOnce(body: Body, memory: Memory, gone: () => boolean): Promise<boolean> {
  if (body.pace.paused()) return false
  const before = see(body, memory)
  const planned = before === null ? null : planAct(body.mind, before)
  if (planned === null || before === null) return false
  await body.pace.wait(thoughtBefore(planned, body.mind))
  if (gone() || body.pace.paused()) return false
  // The room has moved on while this one was thinking.
  const now = see(body, memory)
  const act = now === null ? null : planAct(body.mind, now)
  if (act === null || now === null || act.kind !== planned.kind) return false
  const answer = await perform(body, act, now, gone)
  remember(memory, act, now, answer)
  return true
}

function see(body: Body, memory: Memory): Sight | null {
  const { desk, board, door } = body
  const stage = stageView(body.stage.doc)
  const { step } = stage
  // A closed vote begins anew for those who had spent all.
  if (stage.vote.state === 'closed') memory.votes = []
  if (!stage.ready) return null
  return {
    me: door.seat().person,
    stage,
    board: LOOKS_AT_BOARD.has(step.kind) ? boardView(board.doc) : NO_BOARD,
    mayMove: board.right() === 'write',
    written: step.kind === 'write' ? deskNotes(desk.doc).filter(({ horizon }) => horizon === step.horizon).length : 0,
    votes: memory.votes,
    room: roomOf(body.room()),
    saidDone: memory.doneIn === step.id,
    looked: memory.looked,
    added: memory.addedIn === step.id,
    flagged: memory.flaggedIn === step.id,
  }
}

const roomOf = (line: Line | null) => (line === null || line.right() !== 'write' ? null : plcView(line.doc))

function remember(memory: Memory, act: Act, { stage }: Sight, votes: readonly ClusterId[] | null): void {
  if (act.kind === 'look') memory.looked = act.seq
  if (act.kind === 'done') memory.doneIn = stage.step.id
  if (act.kind === 'add') memory.addedIn = stage.step.id
  if (act.kind === 'flag') memory.flaggedIn = stage.step.id
  if (act.kind === 'vote' && votes !== null) memory.votes = votes
}

/** Goes into one's team's room, and out of it with the team. */
function followTeam(
  { stage, door }: Body,
  memory: Memory,
  open: (ref: { readonly kind: 'plc'; readonly plc: PlcId }) => Line,
): void {
  const plc = plcOf(stageView(stage.doc), door.seat().person)?.id ?? null
  if (plc === (memory.room?.plc ?? null)) return
  memory.room?.line.close()
  memory.room = plc === null ? null : { plc, line: open({ kind: 'plc', plc }) }
}
