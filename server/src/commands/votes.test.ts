import { mergeClusters, type ClusterId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { id, SESSION, setUp, type Rig } from './testing/rig.ts'

const place = (rig: Rig, person: string, cluster: string) => rig.told(person, { type: 'vote.place', cluster: id(cluster) })

describe('votes', () => {
  it('a person spends three, one on a cluster; a table as many times more as it has heads', async () => {
    const rig = setUp()
    await rig.go('s8')
    expect([await place(rig, 'ana', 'c1'), await place(rig, 'ana', 'c1')]).toEqual(['ok', 'over_budget'])
    expect([await place(rig, 'ana', 'c2'), await place(rig, 'ana', 'c3')]).toEqual(['ok', 'ok'])
    expect(await place(rig, 'ana', 'c4')).toBe('over_budget')
    const table = ['c1', 'c1', 'c1', 'c2', 'c2', 'c3', 'c3', 'c4']
    const answers: string[] = []
    for (const cluster of table) answers.push(await place(rig, 'table', cluster))
    expect(answers).toEqual(['ok', 'ok', 'over_budget', 'ok', 'ok', 'ok', 'ok', 'over_budget'])
  })

  it('many at once never spend more than the budget', async () => {
    const rig = setUp()
    await rig.go('s8')
    const answers = await Promise.all(['c1', 'c2', 'c3', 'c4', 'c1', 'c2'].map((cluster) => place(rig, 'ana', cluster)))
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(3)
    expect(rig.sessions.votes.mine(SESSION, id('ana'))).toHaveLength(3)
  })

  it('a vote taken back can be spent again', async () => {
    const rig = setUp()
    await rig.go('s8')
    await place(rig, 'ana', 'c1')
    expect(await rig.send('ana', { type: 'vote.take', cluster: id('c1') })).toEqual({ ok: true, type: 'vote.take', mine: [] })
    expect(await rig.send('ana', { type: 'vote.place', cluster: id('c2') })).toMatchObject({ mine: ['c2'] })
  })

  it('the stage tells the turnout while it is open, the totals once it is closed, sorted', async () => {
    const rig = setUp()
    await rig.go('s8')
    for (const [person, cluster] of [
      ['ana', 'c2'],
      ['ben', 'c2'],
      ['ben', 'c1'],
      ['table', 'c3'],
    ] as const)
      await place(rig, person, cluster)
    expect(rig.stage().vote).toEqual({ state: 'open', budget: 3, turnout: 3, voters: 3 })
    expect(JSON.stringify(rig.stage())).not.toContain('c2')
    await rig.told('coach', { type: 'vote.close' })
    expect(rig.stage().vote).toEqual({
      state: 'counted',
      voters: 3,
      reopened: 0,
      tally: [
        { cluster: 'c2', votes: 2 },
        { cluster: 'c1', votes: 1 },
        { cluster: 'c3', votes: 1 },
      ],
    })
    expect(await place(rig, 'ana', 'c1')).toBe('not_now')
  })

  it('leaving the step closes it; opening it again leaves a trace and keeps the votes', async () => {
    const rig = setUp()
    await rig.go('s8')
    await place(rig, 'ana', 'c1')
    await rig.go('s9')
    expect(rig.stage().vote).toMatchObject({ state: 'counted', reopened: 0 })
    await rig.go('s8')
    expect(rig.stage().vote.state).toBe('counted')
    await rig.told('coach', { type: 'vote.open' })
    expect(rig.stage().vote).toMatchObject({ state: 'open', turnout: 1 })
    await rig.told('coach', { type: 'vote.close' })
    expect(rig.stage().vote).toMatchObject({ state: 'counted', reopened: 1, tally: [{ cluster: 'c1', votes: 1 }] })
  })

  it('votes on a merged cluster count where its notes are; those of a removed person do not count', async () => {
    const rig = setUp()
    await rig.go('s8')
    for (const [person, cluster] of [
      ['ana', 'c1'],
      ['ben', 'c2'],
      ['table', 'c2'],
    ] as const)
      await place(rig, person, cluster)
    mergeClusters(rig.documents.doc('board'), id('c1'), id('c2'))
    await rig.told('coach', { type: 'person.remove', person: id('table') })
    await rig.told('coach', { type: 'vote.close' })
    expect(rig.stage().vote).toMatchObject({ voters: 2, tally: [{ cluster: 'c2', votes: 2 }] })
  })

  it('there is no voting for a cluster that is not there', async () => {
    const rig = setUp()
    await rig.go('s8')
    expect(await place(rig, 'ana', 'nothing')).toBe('not_found')
  })
})

describe('two questions, several votes on one cluster, and hands', () => {
  const second = (rig: Rig, person: string, cluster: string) =>
    rig.told(person, { type: 'vote.place', cluster: id(cluster), question: 2 })
  const ballot = (rig: Rig, questions: 1 | 2, perCluster: 'one' | 'budget') =>
    rig.told('coach', { type: 'vote.set', ballot: { questions, perCluster } })

  it('each question has a budget and a total of its own', async () => {
    const rig = setUp()
    await rig.go('s8')
    expect(await second(rig, 'ana', 'c1')).toBe('not_now')
    await ballot(rig, 2, 'one')
    for (const cluster of ['c1', 'c2', 'c3']) await place(rig, 'ana', cluster)
    expect([await second(rig, 'ana', 'c1'), await second(rig, 'ana', 'c1')]).toEqual(['ok', 'over_budget'])
    await rig.told('coach', { type: 'vote.close' })
    expect(rig.stage().vote).toMatchObject({ voters: 1, tally: [{ votes: 1 }, { votes: 1 }, { votes: 1 }] })
    expect(rig.stage().room.second).toEqual([{ cluster: 'c1', votes: 1 }])
  })

  it('a person may put the whole budget on one cluster where the ballot says so', async () => {
    const rig = setUp()
    await rig.go('s8')
    await ballot(rig, 1, 'budget')
    const answers = [await place(rig, 'ana', 'c1'), await place(rig, 'ana', 'c1'), await place(rig, 'ana', 'c1')]
    expect([...answers, await place(rig, 'ana', 'c1')]).toEqual(['ok', 'ok', 'ok', 'over_budget'])
  })

  it('the rules stand once someone has voted', async () => {
    const rig = setUp()
    await rig.go('s8')
    await place(rig, 'ana', 'c1')
    expect(await ballot(rig, 2, 'one')).toBe('not_now')
  })

  it('hands are entered after the vote and never mix with it', async () => {
    const rig = setUp()
    await rig.go('s8')
    const hands = { type: 'vote.hands', cluster: id<ClusterId>('c1'), count: 9 } as const
    expect(await rig.told('coach', hands)).toBe('not_now')
    await place(rig, 'ana', 'c2')
    await rig.told('coach', { type: 'vote.close' })
    expect(await rig.told('coach', hands)).toBe('ok')
    expect(rig.stage().room.hands).toEqual([{ cluster: 'c1', votes: 9 }])
    expect(rig.stage().vote).toMatchObject({ tally: [{ cluster: 'c2', votes: 1 }] })
    await rig.told('coach', { ...hands, count: 0 })
    expect(rig.stage().room.hands).toEqual([])
  })
})
