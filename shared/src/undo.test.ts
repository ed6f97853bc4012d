import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { createCluster, dissolveCluster, mergeClusters, renameCluster } from './commands/cluster.ts'
import { addNote, editNote, noteText, placeNotes, putIn, setAside } from './commands/note.ts'
import { quoteNote } from './commands/goal.ts'
import type { ClusterId, NoteId } from './ids.ts'
import { boardRoots, plcRoots } from './schema.ts'
import { boardView } from './selectors/board.ts'
import { aBoard, aPlc, asId } from './testing/builders.ts'
import { createNetwork } from './testing/network.ts'
import { createUndo, type Undo } from './undo.ts'

const n = (id: string): NoteId => asId(id)
const c = (id: string): ClusterId => asId(id)

/** Two people on one board, and my undo: every act of mine is sealed, so that each is its own. */
function together(base: Y.Doc) {
  const network = createNetwork(2, base)
  const [mine, theirs] = network.docs as readonly [Y.Doc, Y.Doc]
  const { notes, clusters } = boardRoots(mine)
  const undo: Undo = createUndo(mine, [notes, clusters])
  const act = (doc: Y.Doc, change: (doc: Y.Doc) => void) => {
    change(doc)
    undo.seal()
    network.settle()
  }
  return {
    undo,
    i: (change: (doc: Y.Doc) => void) => act(mine, change),
    they: (change: (doc: Y.Doc) => void) => act(theirs, change),
    back: () => act(mine, () => undo.undo()),
    again: () => act(mine, () => undo.redo()),
    view: () => {
      expect(boardView(theirs)).toEqual(boardView(mine))
      return boardView(mine)
    },
  }
}

const aNote = (id: string, text: string) => (doc: Y.Doc) =>
  addNote(doc, { id: n(id), horizon: 'current', text, place: [null, 5, 5], author: null })

describe('undo', () => {
  it('U1: takes back my last act, act by act, and brings it again', () => {
    const { i, back, again, view, undo } = together(aBoard().withNote('n1', 'one').doc)
    i((doc) => placeNotes(doc, [{ id: n('n1'), place: [null, 100, 0] }]))
    i((doc) => editNote(doc, n('n1'), 'one more'))
    back()
    expect(view().notes.get(n('n1'))).toMatchObject({ text: 'one', place: [null, 100, 0] })
    back()
    expect(view().notes.get(n('n1'))?.place).toEqual([null, 0, 0])
    expect([undo.canUndo(), undo.canRedo()]).toEqual([false, true])
    again()
    again()
    expect(view().notes.get(n('n1'))).toMatchObject({ text: 'one more', place: [null, 100, 0] })
  })

  it('U1: never takes back what others did, before or after', () => {
    const { i, they, back, view, undo } = together(aBoard().withNote('n1', 'one').withNote('n2').doc)
    i((doc) => placeNotes(doc, [{ id: n('n1'), place: [null, 100, 0] }]))
    they((doc) =>
      placeNotes(doc, [
        { id: n('n1'), place: [null, 7, 7] },
        { id: n('n2'), place: [null, 8, 8] },
      ]),
    )
    back()
    expect(view().loose.map((note) => note.place)).toEqual([
      [null, 7, 7],
      [null, 8, 8],
    ])
    back()
    expect(undo.canUndo()).toBe(false)
    expect(view().notes.size).toBe(2)
  })

  it('U1: in a text we both typed in, only my letters go', () => {
    const { i, they, back, view } = together(aBoard().withNote('n1', 'time').doc)
    i((doc) => editNote(doc, n('n1'), 'more time'))
    they((doc) => editNote(doc, n('n1'), 'more time together'))
    back()
    expect(view().notes.get(n('n1'))?.text).toBe('time together')
  })

  it('U1: a note of mine goes, and comes back whole', () => {
    const { i, back, again, view } = together(aBoard().doc)
    i(aNote('n1', 'mine'))
    back()
    expect(view().notes.size).toBe(0)
    again()
    expect(view().notes.get(n('n1'))).toMatchObject({ text: 'mine', place: [null, 5, 5] })
  })

  it('U2: a note of mine in which someone else has written stays, whole', () => {
    const { i, they, back, view } = together(aBoard().doc)
    i(aNote('n1', 'mine'))
    they((doc) => editNote(doc, n('n1'), 'mine and theirs'))
    back()
    expect(view().notes.get(n('n1'))).toMatchObject({ text: 'mine and theirs', place: [null, 5, 5] })
  })

  it('U2: setting aside is undone also on a note that others have edited', () => {
    const { i, they, back, view } = together(aBoard().withNote('n1', 'one').doc)
    they((doc) => editNote(doc, n('n1'), 'one, theirs'))
    i((doc) => setAside(doc, n('n1'), true))
    back()
    expect(view().aside).toEqual([])
  })

  it('U3: a cluster of mine goes when only my notes were in it', () => {
    const { i, back, again, view } = together(aBoard().withNote('n1').withNote('n2').doc)
    i((doc) => createCluster(doc, { id: c('c1'), at: { x: 9, y: 9 }, title: 'Time' }, [n('n1'), n('n2')]))
    back()
    expect([view().clusters.size, view().loose.length]).toEqual([0, 2])
    again()
    expect(view().clusters.get(c('c1'))).toMatchObject({ title: 'Time', x: 9 })
    expect(view().clusters.get(c('c1'))?.notes).toHaveLength(2)
  })

  it('U3: a note that someone else put into my cluster stays where they put it', () => {
    const { i, they, back, view } = together(aBoard().withNote('n1').withNote('n2').doc)
    i((doc) => createCluster(doc, { id: c('c1'), at: { x: 500, y: 0 }, title: 'Time' }, [n('n1')]))
    they((doc) => putIn(doc, [n('n2')], c('c1'), { x: 0, y: 152 }))
    back()
    expect(
      view()
        .clusters.get(c('c1'))
        ?.notes.map((note) => note.id),
    ).toEqual(['n2'])
    expect(view().loose.map((note) => note.id)).toEqual(['n1'])
    expect(view().at.get(n('n2'))?.x).toBeGreaterThan(500)
  })

  it('U1: a merge and a dissolution come back with one undo each', () => {
    const { i, back, view } = together(
      aBoard().withNote('n1').withNote('n2').withCluster('c1', 'a', ['n1']).withCluster('c2', 'b', ['n2']).doc,
    )
    const before = view()
    i((doc) => mergeClusters(doc, c('c1'), c('c2')))
    i((doc) => dissolveCluster(doc, c('c2')))
    expect(view().clusters.size).toBe(0)
    back()
    back()
    expect(view()).toEqual(before)
  })

  it('U1: acts in quick succession are one, until sealed', () => {
    const { i, back, view } = together(aBoard().withCluster('c1', 'T').doc)
    i((doc) => {
      for (const title of ['Ti', 'Tim', 'Time']) renameCluster(doc, c('c1'), title)
    })
    back()
    expect(view().clusters.get(c('c1'))?.title).toBe('T')
  })

  it('U1: says when it can, and stops when stopped', () => {
    const { doc } = aPlc()
    const { quotes } = plcRoots(doc)
    const undo = createUndo(doc, [quotes])
    const states: boolean[] = []
    const stop = undo.subscribe(() => states.push(undo.canUndo()))
    quoteNote(doc, n('n1'), true)
    undo.undo()
    expect([quotes.size, states[0], states.at(-1)]).toEqual([0, true, false])
    stop()
    const calls = states.length
    undo.redo()
    expect(states).toHaveLength(calls)
    undo.stop()
    quoteNote(doc, n('n2'), true)
    undo.undo()
    expect(quotes.has('n2')).toBe(true)
  })

  it('U1: a note typed by me after a restart counts as anybody’s', () => {
    const { doc } = aBoard().withNote('n1', 'before')
    const undo = createUndo(doc, [boardRoots(doc).notes])
    expect(undo.canUndo()).toBe(false)
    undo.undo()
    expect(noteText(doc, n('n1'))?.toString()).toBe('before')
  })
})
