import {
  addDeskNote,
  formatDocumentName,
  stageView,
  type Command,
  type Horizon,
  type NoteId,
  type Seat,
  type SessionCard,
  type StageView,
} from '@groundswell/shared'
import { connectPeer, type Peer } from '../support/peer.ts'

/**
 * Fills a running session with simulated participants, to try a room by hand:
 * `node tests/bench/crowd.ts http://localhost:4600 K7M4TX 60`. They write while it is time to write, vote while it is time
 * to vote, say when they are done, and stay until the script is stopped.
 */
const [base = 'http://localhost:4600', code = '', size = '60'] = process.argv.slice(2)

const SAYINGS = [
  'Carts are locked after noon',
  'Newcomers wait weeks for a login',
  'Students publish for a real audience',
  'One training day in August, then nothing',
  'Every teacher has a coach they chose',
  'Set-up takes five minutes',
  'Families see what their children make',
  'Help comes within the lesson',
]
const ROLES = ['technology_coach', 'building_leader', 'support_specialist', 'trainer', 'teacher'] as const

async function post<T>(path: string, body: unknown, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
  const answer = await fetch(`${base}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await answer.json()) as T
}

interface Someone {
  readonly seat: Seat
  readonly stage: Peer
  readonly desk: Peer
  readonly board: Peer
}

async function joinAs(session: string, n: number): Promise<Someone> {
  const jobRole = ROLES[n % ROLES.length]
  const seat = await post<Seat>(`/sessions/${session}/join`, {
    code,
    name: `Simulated ${n + 1}`,
    jobRole,
    device: 'person',
    heads: 1,
  })
  const open = (ref: Parameters<typeof formatDocumentName>[0]['ref']) =>
    connectPeer({
      url: `${base.replace('http', 'ws')}/sync`,
      document: formatDocumentName({ session: seat.session, ref, epoch: 1 }),
      token: seat.token,
    })
  const desk = open({ kind: 'desk', person: seat.person })
  return { seat, stage: open({ kind: 'stage' }), desk, board: open({ kind: 'board' }) }
}

let acts = 0
const send = ({ seat }: Someone, command: Command): Promise<unknown> =>
  post(`/sessions/${seat.session}/commands`, { id: `crowd-${process.pid}-${++acts}`, command }, seat.token)

function write({ seat, desk }: Someone, horizon: Horizon, n: number): void {
  const text = `${SAYINGS[n % SAYINGS.length]} (${n})`
  addDeskNote(desk.doc, { id: `${seat.person}-${horizon}-${n}` as NoteId, horizon, text })
}

/** What someone does in a step; `n` is their place in the crowd. */
async function act(someone: Someone, { step, vote }: StageView, n: number): Promise<void> {
  if (step.kind === 'write' && step.horizon !== null)
    for (let k = 0; k < 1 + (n % 5); k++) write(someone, step.horizon, n * 5 + k)
  if (step.kind === 'vote' && vote.state === 'open') {
    const clusters = [...someone.board.doc.getMap('clusters').keys()]
    for (const k of [0, 1]) await send(someone, { type: 'vote.place', cluster: clusters[(n + k * 3) % clusters.length] as never })
  }
  if (n % 6 !== 0) await send(someone, { type: 'done.set', done: true })
}

const card = (await (await fetch(`${base}/api/codes/${code}`)).json()) as SessionCard
const crowd = await Promise.all(Array.from({ length: Number(size) }, (_, n) => joinAs(card.session, n)))
for (const [n, someone] of crowd.entries()) {
  await someone.stage.synced()
  // Facilitators count who is connected by presence.
  someone.stage.provider.awareness.setLocalState({ editing: null })
  const acted = new Set<string>()
  const look = () => {
    const stage = stageView(someone.stage.doc)
    const { spotlight } = stage.room
    const away = n % 12 === 0 ? 'away' : 'with'
    someone.stage.provider.awareness.setLocalStateField('editing', spotlight === null ? null : `look.${spotlight.seq}.${away}`)
    const moment = `${stage.step.id} ${stage.vote.state}`
    if (!stage.ready || acted.has(moment)) return
    acted.add(moment)
    void act(someone, stage, n)
  }
  someone.stage.doc.on('update', look)
  look()
}
process.stdout.write(`${crowd.length} people are in ${card.title}; stop with Ctrl+C.\n`)
