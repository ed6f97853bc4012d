import { HAND_MS, type NoteId, type PersonId, type SessionId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { VirtualClock } from '../relay/testing/index.ts'
import { sessionOf } from '../scribe/testing/sessions.ts'
import { newRoom, type HandFacts, type SessionFacts } from './facts.ts'
import { createHandKeeper } from './hand-keeper.ts'

const SESSION = 'session' as SessionId

function setUp(...holders: readonly string[]) {
  const clock = new VirtualClock()
  const handOf = (person: string): HandFacts => ({
    person: person as PersonId,
    notes: [`of-${person}` as NoteId],
    until: clock.now() + HAND_MS,
  })
  const dealt = (hands: readonly HandFacts[]): SessionFacts =>
    sessionOf([], { room: { ...newRoom(), dealing: { state: 'hands', hands } } }).facts
  let facts = dealt(holders.map(handOf))
  let changes = 0
  const keeper = createHandKeeper({
    clock,
    find: () => ({ ...sessionOf([]), facts }),
    change: async (_id, next) => {
      changes++
      facts = next(facts)
    },
    onFailure: (error) => {
      throw error
    },
  })
  keeper.watch(SESSION)
  const hands = () => (facts.room.dealing.state === 'hands' ? facts.room.dealing.hands : [])
  return {
    clock,
    keeper,
    changes: () => changes,
    out: () => hands().map(({ person }) => person),
    keep: (person: string) => {
      facts = dealt(hands().map((hand) => (hand.person === person ? handOf(person) : hand)))
      keeper.watch(SESSION)
    },
  }
}

describe('hands that are out', () => {
  it('M2 go back to the pile three minutes after the last act of their holders, each on its own', async () => {
    const { clock, keep, out } = setUp('ana', 'ben')
    await clock.advance(HAND_MS - 2_000)
    expect(out()).toEqual(['ana', 'ben'])
    keep('ben')
    await clock.advance(4_000)
    expect(out()).toEqual(['ben'])
    await clock.advance(HAND_MS)
    expect(out()).toEqual([])
  })

  it('are left alone once nothing is dealt, or the server stops', async () => {
    const { clock, changes } = setUp()
    await clock.advance(HAND_MS * 2)
    expect(changes()).toBe(0)
    const other = setUp('ana')
    other.keeper.stop()
    await other.clock.advance(HAND_MS * 2)
    expect(other.changes()).toBe(0)
  })
})
