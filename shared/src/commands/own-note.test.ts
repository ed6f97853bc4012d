import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../api.ts'
import type { ClusterId, NoteId } from '../ids.ts'
import { boardRoots, deskRoots } from '../schema.ts'
import { boardView } from '../selectors/board.ts'
import { createBoardIndex } from '../selectors/board-index.ts'
import { ownNotes } from '../selectors/desk.ts'
import { aBoard, asId } from '../testing/builders.ts'
import { mayWithdraw, type Decided } from '../selectors/withdraw.ts'
import { dissolveCluster } from './cluster.ts'
import { keepWithdrawn, sealOwnNotes } from './desk.ts'
import { bringBackNote, editNote, mendNote, noteText, setAside, withdrawNote } from './note.ts'

const n = (id: string): NoteId => asId(id)
const words = (doc: Y.Doc, id = 'n1') => boardView(doc).notes.get(n(id))?.text
const mend = (doc: Y.Doc, from: string, text: string, id = 'n1') => mendNote(doc, { id: n(id), from, text })

describe('mending an own note', () => {
  it('N9: changes the words and nothing else of the note, and changes nothing when it is done again', () => {
    const { doc } = aBoard().withNote('n1', 'Laptops come bak').withCluster('c1', 'Repair', ['n1'])
    const before = boardView(doc).notes.get(n('n1'))
    expect(mend(doc, 'Laptops come bak', 'Laptops come back')).toBe('done')
    expect(boardView(doc).notes.get(n('n1'))).toEqual({ ...before, text: 'Laptops come back' })
    let changes = 0
    doc.on('update', () => changes++)
    expect([mend(doc, 'Laptops come bak', 'Laptops come back'), changes]).toEqual(['done', 0])
  })

  it('N9: what others typed elsewhere in the note meanwhile stays', () => {
    const { doc } = aBoard().withNote('n1', 'Laptops come bak')
    editNote(doc, n('n1'), 'Old laptops come bak')
    expect(mend(doc, 'Laptops come bak', 'Laptops come back')).toBe('done')
    expect(words(doc)).toBe('Old laptops come back')
  })

  it('N9: changes in the same place are the writer’s to choose, and until then nothing changes', () => {
    const { doc } = aBoard().withNote('n1', 'Laptops come bak')
    editNote(doc, n('n1'), 'Laptops come home')
    expect(mend(doc, 'Laptops come bak', 'Laptops come back')).toBe('changed')
    expect(words(doc)).toBe('Laptops come home')
    expect(mend(doc, 'Laptops come home', 'Laptops come back')).toBe('done')
    expect(words(doc)).toBe('Laptops come back')
  })

  it('N9: words that grow too long together, or all go together, are the writer’s to choose', () => {
    const half = 'a'.repeat(LIMITS.note / 2)
    const { doc } = aBoard().withNote('n1', `${half} b`).withNote('n2', 'one two')
    editNote(doc, n('n1'), `${half} b${half}`)
    expect(mend(doc, `${half} b`, `new ${half} b`)).toBe('changed')
    editNote(doc, n('n2'), ' two')
    expect(mend(doc, 'one two', 'one ', 'n2')).toBe('changed')
    expect([words(doc)?.length, words(doc, 'n2')]).toEqual([LIMITS.note + 2, ' two'])
  })

  it('N6: a note that is not there, or was taken back, is not mended', () => {
    const { doc } = aBoard().withNote('n1', 'one')
    withdrawNote(doc, n('n1'))
    expect([mend(doc, 'one', 'two'), mend(doc, 'one', 'two', 'n9')]).toEqual(['gone', 'gone'])
    expect(noteText(doc, n('n1'))?.toString()).toBe('')
  })
})

describe('withdrawing an own note', () => {
  it('N10: takes note and words off every view, and brings both back to where they were', () => {
    const { doc } = aBoard().withNote('n1', 'one').withNote('n2', 'two').withCluster('c1', 'Time', ['n1', 'n2'])
    const before = boardView(doc)
    expect(withdrawNote(doc, n('n1'))).toBe('one')
    const { notes, loose, aside, clusters } = boardView(doc)
    expect([[...notes.keys()], loose, aside]).toEqual([['n2'], [], []])
    expect(clusters.get(asId('c1'))?.notes.map(({ id }) => id)).toEqual(['n2'])
    expect(JSON.stringify(boardRoots(doc).notes.toJSON())).not.toContain('one')
    expect(bringBackNote(doc, n('n1'), 'one')).toBe(true)
    expect(boardView(doc)).toEqual(before)
  })

  it('N10: a note that was set aside comes back to the tray; one that was not taken back keeps its words', () => {
    const { doc } = aBoard().withNote('n1', 'one', { aside: true }).withNote('n2', 'two')
    withdrawNote(doc, n('n1'))
    expect(boardView(doc).aside).toEqual([])
    bringBackNote(doc, n('n1'), 'one')
    expect(boardView(doc).aside.map(({ text }) => text)).toEqual(['one'])
    expect([bringBackNote(doc, n('n2'), 'other'), words(doc, 'n2')]).toEqual([true, 'two'])
    expect([withdrawNote(doc, n('n9')), bringBackNote(doc, n('n9'), 'other')]).toEqual([null, false])
  })

  it('S2: a watched board shows a note go and come back', () => {
    const { doc } = aBoard().withNote('n2', 'two').withNote('n1', 'one')
    const index = createBoardIndex(doc)
    withdrawNote(doc, n('n1'))
    expect(index.get()).toEqual(boardView(doc))
    bringBackNote(doc, n('n1'), 'one')
    expect(index.get()).toEqual(boardView(doc))
    expect([...index.get().notes.keys()]).toEqual(['n1', 'n2'])
    index.stop()
  })

  const OPEN: Decided = { vote: 'closed', themes: [] }
  const may = (doc: Y.Doc, decided: Decided, id = 'n1') => {
    const view = boardView(doc)
    return mayWithdraw(view.notes.get(n(id))!, decided, view)
  }
  const on = (cluster: string): Decided => ({ vote: 'closed', themes: [{ cluster: asId<ClusterId>(cluster) }] })

  it('N10: can be done until its cluster is voted on or made a theme', () => {
    const { doc } = aBoard().withNote('n1').withNote('n2').withCluster('c1', 'Time', ['n1'])
    expect(may(doc, OPEN)).toBe(true)
    expect((['open', 'counted'] as const).map((vote) => may(doc, { ...OPEN, vote }))).toEqual([false, false])
    expect([may(doc, on('c1')), may(doc, on('c2'))]).toEqual([false, true])
    expect(may(doc, { ...on('c1'), vote: 'open' }, 'n2')).toBe(true)
    setAside(doc, n('n1'), true)
    expect(may(doc, { ...on('c1'), vote: 'open' })).toBe(true)
  })

  it('N10: a theme bears its notes also when its cluster was merged away or dissolved', () => {
    const { doc } = aBoard()
      .withNote('n1')
      .withCluster('c1', 'Time', ['n1'])
      .withNote('n2')
      .withCluster('c2', 'Money', ['n2'])
      .withMerge('c1', 'c2')
    expect([may(doc, on('c1')), may(doc, on('c1'), 'n2')]).toEqual([false, false])
    const dissolved = aBoard().withNote('n1').withCluster('c1', 'Time', ['n1'])
    dissolveCluster(dissolved.doc, asId('c1'))
    expect(may(dissolved.doc, on('c1'))).toBe(false)
  })
})

describe('what a desk knows of own notes', () => {
  const seals = ['b', 'a'].map((id) => ({ note: n(id), seal: `seal-${id}` }))

  it('D6: in the order of their coming, each as it was sealed first', () => {
    const desk = new Y.Doc()
    sealOwnNotes(desk, seals)
    sealOwnNotes(desk, [{ note: n('a'), seal: 'another' }])
    expect(ownNotes(desk)).toEqual(seals.map((own) => ({ ...own, withdrawn: null })))
  })

  it('N10: keeps the words of what was taken back, until it is on the board again', () => {
    const desk = new Y.Doc()
    sealOwnNotes(desk, seals)
    for (const id of ['a', 'stranger']) keepWithdrawn(desk, n(id), 'my words')
    expect(ownNotes(desk).map(({ note, withdrawn }) => [note, withdrawn])).toEqual([
      ['b', null],
      ['a', 'my words'],
    ])
    keepWithdrawn(desk, n('a'), null)
    expect(ownNotes(desk)).toEqual(seals.map((own) => ({ ...own, withdrawn: null })))
  })

  it('S1: anything else that stands there reads as a note that nobody sealed', () => {
    const desk = new Y.Doc()
    const { mine } = deskRoots(desk)
    for (const [key, value] of Object.entries({ a: null, b: 7, c: { seal: 3, order: 'x', withdrawn: 1 }, '': {}, 'no id': {} }))
      mine.set(key, value)
    mine.set('d', new Y.Map())
    expect(ownNotes(desk)).toEqual(['a', 'b', 'c', 'd'].map((note) => ({ note, seal: '', withdrawn: null })))
    expect(() => ['a', 'b', 'd'].forEach((id) => keepWithdrawn(desk, n(id), 'x'))).not.toThrow()
  })
})
