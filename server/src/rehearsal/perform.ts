import {
  addDeskNote,
  createCluster,
  editDeskNote,
  editGoal,
  editPlan,
  endOfCluster,
  freeSpot,
  ID_BYTES,
  makeId,
  mergeClusters,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  promoteTheme,
  putIn,
  renameCluster,
  saveStep,
  setFocus,
  stageView,
  takenRects,
  plcOf,
  type ActionStepId,
  type ClusterId,
  type NoteId,
  type PlcId,
} from '@groundswell/shared'
import type { Act, Sight } from './acts.ts'
import type { Body } from './body.ts'

type ActOf<K extends Act['kind']> = Extract<Act, { readonly kind: K }>

/** A new id from the person's own luck, so that a seed repeats. */
const newId = <T extends NoteId | ClusterId | PlcId | ActionStepId>({ mind }: Body): T =>
  makeId<T>(Uint8Array.from({ length: ID_BYTES }, () => Math.floor(mind.chance() * 256)))

/** Milliseconds for a letter, at the pace of a room. */
const LETTER = 110
/** Letters that go out together, as a client sends them. */
const BURST = 9

/** Types word by word; stops with the rest unsaid when the rehearsal ends. */
async function type({ pace }: Body, text: string, gone: () => boolean, show: (soFar: string) => void): Promise<void> {
  for (let end = BURST; end < text.length + BURST; end += BURST) {
    if (gone()) return
    show(text.slice(0, end))
    await pace.wait(LETTER * BURST)
  }
}

async function write(body: Body, { horizon, text }: ActOf<'write'>, gone: () => boolean): Promise<void> {
  const { doc } = body.desk
  const id = newId<NoteId>(body)
  addDeskNote(doc, { id, horizon, text: text.slice(0, BURST) })
  // Revealed while it was typed: the rest of it would be another note.
  const over = () => gone() || stageView(body.stage.doc).writing[horizon].revealed
  await type(body, text, over, (soFar) => editDeskNote(doc, id, soFar))
}

/** Shows the notes in hand before they are put down. */
async function carry({ board, pace }: Body, notes: readonly NoteId[], { board: { at } }: Sight): Promise<void> {
  const from = notes[0] === undefined ? undefined : at.get(notes[0])
  if (from === undefined) return
  for (const [dx, dy] of [
    [0, 0],
    [60, -30],
    [140, -60],
  ] as const) {
    board.move({ cursor: { x: from.x + dx, y: from.y + dy }, drags: [{ ids: notes, dx, dy }] })
    await pace.wait(350)
  }
  board.move({ cursor: null, drags: [] })
}

async function put(body: Body, act: ActOf<'put'>, sight: Sight): Promise<void> {
  await carry(body, act.notes, sight)
  const cluster = sight.board.clusters.get(act.into)
  if (cluster !== undefined) putIn(body.board.doc, act.notes, act.into, endOfCluster(cluster.notes))
}

const CLUSTER_SIZE = { w: NOTE_WIDTH * 2.4, h: NOTE_HEIGHT * 2 }

async function gather(body: Body, { notes }: ActOf<'gather'>, sight: Sight): Promise<void> {
  await carry(body, notes, sight)
  const from = notes[0] === undefined ? undefined : sight.board.at.get(notes[0])
  const at = freeSpot(CLUSTER_SIZE, takenRects(sight.board), { x: 0, y: from?.y ?? 0 })
  createCluster(body.board.doc, { id: newId<ClusterId>(body), at }, notes)
}

async function name(body: Body, { cluster, title, focus }: ActOf<'name'>, gone: () => boolean): Promise<void> {
  await type(body, title, gone, (soFar) => renameCluster(body.board.doc, cluster, soFar))
  setFocus(body.board.doc, cluster, focus)
}

async function found(body: Body, { name: title }: ActOf<'found'>, { me }: Sight): Promise<void> {
  const plc = newId<PlcId>(body)
  await body.door.command({ type: 'plc.create', plc, name: title })
  await body.door.command({ type: 'plc.join', plc, person: me })
}

async function draft(body: Body, { field, text }: ActOf<'draft'>, { stage, me }: Sight, gone: () => boolean): Promise<void> {
  const room = body.room()
  if (room === null) return
  const theme = plcOf(stage, me)?.theme ?? null
  if (theme !== null) promoteTheme(room.doc, theme)
  body.stage.report({ editing: null })
  room.report({ editing: `goal.${field}` })
  await type(body, text, gone, (soFar) => editGoal(room.doc, field, soFar))
  room.report({ editing: null })
}

async function plan(body: Body, act: ActOf<'contribute' | 'promise'>, { me }: Sight, gone: () => boolean): Promise<void> {
  const room = body.room()
  if (room === null) return
  if (act.kind === 'contribute') return type(body, act.text, gone, (soFar) => editPlan(room.doc, me, 'contribution', soFar))
  const step = newId<ActionStepId>(body)
  await type(body, act.text, gone, (soFar) => saveStep(room.doc, step, { owner: me, text: soFar }))
}

/** Does one act with the rights of a person. Answers one's ballot after a vote, null after everything else. */
export async function perform(body: Body, act: Act, sight: Sight, gone: () => boolean): Promise<readonly ClusterId[] | null> {
  const { door } = body
  switch (act.kind) {
    case 'look':
      body.stage.report({ editing: `look.${act.seq}.${act.how}` })
      return null
    case 'write':
      await write(body, act, gone)
      return null
    case 'add':
      await door.command({ type: 'note.add', note: newId<NoteId>(body), horizon: act.horizon, text: act.text })
      return null
    case 'put':
      await put(body, act, sight)
      return null
    case 'gather':
      await gather(body, act, sight)
      return null
    case 'takeHand':
      await door.command({ type: 'hand.take' })
      return null
    case 'merge':
      mergeClusters(body.board.doc, act.from, act.into)
      return null
    case 'flag':
      await door.command({ type: 'cluster.flag', cluster: act.cluster, on: true })
      return null
    case 'name':
      await name(body, act, gone)
      return null
    case 'vote': {
      const answer = await door.command({ type: 'vote.place', cluster: act.cluster, question: act.question })
      return answer?.type === 'vote.place' ? answer.mine : null
    }
    case 'found':
      await found(body, act, sight)
      return null
    case 'join':
      await door.command({ type: 'plc.join', plc: act.plc, person: sight.me })
      return null
    case 'rank':
      await door.command({ type: 'plc.rank', plc: act.plc, order: act.order })
      return null
    case 'answer':
      await door.command({ type: 'plc.answer', plc: act.plc, theme: act.theme, takes: act.takes })
      return null
    case 'take':
      await door.command({ type: 'plc.theme', plc: act.plc, theme: act.theme })
      return null
    case 'draft':
      await draft(body, act, sight, gone)
      return null
    case 'contribute':
    case 'promise':
      await plan(body, act, sight, gone)
      return null
    case 'agree':
      await door.command({ type: 'agreement.set', plc: act.plc, level: act.level, reservation: act.reservation })
      return null
    case 'done':
      await door.command({ type: 'done.set', done: true })
      return null
  }
}
