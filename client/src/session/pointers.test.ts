import type { PersonId } from '@groundswell/shared'
import { expect, test } from 'vitest'
import type { Presence, PresenceChannel } from './contract.ts'
import { pointersFor, withPointers, type Pointers } from './pointers.ts'

const one = (person: string, more: Partial<Presence> = {}): Presence => ({
  person: person as PersonId,
  name: person,
  colour: '',
  cursor: { x: 1, y: 2 },
  drags: [],
  editing: null,
  facilitates: false,
  asksForPointers: false,
  ...more,
})

function setUp(others: readonly Presence[], pointers: Pointers, leads = false) {
  const sent: unknown[] = []
  const state = { others, pointers }
  const people: PresenceChannel = {
    others: () => state.others,
    subscribe: () => () => {},
    moveCursor: (at) => void sent.push(at),
    drag: () => {},
    setEditing: () => {},
    askForPointers: () => {},
  }
  const channel = withPointers(
    people,
    () => leads,
    () => state.pointers,
  )
  return { sent, state, channel }
}

test('above fifteen people only pointers of those who lead are shown, unless one asks; a facilitator may close them', () => {
  expect([
    pointersFor('everyone', 15, false),
    pointersFor('everyone', 16, false),
    pointersFor('everyone', 16, true),
    pointersFor('facilitators', 4, true),
  ]).toEqual(['everyone', 'leaders', 'asked', 'closed'])
})

test('in a crowd a participant’s pointer is not shown, a facilitator’s and what is dragged are', () => {
  const drags = [{ ids: ['n1'], dx: 1, dy: 1 }]
  const { channel, state } = setUp([one('ann', { drags }), one('avery', { facilitates: true })], 'leaders')
  expect(channel.others().map(({ cursor }) => cursor)).toEqual([null, { x: 1, y: 2 }])
  expect(channel.others()[0]?.drags).toBe(drags)
  expect(channel.others()).toBe(channel.others())
  state.pointers = 'asked'
  expect(channel.others()[0]?.cursor).toEqual({ x: 1, y: 2 })
})

test('in a crowd a participant’s pointer is not sent, until somebody asks for it; a last word says that it is gone', () => {
  const { channel, state, sent } = setUp([one('ann')], 'everyone')
  channel.moveCursor({ x: 1, y: 1 })
  state.pointers = 'leaders'
  channel.moveCursor({ x: 2, y: 2 })
  channel.moveCursor({ x: 3, y: 3 })
  expect(sent).toEqual([{ x: 1, y: 1 }, null])
  state.others = [one('ann', { asksForPointers: true })]
  channel.moveCursor({ x: 4, y: 4 })
  state.pointers = 'closed'
  channel.moveCursor({ x: 5, y: 5 })
  expect(sent.slice(2)).toEqual([{ x: 4, y: 4 }, null])
})

test('who leads is always seen', () => {
  const { channel, sent } = setUp([one('ann')], 'closed', true)
  channel.moveCursor({ x: 1, y: 1 })
  expect(sent).toEqual([{ x: 1, y: 1 }])
})
