import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, editNote, noteText } from '../commands/note.ts'
import { editGoal, goalText } from '../commands/goal.ts'
import { boardView } from '../selectors/board.ts'
import { createBoardIndex } from '../selectors/board-index.ts'
import { plcView } from '../selectors/plc.ts'
import { someBoardAct, someEvents, somePlcAct } from './arbitraries.ts'
import { aBoard, aPlc, asId } from './builders.ts'
import { faultsOfBoard, faultsOfPlc } from './faults.ts'
import { createNetwork, type TestNetwork } from './network.ts'
import { play, type Played } from './play.ts'

const PEERS = 3
/** A failure prints its own seed and path; put them here to play it again. */
const RUNS = { numRuns: 150 } as const

/** Notes, clusters and a merge to start from, always written by the same client. */
function aStart(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  aBoard(doc).withNote('n1', 'one').withNote('n2', 'two', { horizon: 'ideal' }).withNote('n3', 'three').withNote('n4', 'four')
  return aBoard(doc).withCluster('c1', 'First', ['n1', 'n2']).withCluster('c2', 'Second', ['n3']).withCluster('c3', '').doc
}

function aRoom(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  return aPlc(doc)
    .withGoal({ statement: 'We will' }, 't1')
    .withIndicator('i1')
    .withPlan('p1')
    .withStep('s1', 'p1', { indicator: asId('i1') }).doc
}

const add = (a: Played, b: Played): Played => ({
  changes: a.changes + b.changes,
  concurrent: a.concurrent + b.concurrent,
  delivered: a.delivered + b.delivered,
})

function expectSame<T>(network: TestNetwork, read: (doc: Y.Doc) => T): T {
  const [first, ...others] = network.docs.map(read)
  for (const other of others) expect(other).toEqual(first)
  return first as T
}

describe('random peers', () => {
  it('S1: always converge to the same valid board', () => {
    let total: Played = { changes: 0, concurrent: 0, delivered: 0 }
    fc.assert(
      fc.property(someEvents(PEERS, someBoardAct), (events) => {
        const network = createNetwork(PEERS, aStart())
        total = add(total, play(network, events))
        for (const doc of network.docs) expect(faultsOfBoard(boardView(doc))).toEqual([])
        network.settle()
        const view = expectSame(network, boardView)
        expect(faultsOfBoard(view)).toEqual([])
        for (const id of ['n1', 'n2', 'n3', 'n4']) expect(view.notes.has(asId(id))).toBe(true)
        network.stop()
      }),
      RUNS,
    )
    // Runs in which nothing meets would prove nothing.
    expect(total.concurrent).toBeGreaterThan(total.changes / 10)
    expect(total.delivered).toBeGreaterThan(RUNS.numRuns)
  })

  it('S2: an index kept through all of it equals the view read anew', () => {
    fc.assert(
      fc.property(someEvents(PEERS, someBoardAct), (events) => {
        const network = createNetwork(PEERS, aStart())
        const indexes = network.docs.map(createBoardIndex)
        for (const one of events) {
          play(network, [one])
          const which = one.peer
          expect(indexes[which]?.get()).toEqual(boardView(network.docs[which]!))
        }
        network.settle()
        indexes.forEach((index, which) => expect(index.get()).toEqual(boardView(network.docs[which]!)))
        for (const index of indexes) index.stop()
        network.stop()
      }),
      RUNS,
    )
  })

  it('G4: always converge to the same valid plan', () => {
    let total: Played = { changes: 0, concurrent: 0, delivered: 0 }
    fc.assert(
      fc.property(someEvents(PEERS, somePlcAct), (events) => {
        const network = createNetwork(PEERS, aRoom())
        total = add(total, play(network, events))
        network.settle()
        expect(faultsOfPlc(expectSame(network, plcView))).toEqual([])
        network.stop()
      }),
      RUNS,
    )
    expect(total.concurrent).toBeGreaterThan(total.changes / 10)
  })
})

describe('texts merge by character', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ñ', '時', '😀', ' '), minLength: 1, maxLength: 6 })

  /** Marks that occur nowhere else, so that "there, and once" can be counted. */
  const once = (text: string, mark: string): boolean => text.split(mark).length === 2

  it('N2: two people who type in one note offline both keep every character, once', () => {
    fc.assert(
      fc.property(word, fc.nat(20), fc.nat(20), word, word, (base, atA, atB, typedA, typedB) => {
        const start = new Y.Doc()
        start.clientID = 1
        addNote(start, { id: asId('n1'), horizon: 'current', text: base, place: [null, 0, 0], author: null })
        const network = createNetwork(2, start)
        network.offline(0)
        network.offline(1)
        const type = (peer: number, at: number, typed: string) => {
          const doc = network.docs[peer]!
          const letters = [...base]
          letters.splice(at % (letters.length + 1), 0, typed)
          editNote(doc, asId('n1'), letters.join(''))
        }
        type(0, atA, `<${typedA}>`)
        type(1, atB, `[${typedB}]`)
        network.settle()
        const text = expectSame(network, (doc) => noteText(doc, asId('n1'))?.toString() ?? '')
        expect(once(text, '<') && once(text, '>') && once(text, '[') && once(text, ']')).toBe(true)
        expect([...text].sort()).toEqual([...base, ...`<${typedA}>[${typedB}]`].sort())
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })

  it('G2: a goal field that both start at once keeps both beginnings', () => {
    const network = createNetwork(2, aRoom())
    network.offline(1)
    editGoal(network.docs[0]!, 'whyItMatters', 'Students first.')
    editGoal(network.docs[1]!, 'whyItMatters', 'Families too.')
    network.settle()
    const text = expectSame(network, (doc) => goalText(doc, 'whyItMatters').toString())
    expect(text).toContain('Students first.')
    expect(text).toContain('Families too.')
  })

  it('N2: a text set as a whole replaces only what differs', () => {
    const network = createNetwork(2, aBoard().withNote('n1', 'More time for planning').doc)
    network.offline(1)
    editNote(network.docs[0]!, asId('n1'), 'Much more time for planning')
    editNote(network.docs[1]!, asId('n1'), 'More time for planning together')
    network.settle()
    expect(expectSame(network, (doc) => noteText(doc, asId('n1'))?.toString())).toBe('Much more time for planning together')
  })
})
