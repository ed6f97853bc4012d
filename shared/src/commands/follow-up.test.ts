import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ActionStepId, ItemId, PersonId } from '../ids.ts'
import { plcRoots } from '../schema.ts'
import { aPlc, asId } from '../testing/builders.ts'
import { checkInFocus, saveCheckIn, stepWord } from './goal.ts'
import { draftText, markStep, removeBreak, saveBreak, setDraft } from './follow-up.ts'
import { removeStep, saveStep } from './plan.ts'

const step = asId<ActionStepId>('s1')
const owner = asId<PersonId>('p1')

function aStep(status: 'not_started' | 'in_progress' = 'not_started') {
  const plc = aPlc()
  saveStep(plc.doc, step, { owner, text: 'Visit', status, word: status === 'not_started' ? '' : 'Begun' })
  return plc
}

describe('how a step stood', () => {
  it('G11: a check-in changes the step and keeps what it was on other days', () => {
    const { doc, view } = aStep()
    markStep(doc, step, '2026-10-26', { status: 'in_progress', word: 'Two teams' })
    markStep(doc, step, '2026-11-30', { status: 'stuck' })
    markStep(doc, step, '2026-11-30', { word: 'No kits' })
    expect(view().steps[0]).toMatchObject({ status: 'stuck', word: 'No kits' })
    expect(view().marks.map(({ date, status, word }) => [date, status, word])).toEqual([
      ['2026-10-26', 'in_progress', 'Two teams'],
      ['2026-11-30', 'stuck', 'No kits'],
    ])
  })

  it('G11: how it stood before anything was dated stays too, and the same day is one mark', () => {
    const { doc, view } = aStep('in_progress')
    markStep(doc, step, '2026-10-26', { status: 'done' })
    markStep(doc, step, '2026-10-26', { status: 'changed' })
    expect(view().marks.map(({ date, status, word }) => [date, status, word])).toEqual([
      ['', 'in_progress', 'Begun'],
      ['2026-10-26', 'changed', ''],
    ])
  })

  it('G11: a word of today is kept when the status changes after it, one of an earlier day stays with that day', () => {
    const { doc, view } = aStep('in_progress')
    markStep(doc, step, '2026-10-26', { word: 'Kits are late' })
    markStep(doc, step, '2026-10-26', { status: 'stuck' })
    expect(view().steps[0]).toMatchObject({ status: 'stuck', word: 'Kits are late' })
    markStep(doc, step, '2026-11-30', { status: 'done' })
    expect(view().steps[0]).toMatchObject({ status: 'done', word: '' })
  })

  it('G11: a step that is not there has no marks, and one that was removed takes them along', () => {
    const { doc, view } = aStep()
    markStep(doc, asId('s9'), '2026-10-26', { status: 'done' })
    markStep(doc, step, '2026-10-26', { status: 'done' })
    expect(view().marks).toHaveLength(1)
    removeStep(doc, step)
    expect(view().marks).toEqual([])
  })

  it('S1: nonsense among the marks, breaks and drafts is as if it were not there', () => {
    const { doc, view } = aStep()
    const roots = plcRoots(doc)
    for (const value of [7, null, 'x', [], { step: 's1', status: 'flying' }]) roots.marks.set('m1', value)
    saveBreak(doc, { id: asId<ItemId>('b1'), from: '2027-01-01', to: '2026-12-21', name: 'Backwards' })
    for (const value of [7, { state: 'loud', text: 'x' }]) roots.drafts.set('p1', value)
    expect(view()).toMatchObject({ marks: [], breaks: [], drafts: [] })
  })
})

describe('what a check-in asks, and a word on a step', () => {
  it('G2: merge by character when two people type at once, and a plain value from before keeps its words', () => {
    const { doc, view } = aStep()
    saveCheckIn(doc, { id: asId<ItemId>('c1'), day: 30, date: '2026-10-26', focus: 'Started?' })
    markStep(doc, view().steps[0]!.id, '2026-10-26', { status: 'stuck', word: 'No kits' })
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    for (const [peer, at, words] of [
      [doc, 0, 'Ana: '],
      [other, 8, ' Ben.'],
    ] as const) {
      checkInFocus(peer, asId<ItemId>('c1'))!.insert(at, words)
      stepWord(peer, view().steps[0]!.id)!.insert(Math.min(at, 7), words)
    }
    saveCheckIn(other, { id: asId<ItemId>('c1'), date: '2026-10-27' })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(view().checkIns).toMatchObject([{ day: 30, date: '2026-10-27', focus: 'Ana: Started? Ben.' }])
    expect(view().steps[0]!.word).toBe('Ana: No kits Ben.')
    const before = plcRoots(doc).checkIns.get('c1')!
    before.set('focus', 'As it was')
    expect(checkInFocus(doc, asId<ItemId>('c1'))!.toString()).toBe('As it was')
    expect(checkInFocus(doc, asId<ItemId>('gone'))).toBeNull()
  })
})

describe('days without school', () => {
  it('G13: are a list of the PLC’s own, by date, and can be taken off it', () => {
    const { doc, view } = aPlc()
    saveBreak(doc, { id: asId<ItemId>('b2'), from: '2027-03-15', to: '2027-03-19', name: 'Spring break' })
    saveBreak(doc, { id: asId<ItemId>('b1'), from: '2026-11-27', to: '', name: '' })
    expect(view().breaks.map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-27', '2026-11-27'],
      ['2027-03-15', '2027-03-19'],
    ])
    removeBreak(doc, asId<ItemId>('b1'))
    expect(view().breaks).toHaveLength(1)
  })
})

describe('a goal sentence of one’s own', () => {
  it('G12: the PLC learns that it is written, and its words only once it is shared', () => {
    const { doc, view } = aPlc()
    setDraft(doc, owner, { state: 'ready' })
    expect(view().drafts).toEqual([{ person: 'p1', state: 'ready', text: '' }])
    setDraft(doc, owner, { state: 'shared', text: 'Students publish.' })
    expect(view().drafts).toEqual([{ person: 'p1', state: 'shared', text: 'Students publish.' }])
    setDraft(doc, owner, null)
    expect(view().drafts).toEqual([])
  })

  it('D5: is written on one’s own desk, where two devices that begin it at once write into one text', () => {
    const [laptop, phone] = [new Y.Doc(), new Y.Doc()]
    draftText(laptop, 'plc-1').insert(0, 'Students ')
    draftText(phone, 'plc-1').insert(0, 'publish')
    for (const [to, from] of [
      [laptop, phone],
      [phone, laptop],
    ] as const)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    expect(draftText(laptop, 'plc-1').toString()).toBe(draftText(phone, 'plc-1').toString())
    expect(draftText(laptop, 'plc-1').toString()).toContain('publish')
    expect(draftText(laptop, 'plc-2').toString()).toBe('')
  })
})
