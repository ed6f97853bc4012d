import type { PersonId } from '@groundswell/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Presence, PresenceChannel } from './contract.ts'
import { createHolds } from './holds.ts'

let time = 0
let others: readonly Presence[] = []
const people: PresenceChannel = {
  others: () => others,
  subscribe: () => () => {},
  moveCursor: () => {},
  drag: () => {},
  setEditing: () => {},
  askForPointers: () => {},
}
const hand = (person: string, ids: readonly string[] | null, dx = 0): Presence => ({
  person: person as PersonId,
  name: person,
  colour: '',
  cursor: null,
  drags: ids === null ? [] : [{ ids, dx, dy: 0 }],
  editing: null,
  facilitates: false,
  asksForPointers: false,
})
const own = (began: number, moved = began) => ({ me: 'me' as PersonId, began, moved })

describe('a thing that two people take', () => {
  beforeEach(() => {
    time = 0
    others = []
  })

  it('is held by whoever took it first, whatever order the people stand in', () => {
    const holds = createHolds(people, () => time)
    others = [hand('ann', null), hand('tess', ['n1'])]
    expect(holds.all().get('n1')).toBe('tess')
    time = 3_000
    others = [hand('ann', ['n1', 'n2']), hand('tess', ['n1'], 5)]
    expect([...holds.all()]).toEqual([
      ['n1', 'tess'],
      ['n2', 'ann'],
    ])
    expect(holds.others().map(({ drags }) => drags[0]?.ids)).toEqual([['n2'], ['n1']])
  })

  it('stops a later hand, and not an earlier one', () => {
    const holds = createHolds(people, () => time)
    time = 5_000
    others = [hand('tess', ['n1'])]
    expect(holds.blockedBy(['n1'], own(7_000))).toBe('tess')
    expect(holds.blockedBy(['n1'], own(2_000))).toBeNull()
    expect(holds.blockedBy(['n2'], own(7_000))).toBeNull()
  })

  it('goes to the same one of two hands on both devices when they closed at once', () => {
    const holds = createHolds(people, () => time)
    time = 5_000
    others = [hand('ann', ['n1']), hand('zoe', ['n2'])]
    expect([holds.blockedBy(['n1'], own(4_800)), holds.blockedBy(['n2'], own(5_200, 5_200))]).toEqual(['ann', null])
  })

  it('is free again after ten seconds without a move, and when its holder has gone', () => {
    const holds = createHolds(people, () => time)
    others = [hand('tess', ['n1'])]
    expect(holds.all().size).toBe(1)
    time = 9_000
    others = [hand('tess', ['n1'], 4)]
    expect(holds.all().size).toBe(1)
    time = 18_500
    expect(holds.all().size).toBe(1)
    time = 19_500
    expect([holds.all().size, holds.others()[0]?.drags]).toEqual([0, []])
    time = 20_000
    others = [hand('tess', ['n1'], 9)]
    expect(holds.all().size).toBe(1)
    others = []
    expect(holds.all().size).toBe(0)
  })

  it('is held by each hand of a panel on its own', () => {
    const holds = createHolds(people, () => time)
    const panel = (...drags: Presence['drags']): Presence => ({ ...hand('panel', null), drags })
    others = [panel({ ids: ['n1'], dx: 0, dy: 0 })]
    expect([...holds.all().keys()]).toEqual(['n1'])
    time = 6_000
    others = [panel({ ids: ['n1'], dx: 9, dy: 0 }, { ids: ['n2'], dx: 0, dy: 0 }), hand('tess', ['n2'])]
    expect([...holds.all()]).toEqual([
      ['n1', 'panel'],
      ['n2', 'panel'],
    ])
    expect(holds.others().map(({ drags }) => drags.map(({ ids }) => ids[0]))).toEqual([['n1', 'n2'], []])
    time = 9_000
    others = [panel({ ids: ['n2'], dx: 0, dy: 0 }), hand('tess', ['n1'])]
    expect([...holds.all()]).toEqual([
      ['n2', 'panel'],
      ['n1', 'tess'],
    ])
  })

  it('is lost by one’s own hand that lay still while another took it', () => {
    const holds = createHolds(people, () => time)
    time = 15_000
    others = [hand('tess', ['n1'])]
    expect([holds.blockedBy(['n1'], own(1_000, 4_000)), holds.blockedBy(['n1'], own(1_000, 14_000))]).toEqual(['tess', null])
  })
})
