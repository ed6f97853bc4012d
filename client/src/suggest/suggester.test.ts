import { describe, expect, it } from 'vitest'
import type { Answer, Ask } from './ask.ts'
import { createSuggester } from './suggester.ts'

const WORDS = { loose: [], clusters: [] }

function rig() {
  const asks: Ask[] = []
  const count = { spawned: 0, ended: 0 }
  const hands: { heard?: (answer: Answer) => void; broke?: () => void } = {}
  const suggester = createSuggester((heard, broke) => {
    count.spawned++
    Object.assign(hands, { heard, broke })
    return { ask: (question) => void asks.push(question), end: () => void count.ended++ }
  })
  return { suggester, asks, count, answer: (answer: Answer) => hands.heard?.(answer), fail: () => hands.broke?.() }
}

describe('asking the worker', () => {
  it('loads nothing until the first question, and then one worker', () => {
    const { suggester, count } = rig()
    expect(count.spawned).toBe(0)
    void suggester.groups(WORDS)
    void suggester.clusters(['Carts'], [])
    expect(count.spawned).toBe(1)
  })

  it('gives each question its own answer, in whatever order they come', async () => {
    const { suggester, asks, answer } = rig()
    const groups = suggester.groups(WORDS)
    const clusters = suggester.clusters(['Carts'], [])
    answer({ ask: asks[1]!.ask, about: 'clusters', clusters: [] })
    answer({ ask: asks[0]!.ask, about: 'groups', groups: [{ notes: [], into: null, title: null }] })
    expect(await clusters).toEqual([])
    expect(await groups).toHaveLength(1)
  })

  it('suggests nothing where no worker can run, or when it breaks off', async () => {
    expect(await createSuggester(() => null).groups(WORDS)).toEqual([])
    const { suggester, fail, count } = rig()
    const groups = suggester.groups(WORDS)
    fail()
    expect(await groups).toEqual([])
    expect(await suggester.groups(WORDS)).toEqual([])
    expect(count.ended).toBe(1)
  })

  it('ends the worker, and every question still open, when nobody asks any more', async () => {
    const { suggester, count } = rig()
    const likely = suggester.clusters(['Carts'], [])
    suggester.rest()
    expect(await likely).toEqual([])
    expect(count.ended).toBe(1)
    void suggester.groups(WORDS)
    expect(count.spawned).toBe(2)
  })
})
