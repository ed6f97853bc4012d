import {
  addNote,
  boardView,
  documentKey,
  editNote,
  noteText,
  plcView,
  withdrawNote,
  type BoardView,
  type DocumentRef,
  type NoteId,
  type PlcId,
} from '@groundswell/shared'
import {
  aBoard,
  aPlc,
  createNetwork,
  faultsOfBoard,
  play,
  someBoardAct,
  someEvents,
  somePlcAct,
  type Act,
} from '@groundswell/shared/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentOf } from '../session/documents.ts'
import { restoreVersion, writeBack } from './restore.ts'
import { createMemoryDocuments } from './testing/memory-documents.ts'
import { createMemoryHistory } from './testing/memory-history.ts'
import { sessionOf } from './testing/sessions.ts'

const BOARD: DocumentRef = { kind: 'board' }
const PLC: DocumentRef = { kind: 'plc', plc: 'p1' as PlcId }
const RUNS = { numRuns: 200 } as const
const session = sessionOf([])
const id = (text: string): NoteId => text as NoteId

const aStart = (): Y.Doc =>
  aBoard(new Y.Doc()).withNote('n1', 'one').withNote('n2', 'two').withCluster('c1', 'First', ['n1', 'n2']).doc

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const runAll = (doc: Y.Doc, acts: readonly Act[]): void => acts.forEach((act) => act.run(doc))

/** The board without the tray: what one sees. */
const seen = ({ clusters, loose, at, merged }: BoardView) => ({ clusters, loose, at, merged })

const someActs = (act: fc.Arbitrary<Act>) => fc.array(act, { minLength: 1, maxLength: 20 })

describe('bringing a version back', () => {
  it('N10: does not bring back what its writer took back', async () => {
    const documents = createMemoryDocuments()
    const history = createMemoryHistory(documents)
    const board = documents.doc('board')
    Y.applyUpdate(board, Y.encodeStateAsUpdate(aStart()))
    const kept = await history.keep(documentOf(session, BOARD), 'named')
    withdrawNote(board, id('n1'))
    editNote(board, id('n2'), 'changed')
    await restoreVersion({ documents, history }, session, BOARD, kept.id)
    expect([...boardView(board).notes.values()].map(({ text }) => text)).toEqual(['two'])
    expect(noteText(board, id('n1'))?.toString()).toBe('')
  })

  it('P36 shows the board as it was; what was written since lies in the tray', () => {
    fc.assert(
      fc.property(someActs(someBoardAct), someActs(someBoardAct), (before, after) => {
        const doc = aStart()
        runAll(doc, before)
        const then = copyOf(doc)
        runAll(doc, after)
        const written = [...boardView(doc).notes.keys()]
        writeBack(doc, then, BOARD)
        const [now, was] = [boardView(doc), boardView(then)]
        expect(seen(now)).toEqual(seen(was))
        expect([...now.notes.keys()]).toEqual(written)
        for (const note of now.aside) expect(was.notes.has(note.id) ? was.notes.get(note.id)?.aside : true).toBe(true)
        expect(faultsOfBoard(now)).toEqual([])
      }),
      RUNS,
    )
  })

  it('P36 can be undone exactly, by bringing back what was there before', () => {
    fc.assert(
      fc.property(someActs(someBoardAct), someActs(someBoardAct), (before, after) => {
        const doc = aStart()
        runAll(doc, before)
        const then = copyOf(doc)
        runAll(doc, after)
        const kept = copyOf(doc)
        writeBack(doc, then, BOARD)
        writeBack(doc, kept, BOARD)
        expect(boardView(doc)).toEqual(boardView(kept))
      }),
      RUNS,
    )
  })

  it('P36 leaves a valid board, the same for all, whatever others did meanwhile, offline too', () => {
    let concurrent = 0
    fc.assert(
      fc.property(someEvents(3, someBoardAct), someEvents(3, someBoardAct), (before, after) => {
        const network = createNetwork(3, aStart())
        const [server] = network.docs
        if (server === undefined) return
        const then = copyOf(server)
        play(network, before)
        server.transact(() => writeBack(server, then, BOARD), 'server')
        concurrent += play(network, after).concurrent
        network.settle()
        const views = network.docs.map(boardView)
        for (const view of views) expect(view).toEqual(views[0])
        expect(views.flatMap(faultsOfBoard)).toEqual([])
        network.stop()
      }),
      RUNS,
    )
    expect(concurrent).toBeGreaterThan(RUNS.numRuns)
  })

  it('P36 brings a PLC back, but for what is on record', () => {
    fc.assert(
      fc.property(someActs(somePlcAct), someActs(somePlcAct), (before, after) => {
        const doc = aPlc(new Y.Doc()).withGoal({ statement: 'We will' }, 't1').withPlan('p1').doc
        runAll(doc, before)
        const then = copyOf(doc)
        runAll(doc, after)
        const { agreement } = plcView(doc)
        writeBack(doc, then, PLC)
        expect({ ...plcView(doc), agreement: null }).toEqual({ ...plcView(then), agreement: null })
        expect(plcView(doc).agreement).toEqual(agreement)
      }),
      RUNS,
    )
  })

  it('P36 writes nothing where nothing differs', () => {
    const doc = aStart()
    const then = copyOf(doc)
    const before = Y.encodeStateVector(doc)
    writeBack(doc, then, BOARD)
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })
})

describe('a version of a document', () => {
  const setUp = () => {
    const documents = createMemoryDocuments()
    const history = createMemoryHistory(documents)
    const name = documentOf(session, BOARD)
    const board = documents.doc(documentKey(BOARD))
    addNote(board, { id: id('n1'), horizon: 'ideal', text: 'first', place: [null, 0, 0], author: null })
    return { documents, history, name, board }
  }

  it('P36 is kept of the very moment before, also when people write while the first one is stored', async () => {
    const { documents, history, name, board } = setUp()
    const { id: version } = await history.keep(name, 'timed')
    editNote(board, id('n1'), 'second')
    documents.beforeWrite = () => editNote(board, id('n1'), 'third')
    expect(await restoreVersion({ documents, history }, session, BOARD, version)).toEqual({ ok: true, value: null })
    expect(noteText(board, id('n1'))?.toString()).toBe('first')
    const [newest, ...others] = await history.list(name)
    expect([newest?.reason, ...others.map(({ reason }) => reason)]).toEqual(['before-restore', 'timed'])
    documents.beforeWrite = () => {}
    await restoreVersion({ documents, history }, session, BOARD, newest?.id ?? 0)
    expect(noteText(board, id('n1'))?.toString()).toBe('third')
  })

  it('P36 that is not kept any more is refused, and nothing changes', async () => {
    const { documents, history, name, board } = setUp()
    const answer = await restoreVersion({ documents, history }, session, BOARD, 99)
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect([boardView(board).notes.size, (await history.list(name)).length]).toEqual([1, 0])
  })
})
