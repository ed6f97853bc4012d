import type { Command } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { id, setUp, type Rig } from './testing/rig.ts'

const rank = (plc: string, ...order: string[]): Command => ({
  type: 'plc.rank',
  plc: id(plc),
  order: order.map((each) => id(each)),
})
const ask = (theme: string): Command => ({ type: 'theme.ask', theme: id(theme) })
const answer = (plc: string, takes: boolean): Command => ({ type: 'plc.answer', plc: id(plc), theme: id('t3'), takes })

/** Three themes; ana is PLC a, ben is PLC b, and both PLCs have t1; PLC c has t2. */
async function formed(): Promise<Rig> {
  const rig = setUp()
  await rig.go('s10')
  for (const n of ['1', '2', '3']) {
    const mark: Command = { type: 'theme.mark', theme: id(`t${n}`), cluster: id(`c${n}`), title: n, focus: 'teacher_action' }
    expect(await rig.told('coach', mark)).toBe('ok')
  }
  for (const [plc, theme] of [
    ['a', 't1'],
    ['b', 't1'],
    ['c', 't2'],
  ] as const) {
    await rig.told('coach', { type: 'plc.create', plc: id(plc), name: plc })
    await rig.told('coach', { type: 'plc.theme', plc: id(plc), theme: id(theme) })
  }
  await rig.told('coach', { type: 'plc.join', plc: id('a'), person: id('ana') })
  await rig.told('coach', { type: 'plc.join', plc: id('b'), person: id('ben') })
  return rig
}

const themes = (rig: Rig) => rig.stage().plcs.map(({ theme }) => theme)

describe('ranking', () => {
  it('B1 is one order a PLC, by its members or a facilitator, in the step for it', async () => {
    const rig = await formed()
    expect(await rig.told('ana', rank('a', 't3', 't1', 't2'))).toBe('ok')
    expect(await rig.told('ben', rank('a', 't1'))).toBe('forbidden')
    expect(await rig.told('coach', rank('a', 't2', 'gone', 't2', 't1'))).toBe('ok')
    expect(await rig.told('coach', rank('x', 't1'))).toBe('not_found')
    expect(rig.stage().room.rankings).toEqual([{ plc: 'a', order: ['t2', 't1'] }])
    expect(themes(rig)).toEqual(['t1', 't1', 't2'])
    await rig.told('coach', rank('a'))
    expect(rig.stage().room.rankings).toEqual([])
    await rig.go('s8')
    expect(await rig.told('ana', rank('a', 't1'))).toBe('not_now')
  })

  it('goes with its PLC', async () => {
    const rig = await formed()
    await rig.told('ana', rank('a', 't3'))
    await rig.told('coach', ask('t3'))
    await rig.told('coach', { type: 'plc.disband', plc: id('a') })
    const { rankings, asks } = rig.stage().room
    expect([rankings, asks.map(({ plc }) => plc)]).toEqual([[], ['b']])
  })
})

describe('asking to reconsider', () => {
  it('B2 changes nothing until a PLC answers for itself, and ends when one takes the theme', async () => {
    const rig = await formed()
    expect(await rig.told('ana', answer('a', true))).toBe('not_found')
    expect(await rig.told('ana', ask('t3'))).toBe('forbidden')
    expect(await rig.told('coach', ask('t3'))).toBe('ok')
    expect(await rig.told('coach', ask('t3'))).toBe('conflict')
    expect(themes(rig)).toEqual(['t1', 't1', 't2'])
    expect(await rig.told('ben', answer('a', true))).toBe('forbidden')
    expect(await rig.told('ana', answer('a', false))).toBe('ok')
    expect(themes(rig)).toEqual(['t1', 't1', 't2'])
    expect(await rig.told('ben', answer('b', true))).toBe('ok')
    expect(themes(rig)).toEqual(['t1', 't3', 't2'])
    expect(await rig.told('ana', answer('a', true))).toBe('conflict')
    expect(rig.stage().room.asks).toEqual([
      { theme: 't3', plc: 'a', answer: 'stays' },
      { theme: 't3', plc: 'b', answer: 'takes' },
    ])
  })

  it('B2 two that would take it at once do not both leave their theme', async () => {
    const rig = await formed()
    await rig.told('coach', ask('t3'))
    const told = await Promise.all([rig.told('ana', answer('a', true)), rig.told('ben', answer('b', true))])
    expect(new Set(told)).toEqual(new Set(['conflict', 'ok']))
    expect(new Set(themes(rig))).toEqual(new Set(['t1', 't2', 't3']))
  })

  it('B2 is for a theme that nobody has, and for PLCs that share theirs', async () => {
    const rig = await formed()
    expect(await rig.told('coach', ask('t2'))).toBe('conflict')
    expect(await rig.told('coach', ask('none'))).toBe('not_found')
    await rig.told('coach', { type: 'plc.theme', plc: id('b'), theme: null })
    expect(await rig.told('coach', ask('t3'))).toBe('conflict')
  })
})

describe('seats for all', () => {
  const fill = (...plcs: string[]): Command => ({ type: 'plc.fill', plcs: plcs.map((plc) => ({ plc: id(plc), name: plc })) })

  it('B3 forms PLCs and seats who has none, for facilitators; sent again it changes nothing', async () => {
    const rig = setUp()
    expect(await rig.told('ana', fill('x'))).toBe('forbidden')
    await rig.told('coach', { type: 'plc.create', plc: id('a'), name: 'a' })
    await rig.told('coach', { type: 'plc.join', plc: id('a'), person: id('ben') })
    expect(await rig.told('coach', fill('x', 'a'))).toBe('ok')
    const seated = () => rig.stage().plcs.map(({ id: plc, members }) => [plc, members])
    expect(seated()).toEqual([
      ['a', ['ben', 'table']],
      ['x', ['ana']],
    ])
    expect(await rig.told('coach', fill('x'))).toBe('ok')
    expect(seated()).toHaveLength(2)
  })
})
