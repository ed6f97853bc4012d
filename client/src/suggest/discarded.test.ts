import { dissolveCluster, mergeClusters, noteText, putIn, type ClusterId, type NoteId } from '@groundswell/shared'
import { aBoard, asId } from '@groundswell/shared/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { createDiscarded } from './discarded.ts'
import { openGroup } from './open-group.ts'

afterEach(() => localStorage.clear())

const [n1, n2, n3, n4] = ['n1', 'n2', 'n3', 'n4'].map((id) => asId<NoteId>(id)) as [NoteId, NoteId, NoteId, NoteId]
const c1 = asId<ClusterId>('c1')
const c2 = asId<ClusterId>('c2')

const board = () =>
  aBoard().withNote('n1').withNote('n2').withNote('n3').withNote('n4').withCluster('c1', 'Devices').withCluster('c2', 'Carts')

const fresh = (notes: readonly NoteId[]) => ({ notes, into: null, title: null })
const joining = (notes: readonly NoteId[]) => ({ notes, into: c1, title: null })

describe('a suggested group, as the board is now', () => {
  it('J2 holds what is still loose, and is gone when too little is left', () => {
    const { doc, view } = board()
    expect(openGroup(fresh([n1, n2, n3, n4]), view())?.notes).toHaveLength(4)
    putIn(doc, [n1], c1, { x: 0, y: 0 })
    expect(openGroup(fresh([n1, n2, n3, n4]), view())?.notes.map(({ id }) => id)).toEqual([n2, n3, n4])
    putIn(doc, [n2], c1, { x: 0, y: 0 })
    expect(openGroup(fresh([n1, n2, n3, n4]), view())).toBeNull()
    expect(openGroup(joining([n3, n4]), view())?.into?.id).toBe(c1)
  })

  it('follows a merge of the cluster it would join, and goes when that is dissolved', () => {
    const { doc, view } = board()
    mergeClusters(doc, c1, c2)
    expect(openGroup(joining([n1, n2]), view())?.into?.id).toBe(c2)
    dissolveCluster(doc, c2)
    expect(openGroup(joining([n1, n2]), view())).toBeNull()
  })
})

describe('turning a group down', () => {
  const open = (notes: readonly NoteId[], view: ReturnType<ReturnType<typeof board>['view']>) => {
    const group = openGroup(fresh(notes), view)
    if (group === null) throw new Error('the group does not stand')
    return group
  }

  it('J6 keeps it away on this device, also in part and after the page is loaded again', () => {
    const { view } = board()
    createDiscarded(localStorage, 's').add(open([n1, n2, n3, n4], view()))
    const again = createDiscarded(localStorage, 's')
    expect(again.has(open([n1, n2, n3, n4], view()))).toBe(true)
    expect(again.has(open([n1, n2, n3], view()))).toBe(true)
    expect(createDiscarded(localStorage, 'other').has(open([n1, n2, n3], view()))).toBe(false)
  })

  it('J6 lets it come again with a note that is new to it, or with other words', () => {
    const { doc, view } = board()
    const discarded = createDiscarded(localStorage, 's')
    discarded.add(open([n1, n2, n3], view()))
    expect(discarded.has(open([n1, n2, n3, n4], view()))).toBe(false)
    noteText(doc, n1)?.insert(0, 'More ')
    expect(discarded.has(open([n1, n2, n3], view()))).toBe(false)
  })

  it('J6 is about one place: the same notes may still be suggested for a cluster', () => {
    const { view } = board()
    const discarded = createDiscarded(localStorage, 's')
    discarded.add(open([n1, n2, n3], view()))
    const join = openGroup(joining([n1, n2, n3]), view())
    expect(join !== null && discarded.has(join)).toBe(false)
  })

  it('keeps no words, and bears a storage that is damaged or refuses', () => {
    const { view } = board()
    localStorage.setItem('groundswell.notAlike.s', '[[1],{"x":')
    const discarded = createDiscarded(localStorage, 's')
    discarded.add(open([n1, n2, n3], view()))
    expect(localStorage.getItem('groundswell.notAlike.s')).not.toMatch(/"text"|Devices/)
    const forgetful = createDiscarded(null, 's')
    forgetful.add(open([n1, n2, n3], view()))
    expect(forgetful.has(open([n1, n2, n3], view()))).toBe(true)
  })
})
