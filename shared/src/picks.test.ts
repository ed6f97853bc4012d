import { describe, expect, it } from 'vitest'
import { askState, bestRank, rankedAs, rankingOf, toAsk, uncovered, type ThemeAsk } from './picks.ts'
import { stageRoots } from './schema.ts'
import { stageView } from './selectors/stage.ts'
import { aPlcFile, asId, aSessionFile, aTheme } from './testing/index.ts'
import { fillStage } from './portable/fill.ts'
import * as Y from 'yjs'
import type { PlcId, ThemeId } from './ids.ts'

interface Setting {
  /** Which theme each PLC has taken. */
  readonly taken?: Readonly<Record<string, string | null>>
  readonly rankings?: Readonly<Record<string, readonly string[]>>
  readonly asks?: readonly unknown[]
}

/** A stage with the themes t1, t2 and t3, as a device reads it. */
function stageOf({ taken = {}, rankings = {}, asks = [] }: Setting) {
  const doc = new Y.Doc()
  const themes = ['t1', 't2', 't3'].map((id, index) => ({ ...aTheme(id, `c-${id}`), order: index }))
  const plcs = Object.entries(taken).map(([id, theme], order) =>
    aPlcFile(id, { theme: theme === null ? null : asId(theme), order }),
  )
  fillStage(doc, aSessionFile({ themes, plcs }))
  const orders = Object.entries(rankings).map(([plc, order]) => ({ plc, order }))
  stageRoots(doc).session.set('room', { rankings: orders, asks })
  return stageView(doc)
}

const ids = (list: readonly { readonly id: string }[] | null) => list?.map(({ id }) => id) ?? null
const plc = (id: string) => asId<PlcId>(id)
const theme = (id: string) => asId<ThemeId>(id)

describe('a ranking', () => {
  it('B1 reads as an order of the themes there are, each once: gone ones out, new ones last', () => {
    const stage = stageOf({ taken: { a: null, b: null, c: null }, rankings: { a: ['t3', 'gone', 't1', 't3'], b: ['gone'] } })
    expect(ids(rankingOf(stage, plc('a')))).toEqual(['t3', 't1', 't2'])
    expect(rankingOf(stage, plc('b'))).toBeNull()
    expect(rankingOf(stage, plc('c'))).toBeNull()
  })

  it('B1 tells who ranks a theme how, and takes none', () => {
    const stage = stageOf({ taken: { a: null, b: 't1' }, rankings: { a: ['t2', 't1', 't3'], b: ['t1', 't2', 't3'] } })
    expect(ids(rankedAs(stage, theme('t1'), 'first'))).toEqual(['b'])
    expect(['t1', 't2', 't3'].map((id) => bestRank(stage, theme(id)))).toEqual(['first', 'first', 'third'])
    expect(ids(uncovered(stage))).toEqual(['t2', 't3'])
  })

  it('B1 is no ranking where it is damaged', () => {
    const stage = stageOf({ taken: { a: null }, asks: [3, { theme: 't1' }, { plc: 'a', theme: '' }] })
    expect(stage.room.asks).toEqual([])
    expect(bestRank(stage, theme('t1'))).toBeNull()
  })
})

describe('asking to reconsider', () => {
  const shared = { taken: { a: 't1', b: 't1', c: 't1', d: 't2' } }

  it('B2 asks the two that rank it best among those that share a theme, and nobody twice', () => {
    const rankings = { b: ['t1', 't3', 't2'], c: ['t3', 't1', 't2'], d: ['t3', 't2', 't1'] }
    expect(ids(toAsk(stageOf({ ...shared, rankings }), theme('t3')))).toEqual(['c', 'b'])
    const asks = [
      { theme: 't3', plc: 'c', answer: 'stays' },
      { theme: 't3', plc: 'b', answer: 'open' },
    ]
    expect(ids(toAsk(stageOf({ ...shared, rankings, asks }), theme('t3')))).toEqual(['a'])
  })

  it('B2 asks nobody about a theme that is taken, or while no two PLCs share one', () => {
    expect(toAsk(stageOf(shared), theme('t2'))).toEqual([])
    expect(toAsk(stageOf({ taken: { a: 't1', b: 't2', c: null, d: null } }), theme('t3'))).toEqual([])
  })

  it.each([
    ['waits for an answer', 'open', { a: 't1', b: 't1' }, 'waiting'],
    ['was answered with no', 'stays', { a: 't1', b: 't1' }, 'stays'],
    ['was answered by taking it', 'takes', { a: 't3', b: 't1' }, 'took'],
    ['was answered by taking it as ever', 'open', { a: 't3', b: 't1' }, 'took'],
    ['ends when another takes the theme', 'open', { a: 't1', b: 't1', c: 't3' }, null],
    ['ends when the PLC shares its theme no more', 'open', { a: 't1', b: 't2' }, null],
    ['ends with its PLC', 'open', { b: 't1' }, null],
    ['is over when a theme that was taken is let go', 'takes', { a: 't1', b: 't1' }, null],
  ] as const)('B2 an ask %s', (_, answer, taken, state) => {
    const ask: ThemeAsk = { theme: theme('t3'), plc: plc('a'), answer }
    expect(askState(stageOf({ taken }), ask)).toBe(state)
  })
})
