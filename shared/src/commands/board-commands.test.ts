import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { HORIZONS } from '../records.ts'
import { boardRoots } from '../schema.ts'
import { boardView } from '../selectors/board.ts'
import { LOCAL } from '../text-diff.ts'
import { aBoard, asId } from '../testing/builders.ts'
import { createNetwork } from '../testing/network.ts'
import type { ClusterId, NoteId, PersonId } from '../ids.ts'
import { tidy } from '../layout.ts'
import {
  applyTidy,
  clusterTitle,
  createCluster,
  dissolveCluster,
  mergeClusters,
  moveCluster,
  renameCluster,
  restoreCluster,
  setFocus,
} from './cluster.ts'
import { addNote, editNote, noteText, placeNotes, putIn, setAside } from './note.ts'

const n = (id: string): NoteId => asId(id)
const c = (id: string): ClusterId => asId(id)

/** How many transactions that changed something `act` made, and their origins. */
function origins(doc: Y.Doc, act: () => void): readonly unknown[] {
  const seen: unknown[] = []
  const listen = (_: Uint8Array, origin: unknown) => seen.push(origin)
  doc.on('update', listen)
  act()
  doc.off('update', listen)
  return seen
}

const idsIn = (doc: Y.Doc, cluster: string): readonly string[] =>
  boardView(doc)
    .clusters.get(c(cluster))
    ?.notes.map((note) => note.id) ?? []

describe('notes', () => {
  it('N1: adding a note again changes nothing', () => {
    const { doc } = aBoard().withNote('n1', 'first')
    expect(
      origins(doc, () => addNote(doc, { id: n('n1'), horizon: 'ideal', text: 'second', place: [null, 9, 9], author: null })),
    ).toEqual([])
    expect(boardView(doc).notes.get(n('n1'))).toMatchObject({ text: 'first', horizon: 'current', place: [null, 0, 0] })
  })

  it('N3: keeps horizon, words, author, initials, round and lateness as given', () => {
    const doc = new Y.Doc()
    for (const horizon of HORIZONS) {
      const signed = { author: asId<PersonId>('p1'), initials: 'JD' }
      addNote(doc, { id: n(horizon), horizon, text: 'a', place: [null, 1.4, 2.6], ...signed, round: 2, late: true })
      expect(boardView(doc).notes.get(n(horizon))).toEqual({
        id: horizon,
        horizon,
        text: 'a',
        place: [null, 1.4, 2.6],
        author: 'p1',
        initials: 'JD',
        round: 2,
        late: true,
        aside: false,
      })
    }
  })

  it.each([
    ['JD', 'JD'],
    [' j. d. ', 'JD'],
    ['ñé', 'ÑÉ'],
    ['Maria Sol', 'MARI'],
    ['1-2 !', ''],
    [7, ''],
  ])('N8: %j on a note reads as %j', (sent, kept) => {
    const { doc } = aBoard().withNote('n1')
    boardRoots(doc).notes.get('n1')?.set('initials', sent)
    expect(boardView(doc).notes.get(n('n1'))?.initials).toBe(kept)
  })

  it('N2: an edit is one local transaction, and none when nothing differs', () => {
    const { doc } = aBoard().withNote('n1', 'one')
    expect(origins(doc, () => editNote(doc, n('n1'), 'one more'))).toEqual([LOCAL])
    expect(origins(doc, () => editNote(doc, n('n1'), 'one more'))).toEqual([])
    expect(noteText(doc, n('n1'))?.toString()).toBe('one more')
  })

  it('N5: a gesture over many notes is one transaction, in whole units', () => {
    const { doc } = aBoard().withNote('n1').withNote('n2')
    const moves = ['n1', 'n2', 'gone'].map((id) => ({ id: n(id), place: [null, 10.4, -3.6] as const }))
    expect(origins(doc, () => placeNotes(doc, moves))).toEqual([LOCAL])
    expect(boardView(doc).loose.map((note) => note.place)).toEqual([
      [null, 10, -4],
      [null, 10, -4],
    ])
  })

  it('N4: a note set aside keeps its record and comes back to where it was', () => {
    const { doc, view } = aBoard().withNote('n1', 'one').withCluster('c1', 'Time', ['n1'])
    setAside(doc, n('n1'), true)
    expect([view().aside.length, idsIn(doc, 'c1'), view().at.size]).toEqual([1, [], 0])
    setAside(doc, n('n1'), false)
    expect([view().aside.length, idsIn(doc, 'c1')]).toEqual([0, ['n1']])
    expect(boardRoots(doc).notes.size).toBe(1)
  })

  it('N6: acts on a note that is not there do nothing', () => {
    const doc = new Y.Doc()
    const acts = [
      () => editNote(doc, n('x'), 'a'),
      () => setAside(doc, n('x'), true),
      () => placeNotes(doc, [{ id: n('x'), place: [null, 1, 1] }]),
    ]
    for (const act of acts) expect(origins(doc, act)).toEqual([])
    expect(noteText(doc, n('x'))).toBeNull()
  })
})

describe('clusters', () => {
  it('C1: making a cluster again with the same id adds nothing', () => {
    const { doc } = aBoard().withNote('n1').withNote('n2').withCluster('c1', 'Time', ['n1'])
    expect(origins(doc, () => createCluster(doc, { id: c('c1'), at: { x: 5, y: 5 }, title: 'Other' }, [n('n2')]))).toEqual([])
    expect(boardView(doc).clusters.get(c('c1'))).toMatchObject({ title: 'Time', x: 0 })
  })

  it('C1: its notes come in the order given, in one transaction', () => {
    const { doc } = aBoard().withNote('n1').withNote('n2').withNote('n3')
    expect(origins(doc, () => createCluster(doc, { id: c('c1'), at: { x: 1.6, y: 0 } }, [n('n3'), n('n1'), n('n2')]))).toEqual([
      LOCAL,
    ])
    expect(idsIn(doc, 'c1')).toEqual(['n3', 'n1', 'n2'])
    expect(boardView(doc).clusters.get(c('c1'))?.x).toBe(2)
  })

  it('C5: moving a cluster is one write and takes its notes along', () => {
    const { doc, view } = aBoard().withNote('n1').withCluster('c1', 'Time', ['n1'])
    const before = view().at.get(n('n1'))!
    const size = Y.encodeStateAsUpdate(doc).length
    moveCluster(doc, c('c1'), { x: 100, y: 50 })
    expect(view().at.get(n('n1'))).toEqual({ ...before, x: before.x + 100, y: before.y + 50 })
    expect(Y.encodeStateAsUpdate(doc).length - size).toBeLessThan(40)
    expect(boardRoots(doc).notes.get('n1')?.get('place')).toEqual(['c1', 0, 0])
  })

  it('C2: a dissolved cluster leaves its notes where they were seen, loose', () => {
    const { doc, view } = aBoard()
      .withNote('n1')
      .withNote('n2', 'b', { horizon: 'ideal' })
      .withNote('n3')
      .withCluster('c1', 'Time', ['n1', 'n2', 'n3'])
    moveCluster(doc, c('c1'), { x: 300, y: 40 })
    const before = view().at
    expect(origins(doc, () => dissolveCluster(doc, c('c1')))).toEqual([LOCAL])
    expect(view().at).toEqual(before)
    expect([view().clusters.size, view().loose.length]).toEqual([0, 3])
  })

  it('C2: a note put in while the cluster was dissolved is loose beside it, and none lies over another', () => {
    const { doc } = aBoard().withNote('n1').withNote('n2').withNote('n3').withCluster('c1', 'Time', ['n1'])
    const network = createNetwork(2, doc)
    network.offline(1)
    dissolveCluster(network.docs[0]!, c('c1'))
    putIn(network.docs[1]!, [n('n2'), n('n3')], c('c1'), { x: 0, y: 0 })
    network.settle()
    const view = boardView(network.docs[0]!)
    expect(view.loose.map((note) => note.id)).toEqual(['n1', 'n2', 'n3'])
    expect(view.at.get(n('n2'))).not.toEqual(view.at.get(n('n3')))
  })

  it('C3: a merge is one write; the notes keep their records, and taking it back restores both', () => {
    const { doc } = aBoard().withNote('n1').withNote('n2').withCluster('c1', 'Time', ['n1']).withCluster('c2', 'Tools', ['n2'])
    expect(origins(doc, () => mergeClusters(doc, c('c1'), c('c2')))).toEqual([LOCAL])
    expect([idsIn(doc, 'c2'), boardView(doc).merged.get(c('c1'))]).toEqual([['n1', 'n2'], 'c2'])
    expect(boardRoots(doc).notes.get('n1')?.get('place')).toEqual(['c1', 0, 0])
    restoreCluster(doc, c('c1'))
    expect([idsIn(doc, 'c1'), idsIn(doc, 'c2')]).toEqual([['n1'], ['n2']])
  })

  it('C3: merging into what was merged elsewhere goes where that is shown; into itself or nothing, nowhere', () => {
    const { doc, view } = aBoard()
      .withNote('n1')
      .withCluster('c1', 'a', ['n1'])
      .withCluster('c2', 'b')
      .withCluster('c3', 'c')
      .withMerge('c2', 'c3')
    for (const into of ['c1', 'none']) expect(origins(doc, () => mergeClusters(doc, c('c1'), c(into)))).toEqual([])
    mergeClusters(doc, c('c1'), c('c2'))
    expect(view().merged).toEqual(
      new Map([
        [c('c1'), c('c3')],
        [c('c2'), c('c3')],
      ]),
    )
    expect(origins(doc, () => mergeClusters(doc, c('c3'), c('c1')))).toEqual([])
  })

  it('C3: a note dropped into a cluster that is merged away at the same time goes along', () => {
    const { doc } = aBoard().withNote('n1').withNote('n2').withCluster('c1', 'a', ['n1']).withCluster('c2', 'b')
    const network = createNetwork(2, doc)
    network.offline(1)
    mergeClusters(network.docs[0]!, c('c1'), c('c2'))
    putIn(network.docs[1]!, [n('n2')], c('c1'), { x: 5, y: 0 })
    network.settle()
    expect(network.docs.map((peer) => idsIn(peer, 'c2'))).toEqual([
      ['n1', 'n2'],
      ['n1', 'n2'],
    ])
  })

  it('C4: of clusters merged into each other at once the smallest id stays, with all notes', () => {
    const { doc } = aBoard()
      .withNote('n1')
      .withNote('n2')
      .withNote('n3')
      .withCluster('c1', 'a', ['n1'])
      .withCluster('c2', 'b', ['n2'])
      .withCluster('c3', 'c', ['n3'])
    const network = createNetwork(3, doc)
    for (const peer of [0, 1, 2]) network.offline(peer)
    mergeClusters(network.docs[0]!, c('c1'), c('c2'))
    mergeClusters(network.docs[1]!, c('c2'), c('c3'))
    mergeClusters(network.docs[2]!, c('c3'), c('c1'))
    network.settle()
    for (const peer of network.docs)
      expect([[...boardView(peer).clusters.keys()], idsIn(peer, 'c1')]).toEqual([['c1'], ['n1', 'n2', 'n3']])
  })

  it('C6: a cluster poured into one that is dissolved at the same time stays on its own', () => {
    const { doc } = aBoard().withNote('n1').withNote('n2').withCluster('c1', 'Time', ['n1']).withCluster('c2', 'Tools', ['n2'])
    const network = createNetwork(2, doc)
    network.offline(1)
    mergeClusters(network.docs[0]!, c('c1'), c('c2'))
    dissolveCluster(network.docs[1]!, c('c2'))
    network.settle()
    for (const peer of network.docs)
      expect([idsIn(peer, 'c1'), boardView(peer).loose.map((note) => note.id)]).toEqual([['n1'], ['n2']])
  })

  it('C6: what was poured into a cluster is dissolved with it', () => {
    const { doc, view } = aBoard()
      .withNote('n1')
      .withNote('n2')
      .withCluster('c1', 'a', ['n1'])
      .withCluster('c2', 'b', ['n2'])
      .withMerge('c1', 'c2')
    dissolveCluster(doc, c('c2'))
    expect([view().clusters.size, view().loose.length]).toEqual([0, 2])
  })

  it('C7: two people who make a cluster of the same notes at once end with one, and it holds them all', () => {
    const network = createNetwork(2, aBoard().withNote('n1').withNote('n2').doc)
    for (const peer of [0, 1]) {
      network.offline(peer)
      createCluster(network.docs[peer]!, { id: c(`c${peer}`), at: { x: 0, y: 0 } }, [n('n1'), n('n2')])
    }
    network.settle()
    const views = network.docs.map(boardView)
    expect(views[0]).toEqual(views[1])
    expect([...views[0]!.clusters.values()].map((cluster) => cluster.notes.length)).toEqual([2])
  })

  it('C8: title and focus change in place; a title is a shared text', () => {
    const { doc, view } = aBoard().withCluster('c1', 'Time')
    renameCluster(doc, c('c1'), 'More time')
    setFocus(doc, c('c1'), 'teacher_action')
    expect(view().clusters.get(c('c1'))).toMatchObject({ title: 'More time', focus: 'teacher_action' })
    expect(clusterTitle(doc, c('c1'))).toBeInstanceOf(Y.Text)
    expect(clusterTitle(doc, c('c9'))).toBeNull()
  })

  it('L5: tidying is one act, and moves no note into or out of a cluster', () => {
    const { doc, view } = aBoard().withNote('n1').withNote('n2').withCluster('c1', 'Time', ['n1'])
    const before = view()
    expect(origins(doc, () => applyTidy(doc, tidy([...before.clusters.values()], before.loose)))).toEqual([LOCAL])
    expect([idsIn(doc, 'c1'), view().loose.map((note) => note.id)]).toEqual([['n1'], ['n2']])
  })
})
