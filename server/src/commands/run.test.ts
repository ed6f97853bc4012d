import { plcRoots, type AttentionTarget, type Command, type SessionId, type StepId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { id, SESSION, setUp, type Rig } from './testing/rig.ts'

describe('a command that comes twice', () => {
  it('acts once, also when both are under way', async () => {
    const rig = setUp()
    const add: Command = { type: 'timer.start', minutes: 5 }
    await rig.send('coach', add, 'start')
    const more: Command = { type: 'timer.add', minutes: 1 }
    await Promise.all([rig.send('coach', more, 'same'), rig.send('coach', more, 'same')])
    expect(rig.stage().timer?.length).toBe(6 * 60_000)
  })

  it('a refusal is not kept: later the same act may succeed', async () => {
    const rig = setUp()
    const vote: Command = { type: 'vote.place', cluster: id('c1') }
    expect(await rig.send('ana', vote, 'early')).toBe('not_now')
    await rig.go('s8')
    expect(await rig.send('ana', vote, 'early')).toMatchObject({ ok: true })
  })
})

describe('steps and the timer', () => {
  it('a new step clears who is done and the timer, and has all rights looked at again', async () => {
    const rig = setUp()
    await rig.told('ana', { type: 'done.set', done: true })
    await rig.told('ana', { type: 'done.set', done: true })
    await rig.told('coach', { type: 'timer.start', minutes: 1 })
    expect(rig.stage()).toMatchObject({ done: 1, timer: { endsAt: 1_060_000, length: 60_000 } })
    await rig.go('s2')
    expect(rig.stage()).toMatchObject({ done: 0, timer: null, stepIndex: 2 })
    expect(rig.rechecked).toEqual([undefined])
    expect(await rig.go('s99')).toBe('not_found')
  })

  it('the timer pauses, goes on and grows by the clock of the server', async () => {
    const rig = setUp()
    await rig.told('coach', { type: 'timer.start', minutes: 2 })
    rig.clock.now += 30_000
    await rig.told('coach', { type: 'timer.pause' })
    rig.clock.now += 500_000
    await rig.told('coach', { type: 'timer.add', minutes: 1 })
    expect(rig.stage().timer).toEqual({ endsAt: null, remaining: 150_000, length: 180_000 })
    await rig.told('coach', { type: 'timer.resume' })
    expect(rig.stage().timer).toEqual({ endsAt: rig.clock.now + 150_000, remaining: null, length: 180_000 })
    rig.clock.now += 400_000
    await rig.told('coach', { type: 'timer.add', minutes: 1 })
    expect(rig.stage().timer?.endsAt).toBe(rig.clock.now + 60_000)
  })

  it('a step takes words of its own and gives them back', async () => {
    const rig = setUp()
    await rig.told('coach', { type: 'step.edit', step: id('s1'), title: 'Hello', minutes: 3 })
    expect(rig.stage().agenda[0]).toMatchObject({ title: 'Hello', instruction: null, minutes: 3 })
    await rig.told('coach', { type: 'step.edit', step: id('s1'), title: null })
    expect(rig.stage().agenda[0]).toMatchObject({ title: null, minutes: 3 })
  })
})

describe('themes and PLCs', () => {
  const mark = (theme: string, cluster: string): Command => ({
    type: 'theme.mark',
    theme: id(theme),
    cluster: id(cluster),
    title: theme,
    focus: 'student_outcome',
  })

  it('three themes, each on a cluster of its own', async () => {
    const rig = setUp()
    await rig.go('s9')
    const answers: string[] = []
    for (const [theme, cluster] of [
      ['t1', 'c1'],
      ['t1', 'c1'],
      ['t2', 'c1'],
      ['t2', 'c2'],
      ['t3', 'c3'],
      ['t4', 'c4'],
    ] as const) {
      answers.push(await rig.told('coach', mark(theme, cluster)))
    }
    expect(answers).toEqual(['ok', 'ok', 'conflict', 'ok', 'ok', 'conflict'])
    await rig.told('coach', { type: 'theme.unmark', theme: id('t1') })
    await rig.told('coach', mark('t4', 'c4'))
    expect(rig.stage().themes.map((theme) => theme.id)).toEqual(['t2', 't3', 't4'])
  })

  it('every other cluster gets a home in words, from facilitators alone, and an empty one takes it back', async () => {
    const rig = setUp()
    await rig.go('s9')
    const home = (cluster: string, text: string): Command => ({ type: 'cluster.home', cluster: id(cluster), text })
    expect(await rig.told('ana', home('c1', 'Curriculum office'))).toBe('forbidden')
    expect(await rig.told('coach', home('nowhere', 'Curriculum office'))).toBe('not_found')
    await rig.told('coach', home('c1', 'Curriculum office'))
    await rig.told('coach', home('c2', 'Day 30'))
    await rig.told('coach', home('c1', 'Maria, until May'))
    expect(rig.stage().homes).toEqual([
      { cluster: 'c2', text: 'Day 30' },
      { cluster: 'c1', text: 'Maria, until May' },
    ])
    await rig.told('coach', home('c2', ''))
    expect(rig.stage().homes).toEqual([{ cluster: 'c1', text: 'Maria, until May' }])
  })

  it('a theme that a PLC works on stays', async () => {
    const rig = setUp()
    await rig.go('s9')
    await rig.told('coach', mark('t1', 'c1'))
    for (const plc of ['p1', 'p2']) {
      await rig.told('coach', { type: 'plc.create', plc: id(plc), name: plc })
      expect(await rig.told('coach', { type: 'plc.theme', plc: id(plc), theme: id('t1') })).toBe('ok')
    }
    expect(await rig.told('coach', { type: 'theme.unmark', theme: id('t1') })).toBe('conflict')
    expect(await rig.told('coach', { type: 'plc.theme', plc: id('p1'), theme: id('none') })).toBe('not_found')
  })

  it('a PLC is ready to be typed in, and so is the plan of whoever joins', async () => {
    const rig = setUp()
    await rig.go('s10')
    await rig.told('ana', { type: 'plc.create', plc: id('p1'), name: 'One' })
    await rig.told('ana', { type: 'plc.join', plc: id('p1'), person: id('ana') })
    const { goal, plans } = plcRoots(rig.documents.doc('plc:p1'))
    expect(goal.has('statement')).toBe(true)
    expect([...plans.keys()]).toEqual(['ana'])
  })

  it('a person sits in one PLC and leaves it when removed', async () => {
    const rig = setUp()
    await rig.go('s10')
    for (const plc of ['p1', 'p2']) await rig.told('coach', { type: 'plc.create', plc: id(plc), name: plc })
    for (const plc of ['p1', 'p2']) await rig.told('ana', { type: 'plc.join', plc: id(plc), person: id('ana') })
    expect(rig.stage().plcs.map((plc) => plc.members)).toEqual([[], ['ana']])
    await rig.told('coach', { type: 'person.remove', person: id('ana') })
    expect(rig.stage().plcs.map((plc) => plc.members)).toEqual([[], []])
    expect(rig.stage().people.find((person) => person.id === 'ana')?.removed).toBe(true)
  })
})

describe('the agenda', () => {
  it('A5: going to a talk deals its groups, another talk deals anew, and other steps have none', async () => {
    const rig = setUp()
    await rig.go('t2')
    const groups = rig.stage().room.groups
    expect(groups.flat()).toContain('ana')
    expect(groups.flat()).not.toContain('coach')
    await rig.go('s2')
    expect(rig.stage().room.groups).toEqual([])
  })

  const ids = (rig: Rig) => rig.stage().agenda.map((step) => step.id)
  const added = { type: 'step.add', step: id<StepId>('x1'), kind: 'write', title: null, instruction: null, minutes: 4 } as const

  it('takes a new step after any other, once', async () => {
    const rig = setUp()
    const add = () => rig.told('coach', { ...added, after: id('s2'), horizon: 'ideal' })
    expect([await add(), await add()]).toEqual(['ok', 'ok'])
    expect(ids(rig).slice(0, 4)).toEqual(['s1', 't1', 's2', 'x1'])
    expect(await rig.told('coach', { ...added, step: id('x2'), after: null, horizon: null })).toBe('bad_request')
    expect(await rig.told('coach', { ...added, step: id('x2'), after: id('gone'), horizon: 'ideal' })).toBe('not_found')
  })

  it('moves and removes steps, but never the one the room is in', async () => {
    const rig = setUp()
    await rig.go('s3')
    await rig.told('coach', { type: 'step.move', step: id('s3'), after: null })
    expect(ids(rig).slice(0, 3)).toEqual(['s3', 's1', 't1'])
    expect(rig.stage().step.id).toBe('s3')
    expect(await rig.told('coach', { type: 'step.remove', step: id('s3') })).toBe('conflict')
    expect(await rig.told('coach', { type: 'step.remove', step: id('s2') })).toBe('ok')
    expect(ids(rig)).not.toContain('s2')
  })

  it('a skipped step is taken up again by going there', async () => {
    const rig = setUp()
    await rig.told('coach', { type: 'step.skip', step: id('s4'), skipped: true })
    expect(rig.stage().room.skipped).toEqual(['s4'])
    await rig.go('s4')
    expect(rig.stage().room.skipped).toEqual([])
    expect(await rig.told('coach', { type: 'step.skip', step: id('s4'), skipped: true })).toBe('conflict')
  })
})

describe('attention', () => {
  const call = (rig: Rig, target: AttentionTarget) => rig.told('coach', { type: 'attention.call', mode: 'gather', target })

  it('is session state with a number that grows, released by whoever facilitates and by the next step', async () => {
    const rig = setUp()
    await call(rig, { kind: 'step' })
    const first = rig.stage().room.spotlight
    expect(first).toMatchObject({ by: 'coach', mode: 'gather', startedAt: rig.clock.now })
    await call(rig, { kind: 'cluster', id: id('c1') })
    expect(rig.stage().room.spotlight?.seq).toBeGreaterThan(first?.seq ?? Infinity)
    await rig.told('coach', { type: 'attention.release' })
    expect(rig.stage().room.spotlight).toBeNull()
    await call(rig, { kind: 'step' })
    await rig.go('s2')
    expect(rig.stage().room.spotlight).toBeNull()
  })

  it('is not called to what is not there', async () => {
    const rig = setUp()
    expect(await call(rig, { kind: 'cluster', id: id('gone') })).toBe('not_found')
    expect(await call(rig, { kind: 'plc', id: id('gone') })).toBe('not_found')
  })
})

describe('a rehearsal', () => {
  const set = { type: 'rehearsal.set', state: 'paused', pace: 'fast' } as const
  const rehearse = ({ sessions }: Rig) => {
    const { facts } = sessions.get(SESSION)!
    const rehearsal = { of: id<SessionId>('real'), people: 8, state: 'running', pace: 'human', endsAt: 9e12 } as const
    sessions.saveFacts(SESSION, { ...facts, rehearsal })
  }

  it('H2: is steered and ended by its facilitator alone, and a real session never is', async () => {
    const rig = setUp()
    expect(await rig.told('coach', set)).toBe('not_now')
    expect(await rig.told('coach', { type: 'rehearsal.end' })).toBe('not_now')
    rehearse(rig)
    expect([await rig.told('ana', set), await rig.told('ana', { type: 'rehearsal.end' })]).toEqual(['forbidden', 'forbidden'])
    expect(await rig.told('coach', set)).toBe('ok')
    expect(rig.stage().rehearsal).toMatchObject({ people: 8, state: 'paused', pace: 'fast' })
    expect(rig.steered).toEqual([SESSION])
    expect(await rig.told('coach', { type: 'rehearsal.end' })).toBe('ok')
    expect(rig.sessions.get(SESSION)).toBeNull()
  })

  it('cannot go on without its people', async () => {
    const rig = setUp()
    rehearse(rig)
    const { facts } = rig.sessions.get(SESSION)!
    rig.sessions.saveFacts(SESSION, { ...facts, rehearsal: { ...facts.rehearsal!, state: 'stopped' } })
    expect(await rig.told('coach', set)).toBe('not_now')
  })
})
