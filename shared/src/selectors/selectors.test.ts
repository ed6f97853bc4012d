import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { saveCoachNote } from '../commands/coach.ts'
import { moveCluster } from '../commands/cluster.ts'
import { addDeskNote } from '../commands/desk.ts'
import { saveCheckIn, saveReading, savePdsa } from '../commands/goal.ts'
import { addNote, placeNotes } from '../commands/note.ts'
import type { PersonId, PlcId } from '../ids.ts'
import { fillStage } from '../portable/fill.ts'
import { boardRoots, coachRoots, deskRoots, plcRoots, stageRoots } from '../schema.ts'
import { setGarbage, someGarbage } from '../testing/arbitraries.ts'
import { aBoard, aPerson, aPlc, aPlcFile, asId, aSessionFile, aStage, aTheme } from '../testing/builders.ts'
import { faultsOfBoard, faultsOfPlc } from '../testing/faults.ts'
import { boardView, clustersInOrder, takenRects } from './board.ts'
import { createBoardIndex } from './board-index.ts'
import { coachNotes } from './coach.ts'
import { deskNotes } from './desk.ts'
import { plcView } from './plc.ts'
import { participants, plcOf, stageView } from './stage.ts'
import { noteFate, plcPlan, themeSource } from './thread.ts'
import { watch } from './watch.ts'

type Hit = readonly [which: number, key: number, inner: number, garbage: unknown]
const hits: fc.Arbitrary<readonly Hit[]> = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), someGarbage), {
  minLength: 1,
  maxLength: 10,
})

/** Puts garbage under keys of the roots, and under keys of the records and rows beneath. */
function damage(roots: object, blows: readonly Hit[]): void {
  const all = Object.values(roots) as readonly Y.Map<unknown>[]
  for (const [which, key, inner, garbage] of blows) {
    const root = all[which % all.length]!
    const names = [...root.keys(), 'new', '__proto__', 'a b']
    const name = names[key % names.length]!
    const record = root.get(name)
    const deep = inner % 4 > 0
    if (deep && record instanceof Y.Map)
      setGarbage(record, [...(record.keys() as Iterable<string>), 'new'][inner % (record.size + 1)]!, garbage)
    else if (deep && typeof record === 'object' && record !== null)
      root.set(name, { ...record, [Object.keys(record)[inner % 7] ?? 'new']: garbage })
    else setGarbage(root, name, garbage)
  }
}

const aFullBoard = () =>
  aBoard()
    .withNote('n1', 'one', { author: 'p1' })
    .withNote('n2', 'two', { horizon: 'ideal' })
    .withNote('n3', 'three', { aside: true })
    .withNote('n4')
    .withCluster('c1', 'Time', ['n1', 'n2'])
    .withCluster('c2', 'Tools', ['n4'])
    .withCluster('c3')
    .withMerge('c2', 'c1')

const aFullStage = () => {
  const doc = new Y.Doc()
  fillStage(
    doc,
    aSessionFile({
      people: [aPerson('p1'), aPerson('p2', { removed: true }), aPerson('d1', { role: 'display' })],
      themes: [aTheme('t1', 'c1')],
      plcs: [aPlcFile('plc-1', { members: [asId<PersonId>('p1')], theme: asId('t1') })],
      questionCards: [{ id: asId('q1'), plcs: null, text: 'Why?', from: asId('p1'), at: 7, settled: [] }],
    }),
  )
  const { session } = stageRoots(doc)
  session.set('timer', { endsAt: 5, remaining: null, length: 10 })
  session.set('vote', { state: 'counted', voters: 3, tally: [{ cluster: 'c1', votes: 2 }], reopened: 0 })
  return doc
}

const aFullPlc = () => {
  const plc = aPlc()
    .withGoal({ statement: 'a' }, 't1')
    .withIndicator('i1')
    .withQuote('n1')
    .withPlan('p1')
    .withAgreement('p1', 4)
    .withStep('s1', 'p1', { indicator: asId('i1') })
    .withStep('s2', 'p1', { dependsOn: [asId('s1')] })
  saveCheckIn(plc.doc, { id: asId('k1'), day: 30, date: '2026-10-23', focus: 'a' })
  saveReading(plc.doc, { id: asId('k1'), indicator: asId('i1'), date: '2026-10-23', value: '1' })
  savePdsa(plc.doc, asId('k1'), { predict: 'a' })
  return plc.doc
}

describe('damaged documents', () => {
  it('S1: a board gives a valid view, whatever stands under any key', () => {
    fc.assert(
      fc.property(hits, (blows) => {
        const { doc } = aFullBoard()
        const index = createBoardIndex(doc)
        damage(boardRoots(doc), blows)
        expect(faultsOfBoard(boardView(doc))).toEqual([])
        expect(index.get()).toEqual(boardView(doc))
        index.stop()
      }),
      { numRuns: 300 },
    )
  })

  it('S1: a PLC gives a valid view, whatever stands under any key', () => {
    fc.assert(
      fc.property(hits, (blows) => {
        const doc = aFullPlc()
        damage(plcRoots(doc), blows)
        expect(faultsOfPlc(plcView(doc))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('S1: a stage gives a valid view, and the thread through it never breaks', () => {
    fc.assert(
      fc.property(hits, hits, (blows, more) => {
        const stage = aFullStage()
        const { doc } = aFullBoard()
        damage(stageRoots(stage), blows)
        damage(boardRoots(doc), more)
        const view = stageView(stage)
        const board = boardView(doc)
        expect(view.agenda[view.stepIndex]).toEqual(view.step)
        for (const person of view.people) expect(person.heads >= 1 && person.heads <= 12).toBe(true)
        for (const plc of view.plcs) plcPlan(plc, view, board, plcView(new Y.Doc()))
        for (const id of board.notes.keys()) noteFate(id, view, board)
        expect(view.agenda.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  it('S1: a desk and a coach’s notes give valid views', () => {
    fc.assert(
      fc.property(hits, (blows) => {
        const desk = new Y.Doc()
        const coach = new Y.Doc()
        addDeskNote(desk, { id: asId('n1'), horizon: 'ideal', text: 'a' })
        saveCoachNote(coach, { id: asId('k1'), text: 'a', at: 1, about: { kind: 'note', id: 'n1' } })
        damage(deskRoots(desk), blows)
        damage(coachRoots(coach), blows)
        for (const note of deskNotes(desk)) expect([typeof note.text, Number.isFinite(note.order)]).toEqual(['string', true])
        for (const note of coachNotes(coach)) expect([typeof note.text, Number.isFinite(note.at)]).toEqual(['string', true])
      }),
    )
  })
})

describe('the board’s view', () => {
  it('S1: a note in a cluster nobody knows is loose, at its own coordinates', () => {
    const view = aBoard()
      .withNote('n1', 'a', { place: [asId('gone'), 12, 34] })
      .view()
    expect(view.loose.map((note) => note.place)).toEqual([[null, 12, 34]])
  })

  it('C9: a cluster without notes is shown while it has a title, and not without one', () => {
    expect([...aBoard().withCluster('c1', '').withCluster('c2', 'Time').view().clusters.keys()]).toEqual(['c2'])
  })

  it('S4: shows a cluster’s notes as they are read, with its split', () => {
    const { doc, view } = aFullBoard()
    moveCluster(doc, asId('c3'), { x: 0, y: -500 })
    const cluster = view().clusters.get(asId('c1'))
    expect([cluster?.notes.map((note) => note.id), cluster?.current, cluster?.ideal]).toEqual([['n1', 'n2', 'n4'], 2, 1])
    expect(clustersInOrder(view()).map((one) => one.id)).toEqual(['c3', 'c1'])
    expect(takenRects(view())).toHaveLength(2)
  })

  it('S3: what did not change is the same object, and what did is not', () => {
    const { doc } = aBoard()
      .withNote('n1')
      .withNote('n2')
      .withNote('n3')
      .withNote('n4')
      .withCluster('c1', 'Time', ['n1'])
      .withCluster('c2', 'Tools', ['n2'])
    const index = createBoardIndex(doc)
    const before = index.get()
    placeNotes(doc, [{ id: asId('n3'), place: [null, 900, 900] }])
    const after = index.get()
    for (const id of ['c1', 'c2']) expect(after.clusters.get(asId(id))).toBe(before.clusters.get(asId(id)))
    for (const id of ['n1', 'n2', 'n4'])
      expect([after.notes.get(asId(id)), after.at.get(asId(id))]).toEqual([before.notes.get(asId(id)), before.at.get(asId(id))])
    for (const id of ['n1', 'n2', 'n4']) expect(after.at.get(asId(id))).toBe(before.at.get(asId(id)))
    expect(after.notes.get(asId('n4'))).toBe(before.notes.get(asId('n4')))
    expect(after.notes.get(asId('n3'))).not.toBe(before.notes.get(asId('n3')))
    moveCluster(doc, asId('c1'), { x: 50, y: 0 })
    expect(index.get().clusters.get(asId('c2'))).toBe(before.clusters.get(asId('c2')))
    expect(index.get().clusters.get(asId('c1'))).not.toBe(before.clusters.get(asId('c1')))
    index.stop()
  })

  it('S2: an index tells of each change once, keeps its value between, and stops', () => {
    const { doc } = aBoard().withNote('n1')
    const index = createBoardIndex(doc)
    let calls = 0
    const stop = index.subscribe(() => calls++)
    expect(index.get()).toBe(index.get())
    placeNotes(doc, [{ id: asId('n1'), place: [null, 1, 1] }])
    boardRoots(doc).ink.set('shape:a', new Y.Map())
    expect(calls).toBe(1)
    stop()
    addNote(doc, { id: asId('n2'), horizon: 'current', text: '', place: [null, 0, 0], author: null })
    expect([calls, index.get().notes.size]).toEqual([1, 2])
    index.stop()
    addNote(doc, { id: asId('n3'), horizon: 'current', text: '', place: [null, 0, 0], author: null })
    expect(index.get().notes.size).toBe(2)
  })

  it('S2: a watched view is one object until its document changes', () => {
    const { doc } = aPlc()
    const watched = watch(doc, plcView)
    const before = watched.get()
    let calls = 0
    const stop = watched.subscribe(() => calls++)
    expect(watched.get()).toBe(before)
    plcRoots(doc).goal.set('start', '2026-09-24')
    expect([calls, watched.get().goal.start, watched.get()]).toEqual([1, '2026-09-24', watched.get()])
    stop()
    plcRoots(doc).goal.set('start', '')
    expect([calls, watched.get().goal.start]).toEqual([1, ''])
  })
})

describe('the stage’s view', () => {
  it('S5: an empty document is a session that is not ready, in its first step', () => {
    expect(stageView(new Y.Doc())).toMatchObject({
      ready: false,
      stepIndex: 0,
      step: { kind: 'welcome' },
      naming: 'no_names',
      vote: { state: 'closed' },
    })
  })

  it('S5: knows who takes part, and in which PLC', () => {
    const view = stageView(aFullStage())
    expect(participants(view).map((person) => person.id)).toEqual(['p1'])
    expect([plcOf(view, asId('p1'))?.id, plcOf(view, asId('p9'))]).toEqual(['plc-1', null])
    expect(view.timer).toEqual({ endsAt: 5, remaining: null, length: 10 })
  })
})

describe('the thread', () => {
  const stage = aStage({
    people: [aPerson('p1', { name: 'Ana' }), aPerson('p2', { name: 'Ben' })],
    themes: [aTheme('t1', 'c1'), aTheme('t2', 'c2', { order: 2 })],
    plcs: [aPlcFile('plc-1', { members: [asId<PersonId>('p1'), asId<PersonId>('p2')], theme: asId('t1') })],
    session: {
      ...aSessionFile().session,
      vote: { state: 'counted', voters: 2, tally: [{ cluster: asId('c1'), votes: 2 }], reopened: 0 },
    },
  })
  const board = aBoard()
    .withNote('n1')
    .withNote('n2', 'b', { horizon: 'ideal' })
    .withNote('n3')
    .withCluster('c1', 'Time', ['n1', 'n2'])
    .withCluster('c2', 'Tools')
  const [plc] = stage.plcs

  it('G1: a theme reads back to the very notes, today’s facing the ideal', () => {
    const source = themeSource(stage.themes[0]!, board.view(), stage)
    expect([source.current.map((note) => note.id), source.ideal.map((note) => note.id), source.votes]).toEqual([
      ['n1'],
      ['n2'],
      2,
    ])
  })

  it('G1: a theme whose cluster was merged stands on the notes where they are now, and without a cluster keeps its words', () => {
    const merged = aBoard().withNote('n1').withCluster('c1', 'a', ['n1']).withCluster('c9', 'b').withMerge('c1', 'c9').view()
    expect(themeSource(stage.themes[0]!, merged, stage).current.map((note) => note.id)).toEqual(['n1'])
    expect(themeSource(stage.themes[0]!, aBoard().view(), stage)).toMatchObject({
      cluster: null,
      current: [],
      theme: { title: 't1' },
    })
  })

  it('G1: a note shows what became of it', () => {
    const fate = noteFate(asId('n2'), stage, board.view())
    expect([fate.cluster?.id, fate.themes.map((theme) => theme.id), fate.plcs.map((one) => one.id)]).toEqual([
      'c1',
      ['t1'],
      ['plc-1'],
    ])
    expect(noteFate(asId('n3'), stage, board.view())).toEqual({ cluster: null, themes: [], plcs: [] })
    expect(noteFate(asId('none'), stage, board.view()).themes).toEqual([])
  })

  it('G8: the plan shows who owns no step yet, which steps feed nothing, and each measure’s steps', () => {
    const room = aPlc()
      .withIndicator('i1')
      .withIndicator('i2')
      .withQuote('n3')
      .withQuote('gone')
      .withStep('s1', 'p1', { indicator: asId('i1') })
      .withStep('s2', 'p1')
      .withStep('s3', 'p9', { indicator: asId('i9') })
    const plan = plcPlan(plc!, stage, board.view(), room.view())
    expect(plan.members.map(({ person, steps }) => [person.name, steps.map((step) => step.id)])).toEqual([
      ['Ana', ['s1', 's2']],
      ['Ben', []],
      ['', ['s3']],
    ])
    expect(plan.unlinked.map((step) => step.id)).toEqual(['s2', 's3'])
    expect(plan.indicators.map((one) => one.steps.map((step) => step.id))).toEqual([['s1'], []])
    expect(plan.quotes.map((note) => note.id)).toEqual(['n3'])
    expect(plan.source?.theme.id).toBe('t1')
  })

  it('G8: a step waits neither for itself nor for what is gone', () => {
    const room = aPlc()
      .withStep('s1', 'p1')
      .withStep('s2', 'p1', { dependsOn: [asId('s1'), asId('s2'), asId('gone')] })
    expect(room.view().steps[1]?.dependsOn).toEqual(['s1'])
    expect(asId<PlcId>('plc-1')).toBe(plc?.id)
  })
})
