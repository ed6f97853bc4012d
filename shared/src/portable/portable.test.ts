import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { goalText, replyText, saveCheckIn, savePdsa, saveReading } from '../commands/goal.ts'
import { markStep, saveBreak, setDraft } from '../commands/follow-up.ts'
import { keepVersion, showRound } from '../commands/goal-history.ts'
import { editNote, noteText } from '../commands/note.ts'
import { clusterTitle } from '../commands/cluster.ts'
import { planText, saveStep } from '../commands/plan.ts'
import type { PersonId, PlcId, ThemeId } from '../ids.ts'
import { GOAL_FIELDS, PLAN_FIELDS } from '../records.ts'
import { boardRoots, makeRecord, plcRoots, seedReply, stageRoots } from '../schema.ts'
import { boardView } from '../selectors/board.ts'
import { plcView } from '../selectors/plc.ts'
import { stageView } from '../selectors/stage.ts'
import { storedBoard } from '../stored-board.ts'
import { setGarbage, someBoardAct, someGarbage, somePlcAct, type Act } from '../testing/arbitraries.ts'
import { aBoard, aPerson, aPlc, aPlcFile, asId, aSessionFile, aTheme } from '../testing/builders.ts'
import { fillBoard, fillPlc, fillStage } from './fill.ts'
import { readSessionFile } from './read-file.ts'
import { FILE_LIMITS, type SessionFile } from './session-file.ts'
import { clip, sessionFile, type SessionDocuments } from './write-file.ts'

const PLC = asId<PlcId>('plc-1')

/** What a file becomes on its way through a disk or a mail. */
const posted = (file: SessionFile): unknown => JSON.parse(JSON.stringify(file))

function read(value: unknown): SessionFile {
  const result = readSessionFile(value)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function refill(file: SessionFile): SessionDocuments {
  const docs = { stage: new Y.Doc(), board: new Y.Doc(), plcs: new Map(file.plcs.map((plc) => [plc.id, new Y.Doc()])) }
  fillStage(docs.stage, file)
  fillBoard(docs.board, file)
  for (const [id, doc] of docs.plcs) fillPlc(doc, file, id)
  return docs
}

const isUnsigned = ({ author, initials }: SessionFile['notes'][number]) => author === null && initials === ''

function someSession(board: readonly Act[], plc: readonly Act[]): SessionDocuments {
  const file = aSessionFile({
    people: [aPerson('p1', { name: 'Ana', role: 'facilitator' }), aPerson('p2', { heads: 4, device: 'table' })],
    themes: [aTheme('t1', 'c1')],
    plcs: [aPlcFile('plc-1', { members: [asId('p1'), asId('p2')], theme: asId('t1') })],
    questionCards: [
      { id: asId('q1'), plcs: [PLC], text: 'What next?', from: asId('p1'), at: 5, settled: [{ plc: PLC, state: 'answered' }] },
    ],
  })
  const docs = refill(file)
  aBoard(docs.board).withNote('n1', 'one', { author: 'p2', initials: 'JD' }).withCluster('c1', 'Time', ['n1'])
  for (const act of board) act.run(docs.board)
  const room = docs.plcs.get(PLC)!
  aPlc(room).withIndicator('i1')
  for (const act of plc) act.run(room)
  saveCheckIn(room, { id: asId('k1'), day: 30, date: '2026-10-23', focus: 'Started?' })
  saveReading(room, { id: asId('r1'), indicator: asId('i1'), date: '2026-10-23', value: '27' })
  savePdsa(room, asId('d1'), { date: '2026-10-23', predict: '20 of 26', act: 'adapt' })
  showRound(room, { round: 1, at: 1_000, answers: [{ person: asId('p1'), level: 2, reservation: 'Too much' }] })
  seedReply(room, 'q1')
  replyText(room, asId('q1'))?.insert(0, 'A pilot with two rooms')
  saveStep(room, asId('s-marked'), { owner: asId('p1'), text: 'Visit', status: 'in_progress' })
  markStep(room, asId('s-marked'), '2026-10-23', { status: 'stuck', word: 'No kits' })
  saveBreak(room, { id: asId('b1'), from: '2026-12-21', to: '2027-01-01', name: 'Winter break' })
  setDraft(room, asId('p1'), { state: 'shared', text: 'Students publish.' })
  setDraft(room, asId('p2'), { state: 'ready' })
  keepVersion(room, { id: asId('v1'), at: 2_000, by: asId('p1') })
  boardRoots(docs.board).ink.set('shape:a1', makeRecord({ type: 'draw', x: 1.5, props: { segments: [{ points: [0, 1] }] } }, []))
  boardRoots(docs.board).inkMeta.set('version', 3)
  return docs
}

const acts = (one: fc.Arbitrary<Act>) => fc.array(one, { maxLength: 25 })

describe('a session file', () => {
  it('X1: read again gives the same views, key by key', () => {
    fc.assert(
      fc.property(acts(someBoardAct), acts(somePlcAct), (board, plc) => {
        const before = someSession(board, plc)
        const after = refill(read(posted(sessionFile(before))))
        // Where asking stands follows from what was shown: a round that nobody has seen is not in a file.
        expect({ ...stageView(after.stage), agreements: [] }).toEqual({ ...stageView(before.stage), agreements: [] })
        expect(boardView(after.board)).toEqual(boardView(before.board))
        expect(storedBoard(after.board)).toEqual(storedBoard(before.board))
        expect(boardRoots(after.board).ink.toJSON()).toEqual(boardRoots(before.board).ink.toJSON())
        const [rooms, again] = [before, after].map((docs) => plcView(docs.plcs.get(PLC)!))
        expect({ ...again, plans: [] }).toEqual({ ...rooms, plans: [] })
        expect(again?.plans).toEqual(expect.arrayContaining([...(rooms?.plans ?? [])]))
        expect(sessionFile(after)).toEqual(sessionFile(refill(read(posted(sessionFile(after))))))
      }),
    )
  })

  it('X1: the texts it fills are shared texts that merge again', () => {
    const docs = refill(read(posted(sessionFile(someSession([], [])))))
    const room = docs.plcs.get(PLC)!
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(docs.board))
    editNote(docs.board, asId('n1'), 'one more')
    editNote(other, asId('n1'), 'just one')
    Y.applyUpdate(other, Y.encodeStateAsUpdate(docs.board))
    expect(noteText(other, asId('n1'))?.toString()).toBe('just one more')
    expect(clusterTitle(docs.board, asId('c1'))?.toString()).toBe('Time')
    const updates: unknown[] = []
    room.on('update', (update) => updates.push(update))
    for (const field of GOAL_FIELDS) goalText(room, field)
    for (const field of PLAN_FIELDS) planText(room, asId('p2'), field)
    expect(updates).toEqual([])
  })

  it('X1: a file from before answers opens, its question with the PLC it was sent to', () => {
    const file = sessionFile(someSession([], []))
    const old = {
      ...file,
      plcs: file.plcs.map(({ replies: _later, ...plc }) => plc),
      questionCards: [
        { id: 'q1', plc: PLC, text: 'What next?', from: 'p1', state: 'parked' },
        { id: 'q2', plc: null, text: 'And then?', from: 'p1', state: 'asked' },
      ],
    }
    const opened = read(JSON.parse(JSON.stringify(old)))
    expect(opened.questionCards).toEqual([
      { id: 'q1', plcs: [PLC], text: 'What next?', from: 'p1', at: 0, settled: [{ plc: PLC, state: 'parked' }] },
      { id: 'q2', plcs: null, text: 'And then?', from: 'p1', at: 0, settled: [] },
    ])
    expect(opened.plcs[0]?.replies).toEqual([])
  })

  it('X2, N8: holds no author and no initials where no names were promised, whoever wrote the file', () => {
    const docs = someSession([], [])
    expect(sessionFile(docs).notes.find((note) => note.id === 'n1')).toMatchObject({ author: 'p2', initials: 'JD' })
    stageRoots(docs.stage).session.set('naming', 'no_names')
    const file = sessionFile(docs)
    expect(file.notes.every(isUnsigned)).toBe(true)
    const hostile = { ...file, notes: file.notes.map((note) => ({ ...note, author: asId<PersonId>('p2'), initials: 'JD' })) }
    expect(read(posted(hostile)).notes.every(isUnsigned)).toBe(true)
  })

  it('X2: a running vote is closed in it, and only counts are kept of a finished one', () => {
    const docs = someSession([], [])
    const { session } = stageRoots(docs.stage)
    session.set('vote', { state: 'open', budget: 3, turnout: 2, voters: 5 })
    expect(sessionFile(docs).session.vote).toEqual({ state: 'closed' })
    session.set('vote', { state: 'counted', voters: 5, tally: [{ cluster: 'c1', votes: 4, by: ['p1'] }], reopened: 1 })
    expect(sessionFile(docs).session.vote).toEqual({
      state: 'counted',
      voters: 5,
      tally: [{ cluster: 'c1', votes: 4 }],
      reopened: 1,
    })
  })

  it('H1: a rehearsal stays marked in its file and after it, with nobody simulated any more', () => {
    const docs = someSession([], [])
    const { session } = stageRoots(docs.stage)
    session.set('rehearsal', { of: 'real', people: 20, state: 'running', pace: 'fast', endsAt: 5 })
    const file = read(posted(sessionFile(docs)))
    const stage = new Y.Doc()
    fillStage(stage, file)
    expect(stageView(stage).rehearsal).toEqual({ of: null, people: 20, state: 'stopped', pace: 'human', endsAt: 0 })
    const older = JSON.parse(JSON.stringify({ ...file, session: { ...file.session, rehearsal: undefined } })) as unknown
    expect(read(older).session.rehearsal).toBe(0)
  })

  it('X1: carries how PLCs rank the themes; an older file has no ranking', () => {
    const docs = someSession([], [])
    const [plc] = stageView(docs.stage).plcs
    if (plc === undefined) throw new Error('the session has no PLC')
    const rankings = [{ plc: plc.id, order: [asId<ThemeId>('t2'), asId<ThemeId>('t1')] }]
    stageRoots(docs.stage).session.set('room', { rankings })
    const file = read(posted(sessionFile(docs)))
    const stage = new Y.Doc()
    fillStage(stage, file)
    expect(stageView(stage).room.rankings).toEqual(rankings)
    const older: unknown = { ...file, plcs: file.plcs.map(({ ranking: _, ...rest }) => rest) }
    expect(read(older).plcs.map(({ ranking }) => ranking)).toEqual(file.plcs.map(() => []))
  })

  it('X1: a new session may differ in its people and facts', () => {
    const stage = new Y.Doc()
    fillStage(stage, aSessionFile({ people: [aPerson('p1', { name: 'Ana' })] }), {
      people: [aPerson('p1', { name: 'Ana', removed: true }), aPerson('p9', { role: 'facilitator' })],
      facts: { step: asId('s3'), language: 'es' },
    })
    expect(stageView(stage)).toMatchObject({ ready: true, stepIndex: 3, language: 'es', codeLocked: false, timer: null })
    expect(stageView(stage).people.map(({ id, removed }) => [id, removed])).toEqual([
      ['p1', true],
      ['p9', false],
    ])
  })

  it('seeds a PLC the file does not know', () => {
    const doc = new Y.Doc()
    fillPlc(doc, aSessionFile(), PLC)
    expect(plcRoots(doc).goal.get('statement')).toBeInstanceOf(Y.Text)
  })
})

describe('what damage does', () => {
  const roots = (docs: SessionDocuments): readonly Y.Map<unknown>[] => [
    ...Object.values(stageRoots(docs.stage)),
    ...(Object.values(boardRoots(docs.board)) as Y.Map<unknown>[]),
    ...(Object.values(plcRoots(docs.plcs.get(PLC)!)) as Y.Map<unknown>[]),
  ]

  it('X3: whatever stands in the documents, the file we write can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), someGarbage), { maxLength: 12 }), (hits) => {
        const docs = someSession([], [])
        for (const [which, key, inner, garbage] of hits) {
          const all = roots(docs)
          const root = all[which % all.length]!
          const keys = [...root.keys(), 'new', '__proto__']
          const name = keys[key % keys.length]!
          const record = root.get(name)
          if (record instanceof Y.Map && inner % 3 > 0)
            setGarbage(record, [...(record.keys() as Iterable<string>), 'new'][inner % (record.size + 1)]!, garbage)
          else setGarbage(root, name, garbage)
        }
        const file = sessionFile(docs)
        expect(read(posted(file))).toEqual(file)
      }),
      { numRuns: 300 },
    )
  })

  it('X3: a drawing that no reader could take does not spoil the file', () => {
    const docs = someSession([], [])
    const { ink } = boardRoots(docs.board)
    ink.set(`shape:${'x'.repeat(200)}`, makeRecord({ type: 'draw' }, []))
    ink.set('shape:many', makeRecord(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, index])), []))
    expect(read(posted(sessionFile(docs))).ink.map((record) => [record.id, Object.keys(record.fields).length])).toEqual([
      ['shape:a1', 3],
      ['shape:many', 60],
    ])
  })

  it('X3: texts that grew too long are cut, and not through a character', () => {
    const docs = someSession([], [])
    editNote(docs.board, asId('n1'), `${'x'.repeat(FILE_LIMITS.text - 1)}😀tail`)
    const [note] = read(posted(sessionFile(docs))).notes
    expect(note?.text).toBe('x'.repeat(FILE_LIMITS.text - 1))
    expect(clip('a😀b', 3)).toBe('a😀')
  })
})

describe('a hostile file', () => {
  it('X3: any value gives a file or at most 20 problems, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readSessionFile(value).ok).toBe(false)
      }),
    )
  })

  /** Every place inside a value, as a path of keys. */
  const pathsOf = (value: unknown): readonly (readonly string[])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, entry]) => [[key], ...pathsOf(entry).map((path) => [key, ...path])])
      : []

  it('X3: a wrong value anywhere is named by its path, or read as allowed', () => {
    const good = sessionFile(someSession([], []))
    const paths = pathsOf(posted(good))
    fc.assert(
      fc.property(fc.nat(paths.length - 1), someGarbage, (which, garbage) => {
        const file = posted(good) as Record<string, unknown>
        const path = paths[which]!
        const holder = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>((here, key) => here[key] as Record<string, unknown>, file)
        holder[path.at(-1)!] = garbage
        const result = readSessionFile(file)
        if (result.ok) return void sessionFile(refill(result.value))
        expect(result.error.length).toBeGreaterThan(0)
        expect(result.error.length).toBeLessThanOrEqual(20)
        for (const problem of result.error)
          expect(problem.path === path[0] || problem.path.startsWith(path[0]!) || path[0] === 'format').toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, index) => make(index))
  const note = (id: string) => ({ ...storedBoard(aBoard().withNote('n1').doc).notes.get(asId('n1'))!, id: asId<never>(id) })

  it.each([
    ['too many notes', aSessionFile({ notes: many(5_001, (index) => note(`n${index}`)) }), 'notes'],
    ['too many people', aSessionFile({ people: many(301, (index) => aPerson(`p${index}`)) }), 'people'],
    ['too many PLCs', aSessionFile({ plcs: many(61, (index) => aPlcFile(`plc${index}`)) }), 'plcs'],
    ['the same note twice', aSessionFile({ notes: [note('n1'), note('n1')] }), 'notes.1.id'],
    ['an id that reaches into objects', aSessionFile({ notes: [note('__proto__')] }), 'notes.0.id'],
    ['a text beyond all measure', aSessionFile({ notes: [{ ...note('n1'), text: 'x'.repeat(10_001) }] }), 'notes.0.text'],
    ['a place beyond the board', aSessionFile({ notes: [{ ...note('n1'), place: [null, 2e6, 0] }] }), 'notes.0.place.1'],
    ['an agenda without steps', aSessionFile({ session: { ...aSessionFile().session, agenda: [] } }), 'session.agenda.0'],
    ['a table of thousands', aSessionFile({ people: [aPerson('p1', { heads: 4_000 })] }), 'people.0.heads'],
  ])('X3: %s is refused by name', (_, file, path) => {
    const result = readSessionFile(posted(file))
    expect(result.ok ? [] : result.error[0]?.path).toBe(path)
  })

  it('X3: drawings too deep, and keys that reach into objects, are refused', () => {
    const deep = many(20, String).reduce<unknown>((inner) => [inner], 0)
    for (const fields of [{ props: deep }, JSON.parse('{"props":{"__proto__":{"admin":true}}}') as object]) {
      const result = readSessionFile({ ...aSessionFile(), ink: [{ id: 'shape:x', fields }] })
      expect(result.ok ? [] : result.error.map((problem) => problem.path)).toEqual(['ink.0.fields'])
    }
  })

  it('X3: another version and another format are refused in so many words', () => {
    expect(readSessionFile({ ...aSessionFile(), version: 2 })).toMatchObject({ error: [{ path: 'version' }] })
    expect(readSessionFile({ hello: 'world' })).toMatchObject({ error: [{ path: 'format' }] })
    expect(readSessionFile(JSON.parse('{"__proto__":{"format":"groundswell-session","version":1}}'))).toMatchObject({ ok: false })
  })
})
