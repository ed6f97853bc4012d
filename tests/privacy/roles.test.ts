import { addNote, createCluster, STEP_KINDS, type Command, type StepId, type StepKind } from '@groundswell/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type App, type Room } from './support/app.ts'
import type { Device } from './support/device.ts'

/** What a participant is told in the steps that do not allow it; `steps` are those that do, `all` is every step. */
interface Rule {
  readonly command: (room: Setting) => Command
  readonly participant:
    | 'forbidden'
    | 'ok'
    | 'not_found'
    | 'conflict'
    | { readonly steps: readonly StepKind[]; readonly else: string }
  /** What a facilitator is told, where it is not `ok` in every step. */
  readonly facilitator?: { readonly steps: readonly StepKind[]; readonly else: string }
}

interface Setting extends Room {
  readonly ana: Device
  readonly ben: Device
  readonly screen: Device
}

const id = <T>(text: string): T => text as T
const GROUPED = STEP_KINDS.filter((kind) => !['welcome', 'write', 'together'].includes(kind))
const FORMING = { steps: ['plcs'], else: 'not_now' } as const
const GROUPING = { steps: ['group'], else: 'not_now' } as const
const VOTING = { steps: ['vote'], else: 'not_now' } as const

let serial = 0

const RULES: Readonly<Record<Command['type'], Rule>> = {
  'step.go': { command: () => ({ type: 'step.go', to: id('s1') }), participant: 'forbidden' },
  'reveal.start': {
    command: () => ({ type: 'reveal.start', to: id('nowhere') }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_found' },
  },
  'reveal.cancel': { command: () => ({ type: 'reveal.cancel' }), participant: 'forbidden' },
  'step.edit': { command: () => ({ type: 'step.edit', step: id('s1'), title: 'Hello' }), participant: 'forbidden' },
  'step.add': {
    command: () => ({
      type: 'step.add',
      step: id(`extra-${++serial}`),
      after: null,
      kind: 'vote',
      horizon: null,
      title: null,
      instruction: null,
      minutes: 5,
    }),
    participant: 'forbidden',
  },
  'step.move': { command: () => ({ type: 'step.move', step: id('s14'), after: id('s13') }), participant: 'forbidden' },
  'step.remove': { command: () => ({ type: 'step.remove', step: id('none') }), participant: 'forbidden' },
  'step.skip': { command: () => ({ type: 'step.skip', step: id('s1'), skipped: false }), participant: 'forbidden' },
  'attention.call': {
    command: () => ({ type: 'attention.call', mode: 'gather', target: { kind: 'step' } }),
    participant: 'forbidden',
  },
  'attention.release': { command: () => ({ type: 'attention.release' }), participant: 'forbidden' },
  'timer.start': { command: () => ({ type: 'timer.start', minutes: 5 }), participant: 'forbidden' },
  'timer.add': { command: () => ({ type: 'timer.add', minutes: 1 }), participant: 'forbidden' },
  'timer.pause': { command: () => ({ type: 'timer.pause' }), participant: 'forbidden' },
  'timer.resume': { command: () => ({ type: 'timer.resume' }), participant: 'forbidden' },
  'timer.stop': { command: () => ({ type: 'timer.stop' }), participant: 'forbidden' },
  'done.set': { command: () => ({ type: 'done.set', done: true }), participant: 'ok' },
  'desk.reveal': { command: () => ({ type: 'desk.reveal', horizon: 'current' }), participant: 'forbidden' },
  'desk.publish': {
    command: () => ({ type: 'desk.publish', note: id('nothing') }),
    participant: 'not_found',
    facilitator: { steps: [], else: 'not_found' },
  },
  'desk.hold': {
    command: () => ({ type: 'desk.hold', note: id('nothing'), held: true }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_found' },
  },
  'note.react': {
    command: () => ({ type: 'note.react', note: id('n1'), kind: 'heart', on: true }),
    participant: { steps: ['together', 'talk'], else: 'not_now' },
  },
  'cluster.home': {
    command: () => ({ type: 'cluster.home', cluster: id('c1'), text: 'Curriculum office' }),
    participant: 'forbidden',
  },
  'hand.set': { command: () => ({ type: 'hand.set', person: id('nobody'), up: false }), participant: 'forbidden' },
  'deal.curate': {
    command: ({ ana, ben }) => ({ type: 'deal.curate', curators: [ana.seat.person, ben.seat.person] }),
    participant: 'forbidden',
    facilitator: GROUPING,
  },
  'cluster.flag': {
    command: () => ({ type: 'cluster.flag', cluster: id('c1'), on: true }),
    participant: GROUPING,
    facilitator: GROUPING,
  },
  'deal.set': {
    command: () => ({ type: 'deal.set', state: 'hands' }),
    participant: 'forbidden',
    facilitator: GROUPING,
  },
  'hand.take': { command: () => ({ type: 'hand.take' }), participant: GROUPING, facilitator: GROUPING },
  'hand.keep': { command: () => ({ type: 'hand.keep' }), participant: GROUPING, facilitator: GROUPING },
  'hand.return': { command: () => ({ type: 'hand.return' }), participant: GROUPING, facilitator: GROUPING },
  'room.cursors': { command: () => ({ type: 'room.cursors', cursors: 'facilitators' }), participant: 'forbidden' },
  'lobby.set': { command: () => ({ type: 'lobby.set', on: false }), participant: 'forbidden' },
  'lobby.admit': { command: () => ({ type: 'lobby.admit', person: null }), participant: 'forbidden' },
  'lobby.refuse': { command: () => ({ type: 'lobby.refuse', person: id('nobody') }), participant: 'forbidden' },
  'note.add': {
    command: () => ({ type: 'note.add', note: id(`note-${++serial}`), horizon: 'ideal', text: 'An idea' }),
    participant: { steps: ['together', 'talk', 'group'], else: 'not_now' },
  },
  'note.mend': {
    command: () => ({ type: 'note.mend', note: id('of-ana'), from: 'Mine', text: `Mine, ${++serial}` }),
    participant: 'ok',
    facilitator: { steps: [], else: 'not_found' },
  },
  'note.withdraw': {
    command: () => ({ type: 'note.withdraw', note: id('of-ana'), withdrawn: true }),
    participant: 'ok',
    facilitator: { steps: [], else: 'not_found' },
  },
  'vote.open': { command: () => ({ type: 'vote.open' }), participant: 'forbidden', facilitator: VOTING },
  'vote.place': { command: () => ({ type: 'vote.place', cluster: id('c1') }), participant: VOTING, facilitator: VOTING },
  'vote.take': { command: () => ({ type: 'vote.take', cluster: id('c1') }), participant: VOTING, facilitator: VOTING },
  'vote.set': {
    command: () => ({ type: 'vote.set', ballot: { questions: 1, perCluster: 'one' } }),
    participant: 'forbidden',
  },
  'vote.hands': {
    command: () => ({ type: 'vote.hands', cluster: id('c1'), count: 7 }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_now' },
  },
  'vote.close': { command: () => ({ type: 'vote.close' }), participant: 'forbidden' },
  'theme.mark': {
    command: () => ({ type: 'theme.mark', theme: id('t1'), cluster: id('c1'), title: 'A theme', focus: 'teacher_action' }),
    participant: 'forbidden',
    facilitator: { steps: GROUPED, else: 'not_now' },
  },
  'theme.edit': {
    command: () => ({ type: 'theme.edit', theme: id('none'), title: 'Other' }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_found' },
  },
  'theme.unmark': { command: () => ({ type: 'theme.unmark', theme: id('none') }), participant: 'forbidden' },
  'agreement.set': {
    command: () => ({ type: 'agreement.set', plc: id('p0'), level: 4, reservation: '' }),
    participant: 'ok',
    facilitator: { steps: [], else: 'forbidden' },
  },
  'agreement.clear': {
    command: () => ({ type: 'agreement.clear', plc: id('p0') }),
    participant: 'conflict',
    facilitator: { steps: [], else: 'forbidden' },
  },
  'agreement.show': { command: () => ({ type: 'agreement.show', plc: id('p0') }), participant: 'ok' },
  'agreement.again': { command: () => ({ type: 'agreement.again', plc: id('p0') }), participant: 'ok' },
  'plc.create': { command: () => ({ type: 'plc.create', plc: id('p1'), name: 'One' }), participant: FORMING },
  'plc.rename': { command: () => ({ type: 'plc.rename', plc: id('p0'), name: 'Zero' }), participant: FORMING },
  'plc.join': { command: ({ ana }) => ({ type: 'plc.join', plc: id('p0'), person: ana.seat.person }), participant: FORMING },
  'plc.theme': { command: () => ({ type: 'plc.theme', plc: id('p0'), theme: null }), participant: FORMING },
  'plc.rank': { command: () => ({ type: 'plc.rank', plc: id('p0'), order: [] }), participant: FORMING },
  'theme.ask': {
    command: () => ({ type: 'theme.ask', theme: id('none') }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_found' },
  },
  'plc.answer': {
    command: () => ({ type: 'plc.answer', plc: id('p0'), theme: id('none'), takes: true }),
    participant: 'not_found',
    facilitator: { steps: [], else: 'not_found' },
  },
  'plc.leave': { command: ({ ana }) => ({ type: 'plc.leave', plc: id('p0'), person: ana.seat.person }), participant: FORMING },
  'plc.call': {
    command: () => ({ type: 'plc.call', plc: id('p9'), calling: true }),
    participant: 'not_found',
    facilitator: { steps: [], else: 'not_found' },
  },
  'plc.disband': { command: () => ({ type: 'plc.disband', plc: id('p9') }), participant: 'forbidden' },
  'plc.fill': { command: () => ({ type: 'plc.fill', plcs: [] }), participant: 'forbidden' },
  'question.send': {
    command: () => ({ type: 'question.send', question: id('q1'), plcs: null, text: 'Who else gains?' }),
    participant: 'forbidden',
  },
  'question.settle': {
    command: () => ({ type: 'question.settle', question: id('none'), plc: id('p0'), state: 'parked' }),
    participant: 'not_found',
    facilitator: { steps: [], else: 'not_found' },
  },
  'question.withdraw': { command: () => ({ type: 'question.withdraw', question: id('none') }), participant: 'forbidden' },
  'person.role': {
    command: ({ ben }) => ({ type: 'person.role', person: ben.seat.person, role: 'participant' }),
    participant: 'forbidden',
  },
  'person.remove': { command: ({ ben }) => ({ type: 'person.remove', person: ben.seat.person }), participant: 'forbidden' },
  'code.lock': { command: () => ({ type: 'code.lock', locked: false }), participant: 'forbidden' },
  'version.keep': { command: () => ({ type: 'version.keep', document: 'board' }), participant: 'forbidden' },
  'version.restore': {
    command: () => ({ type: 'version.restore', document: 'board', version: 999_999 }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_found' },
  },
  'document.rebuild': {
    command: () => ({ type: 'document.rebuild', document: 'plc:none' }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_found' },
  },
  'rehearsal.set': {
    command: () => ({ type: 'rehearsal.set', state: 'paused', pace: 'human' }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_now' },
  },
  'rehearsal.end': {
    command: () => ({ type: 'rehearsal.end' }),
    participant: 'forbidden',
    facilitator: { steps: [], else: 'not_now' },
  },
  'session.delete': { command: () => ({ type: 'session.delete' }), participant: 'forbidden' },
}

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function set(): Promise<Setting> {
  const room = await app.found()
  const board = await room.facilitator.open('board')
  createCluster(board.doc, { id: id('c1'), at: { x: 0, y: 0 }, title: 'Devices' })
  addNote(board.doc, { id: id('n1'), horizon: 'ideal', text: 'Calm', place: [null, 0, 0], author: null, round: 1, late: false })
  await board.saved()
  const ana = await room.join('Ana')
  // A talk reveals nothing and takes notes.
  await room.facilitator.command({ type: 'step.go', to: id('t1') })
  await ana.command({ type: 'note.add', note: id('of-ana'), horizon: 'ideal', text: 'Mine' })
  await room.facilitator.command({ type: 'step.go', to: id('s1') })
  await room.facilitator.command({ type: 'plc.create', plc: id('p0'), name: 'Team' })
  await room.facilitator.command({ type: 'plc.join', plc: id('p0'), person: ana.seat.person })
  return { ...room, ana, ben: await room.join('Ben'), screen: await room.display() }
}

const AGENDA: readonly StepKind[] = [
  'welcome',
  'write',
  'together',
  'write',
  'together',
  'group',
  'name',
  'vote',
  'choose',
  'plcs',
  'goal',
  'plan',
  'commit',
  'checkin',
]

/** One agenda step of each kind. */
const BETWEEN: Readonly<Partial<Record<StepKind, string>>> = { talk: 't2', break: 't4' }
const STEPS = STEP_KINDS.map((kind) => [kind, id<StepId>(BETWEEN[kind] ?? `s${AGENDA.indexOf(kind) + 1}`)] as const)

const expected = (rule: Rule['participant'] | undefined, kind: StepKind): string => {
  if (rule === undefined) return 'ok'
  if (typeof rule === 'string') return rule
  return rule.steps.includes(kind) ? 'ok' : rule.else
}

/** Last of all: it ends the session. */
const LAST = ['step.go', 'desk.reveal', 'vote.close', 'person.remove', 'session.delete'] as const
const rulesInOrder = Object.entries(RULES).sort(([a], [b]) => LAST.indexOf(a as never) - LAST.indexOf(b as never))

describe.each(STEPS)('in the step %s', (kind, step) => {
  it('every command answers each role as the rules say', async () => {
    const room = await set()
    await room.facilitator.command({ type: 'step.go', to: step })
    const told: Record<string, readonly string[]> = {}
    const should: Record<string, readonly string[]> = {}
    for (const [type, rule] of rulesInOrder) {
      const command = rule.command(room)
      should[type] = ['forbidden', expected(rule.participant, kind), expected(rule.facilitator, kind)]
      told[type] = [await room.screen.command(command), await room.ana.command(command), await room.facilitator.command(command)]
    }
    expect(told).toEqual(should)
  })
})

describe('whom a command is about', () => {
  it('a participant changes only the own seat and the own PLC', async () => {
    const { facilitator, ana, ben } = await set()
    await facilitator.command({ type: 'step.go', to: id('s10') })
    expect(await ben.command({ type: 'plc.rename', plc: id('p0'), name: 'Mine' })).toBe('forbidden')
    expect(await ben.command({ type: 'plc.theme', plc: id('p0'), theme: null })).toBe('forbidden')
    expect(await ben.command({ type: 'plc.rank', plc: id('p0'), order: [] })).toBe('forbidden')
    expect(await ben.command({ type: 'plc.leave', plc: id('p0'), person: ana.seat.person })).toBe('forbidden')
    expect(await ben.command({ type: 'plc.join', plc: id('p0'), person: ana.seat.person })).toBe('forbidden')
    expect(await ben.command({ type: 'plc.join', plc: id('p0'), person: ben.seat.person })).toBe('ok')
    expect(await ben.command({ type: 'plc.rename', plc: id('p0'), name: 'Ours' })).toBe('ok')
  })

  it('the last facilitator stays one', async () => {
    const { facilitator, ana } = await set()
    const me = facilitator.seat.person
    expect(await facilitator.command({ type: 'person.role', person: me, role: 'participant' })).toBe('conflict')
    expect(await facilitator.command({ type: 'person.remove', person: me })).toBe('conflict')
    expect(await facilitator.command({ type: 'person.role', person: ana.seat.person, role: 'facilitator' })).toBe('ok')
    expect(await ana.command({ type: 'timer.start', minutes: 1 })).toBe('ok')
    expect(await ana.command({ type: 'person.remove', person: me })).toBe('ok')
    expect(await facilitator.command({ type: 'timer.stop' })).toBe('unauthorized')
  })

  it('a token of one session opens nothing in another', async () => {
    const [here, there] = [await set(), await set()]
    const answer = await app.call('GET', `/api/sessions/${there.facilitator.seat.session}/me`, undefined, {
      authorization: `Bearer ${here.facilitator.seat.token}`,
    })
    expect(answer.code).toBe('forbidden')
  })
})

describe('rights change while people are connected', () => {
  it('a removed person is signed out everywhere at once', async () => {
    const { facilitator, ana } = await set()
    const board = await ana.listen('board')
    await facilitator.command({ type: 'person.remove', person: ana.seat.person })
    expect(await board.closed()).toBe(4401)
    expect(await (await ana.listen('stage')).closed()).toBe(4401)
    expect((await ana.call('POST', '/refresh', { key: ana.seat.key })).code).toBe('forbidden')
    expect((await ana.call('GET', '/me')).code).toBe('unauthorized')
  })

  it('a step that opens or closes the board makes participants connect again', async () => {
    const { facilitator, ana } = await set()
    const board = await ana.listen('board')
    await facilitator.command({ type: 'step.go', to: id('s6') })
    expect(await board.closed()).toBe(4510)
    const again = await ana.listen('board')
    await facilitator.command({ type: 'step.go', to: id('s8') })
    expect(await again.closed()).toBe(4510)
  })

  it('a deleted session is gone for everyone, and its code is free', async () => {
    const { facilitator, ana, links } = await set()
    const board = await ana.listen('board')
    expect(await facilitator.command({ type: 'session.delete' })).toBe('ok')
    expect(await board.closed()).toBe(4404)
    expect((await ana.call('GET', '/me')).code).toBe('session_gone')
    expect((await ana.call('POST', '/refresh', { key: ana.seat.key })).code).toBe('session_gone')
    expect((await app.call('GET', `/api/codes/${links.code}`)).code).toBe('code_unknown')
    expect((await app.call('POST', '/api/recover', { secret: links.recovery.split('#')[1] })).code).toBe('not_found')
  })
})
