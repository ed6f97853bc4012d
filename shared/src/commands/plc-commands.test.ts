import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ActionStepId, IndicatorId, ItemId, NoteId, PersonId, ThemeId } from '../ids.ts'
import { GOAL_FIELDS, PLAN_FIELDS } from '../records.ts'
import { plcRoots, seedPlan, seedPlc } from '../schema.ts'
import { coachNotes } from '../selectors/coach.ts'
import { deskNotes } from '../selectors/desk.ts'
import { plcView } from '../selectors/plc.ts'
import { aPlc, asId } from '../testing/builders.ts'
import { createNetwork } from '../testing/network.ts'
import { removeCoachNote, saveCoachNote } from './coach.ts'
import { addDeskNote, deskText, editDeskNote, markPublished, removeDeskNote } from './desk.ts'
import {
  clearAgreement,
  editGoal,
  goalText,
  promoteTheme,
  quoteNote,
  recordText,
  removeIndicator,
  removeListItem,
  saveCheckIn,
  saveIndicator,
  saveListItem,
  savePdsa,
  saveReading,
  setAgreement,
  setGoalDates,
} from './goal.ts'
import { keepVersion, showRound } from './goal-history.ts'
import { editPlan, planText, removeStep, saveStep } from './plan.ts'

const i = (id: string): IndicatorId => asId(id)
const s = (id: string): ActionStepId => asId(id)
const l = (id: string): ItemId => asId(id)
const p = (id: string): PersonId => asId(id)

function updates(doc: Y.Doc, act: () => void): number {
  let count = 0
  const listen = () => count++
  doc.on('update', listen)
  act()
  doc.off('update', listen)
  return count
}

describe('the goal', () => {
  it('G1: a theme is promoted by its link alone, and again changes nothing', () => {
    const { doc, view } = aPlc()
    promoteTheme(doc, asId<ThemeId>('t1'))
    expect(updates(doc, () => promoteTheme(doc, asId<ThemeId>('t1')))).toBe(0)
    expect(view().goal).toMatchObject({ theme: 't1', statement: '' })
  })

  it('G2: every text is there before anyone types, and seeding again changes nothing', () => {
    const { doc } = aPlc()
    seedPlan(doc, 'p1')
    expect(
      updates(doc, () => {
        seedPlc(doc)
        seedPlan(doc, 'p1')
        for (const field of GOAL_FIELDS) goalText(doc, field)
        for (const field of PLAN_FIELDS) planText(doc, p('p1'), field)
      }),
    ).toBe(0)
  })

  it('G3: fields, dates, measures and lists are kept as given, in the order of making', () => {
    const { doc, view } = aPlc()
    editGoal(doc, 'statement', 'By May')
    setGoalDates(doc, { start: '2026-09-24', end: '2027-05-21' })
    setGoalDates(doc, { end: '2027-06-01' })
    saveIndicator(doc, i('i2'), { text: 'Second id, first made', kind: 'lagging', baseline: '42' })
    saveIndicator(doc, i('i1'), { text: 'Early sign' })
    saveIndicator(doc, i('i2'), { target: '70' })
    saveListItem(doc, 'risks', l('l1'), 'Time')
    saveListItem(doc, 'resources', l('l2'), 'Kits')
    const { goal } = view()
    expect([goal.statement, goal.start, goal.end]).toEqual(['By May', '2026-09-24', '2027-06-01'])
    expect(goal.indicators.map((one) => [one.id, one.kind, one.baseline, one.target])).toEqual([
      ['i2', 'lagging', '42', '70'],
      ['i1', 'leading', '', ''],
    ])
    expect([goal.lists.risks[0]?.text, goal.lists.resources[0]?.text, goal.lists.evidence]).toEqual(['Time', 'Kits', []])
  })

  it('G3: measures and lines can be taken away', () => {
    const { doc, view } = aPlc().withIndicator('i1')
    saveListItem(doc, 'risks', l('l1'), 'Time')
    removeIndicator(doc, i('i1'))
    removeListItem(doc, l('l1'))
    expect([view().goal.indicators, view().goal.lists.risks]).toEqual([[], []])
  })

  it('G5: a quotation is a link: set, taken back, and never twice', () => {
    const { doc, view } = aPlc()
    quoteNote(doc, asId<NoteId>('n1'), true)
    expect(updates(doc, () => quoteNote(doc, asId<NoteId>('n1'), true))).toBe(0)
    expect(view().goal.quotes).toEqual(['n1'])
    quoteNote(doc, asId<NoteId>('n1'), false)
    expect(view().goal.quotes).toEqual([])
  })

  it('G6: agreement is one per person, with its reservation, and can be revised or taken back', () => {
    const { doc, view } = aPlc().withAgreement('p2', 2, 'Too much at once').withAgreement('p1', 5)
    setAgreement(doc, { person: p('p2'), level: 4, reservation: 'Watch the load' })
    expect(view().agreement).toEqual([
      { person: 'p1', level: 5, reservation: '' },
      { person: 'p2', level: 4, reservation: 'Watch the load' },
    ])
    clearAgreement(doc, p('p1'))
    expect(view().agreement).toHaveLength(1)
  })

  it('G9: a shown round stays on record with its goal; showing it again changes nothing, and the next one replaces the answers', () => {
    const { doc, view } = aPlc().withGoal({ statement: 'First words' })
    const first = { round: 1, at: 1_000, answers: [{ person: p('p1'), level: 2, reservation: 'Too much' }] } as const
    showRound(doc, first)
    editGoal(doc, 'statement', 'Better words')
    expect(updates(doc, () => showRound(doc, first))).toBe(0)
    showRound(doc, { round: 2, at: 2_000, answers: [{ person: p('p2'), level: 4, reservation: '' }] })
    expect(view().agreement).toEqual([{ person: 'p2', level: 4, reservation: '' }])
    expect(view().rounds).toMatchObject([first, { round: 2 }])
    expect(view().versions.map(({ round, fields }) => [round, fields.statement])).toEqual([
      [1, 'First words'],
      [2, 'Better words'],
    ])
  })

  it('G10: a kept version stays as it was, whatever is written later', () => {
    const { doc, view } = aPlc().withGoal({ statement: 'First words' })
    saveIndicator(doc, i('i1'), { text: 'Units', baseline: '18', target: '60', unit: 'percent' })
    const version = { id: l('v1'), at: 5, by: p('p1') }
    keepVersion(doc, version)
    editGoal(doc, 'statement', 'Other words')
    keepVersion(doc, version)
    expect(view().versions).toMatchObject([{ id: 'v1', by: 'p1', round: null, measures: ['Units: 18% → 60%'] }])
    expect(view().versions[0]?.fields.statement).toBe('First words')
  })

  it('G7: looking again: check-ins, readings and tests come by date', () => {
    const { doc, view } = aPlc().withIndicator('i1')
    for (const [id, date] of [
      ['k2', '2026-11-23'],
      ['k1', '2026-10-23'],
    ] as const) {
      saveCheckIn(doc, { id: l(id), day: 30, date, focus: 'Started?' })
      saveReading(doc, { id: l(id), indicator: i('i1'), date, value: id })
      savePdsa(doc, l(id), { date, predict: 'a', act: 'adapt' })
    }
    savePdsa(doc, l('k1'), { study: 'b' })
    expect([view().checkIns, view().readings, view().pdsa].map((entries) => entries.map((entry) => entry.id))).toEqual([
      ['k1', 'k2'],
      ['k1', 'k2'],
      ['k1', 'k2'],
    ])
    expect(view().pdsa[0]).toMatchObject({ predict: 'a', study: 'b', act: 'adapt' })
  })
})

describe('my plan', () => {
  it('G3: its texts, and steps with an owner, links and a state', () => {
    const { doc, view } = aPlc().withIndicator('i1').withPlan('p1', { contribution: 'I protect the time' })
    saveStep(doc, s('s1'), { owner: p('p1'), text: 'Plan', indicator: i('i1'), supportFrom: [p('p2')], status: 'not_started' })
    saveStep(doc, s('s2'), { owner: p('p2'), text: 'Visit', dependsOn: [s('s1')] })
    saveStep(doc, s('s1'), { status: 'done', due: '2026-10-23' })
    expect(view().plans).toMatchObject([{ person: 'p1', contribution: 'I protect the time', growthFocus: '' }])
    expect(view().steps).toMatchObject([
      { id: 's1', owner: 'p1', text: 'Plan', indicator: 'i1', supportFrom: ['p2'], status: 'done', due: '2026-10-23', order: 1 },
      { id: 's2', dependsOn: ['s1'], order: 2 },
    ])
    removeStep(doc, s('s1'))
    expect(view().steps).toMatchObject([{ id: 's2', dependsOn: [] }])
  })

  it('G2: a list given is copied: what the caller does with it later changes nothing', () => {
    const { doc, view } = aPlc()
    const supportFrom = [p('p2')]
    saveStep(doc, s('s1'), { owner: p('p1'), supportFrom })
    supportFrom.push(p('p3'))
    expect(view().steps[0]?.supportFrom).toEqual(['p2'])
  })

  it('G2: two people who type in one step at once both keep their words', () => {
    const network = createNetwork(2, aPlc().withStep('s1', 'p1', { text: 'Plan' }).doc)
    network.offline(1)
    saveStep(network.docs[0]!, s('s1'), { text: 'Co-plan' })
    saveStep(network.docs[1]!, s('s1'), { text: 'Plan units', evidence: 'Two plans' })
    network.settle()
    expect(plcView(network.docs[0]!).steps[0]).toMatchObject({ text: 'Co-plan units', evidence: 'Two plans' })
  })

  it('G2: editors bind to the texts, and to none where there is no record', () => {
    const { doc } = aPlc().withStep('s1', 'p1')
    editPlan(doc, p('p1'), 'strength', 'Calm')
    expect(planText(doc, p('p1'), 'strength').toString()).toBe('Calm')
    expect(recordText(plcRoots(doc).steps, 's1', 'evidence')?.toString()).toBe('')
    expect([recordText(plcRoots(doc).steps, 's9', 'text'), recordText(plcRoots(doc).steps, 's1', 'owner')]).toEqual([null, null])
  })
})

describe('the desk', () => {
  const aDesk = () => {
    const doc = new Y.Doc()
    for (const id of ['n2', 'n1']) addDeskNote(doc, { id: asId(id), horizon: 'ideal', text: id })
    return doc
  }

  it('D1: keeps private notes in the order of writing, also after some went', () => {
    const doc = aDesk()
    removeDeskNote(doc, asId('n2'))
    addDeskNote(doc, { id: asId('n0'), horizon: 'current', text: 'later' })
    expect(deskNotes(doc).map((note) => [note.id, note.order])).toEqual([
      ['n1', 2],
      ['n0', 3],
    ])
  })

  it('D1: adding again changes nothing; editing changes the one text', () => {
    const doc = aDesk()
    expect(updates(doc, () => addDeskNote(doc, { id: asId('n1'), horizon: 'current', text: 'other' }))).toBe(0)
    editDeskNote(doc, asId('n1'), 'more')
    expect([deskText(doc, asId('n1'))?.toString(), deskText(doc, asId('n9'))]).toEqual(['more', null])
  })

  it('D2: the scribe takes what was published off in one update, and nothing else', () => {
    const doc = aDesk()
    addDeskNote(doc, { id: asId('n3'), horizon: 'ideal', text: 'written meanwhile' })
    const published = ['n1', 'n2', 'gone'].map((id) => ({ id: asId<NoteId>(id), text: id }))
    expect(updates(doc, () => markPublished(doc, published))).toBe(1)
    expect(deskNotes(doc).map((note) => note.id)).toEqual(['n3'])
  })

  it('D3: words typed offline into a note that was published meanwhile bring it back to the desk, whole', () => {
    const [server, laptop] = [aDesk(), new Y.Doc()]
    Y.applyUpdate(laptop, Y.encodeStateAsUpdate(server))
    deskText(laptop, asId('n1'))?.insert(2, ' and more')
    markPublished(server, deskNotes(server))
    Y.applyUpdate(server, Y.encodeStateAsUpdate(laptop))
    expect(deskNotes(server)).toEqual([
      { id: 'n1', horizon: 'ideal', text: 'n1 and more', initials: '', published: 'n1', held: false, order: 2 },
    ])
    markPublished(server, deskNotes(server))
    expect(deskNotes(server)).toEqual([])
  })
})

describe('the coach', () => {
  it('K1: notes live in the coach’s own document, by time, and can be changed and removed', () => {
    const doc = new Y.Doc()
    saveCoachNote(doc, { id: l('k2'), text: 'later', at: 2, about: null })
    saveCoachNote(doc, { id: l('k1'), text: 'first', at: 1, about: { kind: 'plc', id: 'plc-1' } })
    saveCoachNote(doc, { id: l('k1'), text: 'first, again', at: 1, about: { kind: 'plc', id: 'plc-1' } })
    expect(coachNotes(doc)).toEqual([
      { id: 'k1', text: 'first, again', at: 1, about: { kind: 'plc', id: 'plc-1' } },
      { id: 'k2', text: 'later', at: 2, about: null },
    ])
    removeCoachNote(doc, l('k1'))
    expect(coachNotes(doc)).toHaveLength(1)
  })
})
