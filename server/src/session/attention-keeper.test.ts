import { HOLD_MS, HOLDER_GONE_MS, type PersonId, type SessionId, type Spotlight } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { VirtualClock } from '../relay/testing/index.ts'
import { sessionOf } from '../scribe/testing/sessions.ts'
import { newRoom, type SessionFacts } from './facts.ts'
import { createAttentionKeeper } from './attention-keeper.ts'

const SESSION = 'session' as SessionId

function setUp(mode: Spotlight['mode']) {
  const clock = new VirtualClock()
  const spotlight: Spotlight = { by: 'coach' as PersonId, mode, target: { kind: 'step' }, seq: 1, startedAt: clock.now() }
  let facts: SessionFacts = sessionOf([], { room: { ...newRoom(), spotlight } }).facts
  const here = { coach: true }
  const keeper = createAttentionKeeper({
    clock,
    find: () => ({ ...sessionOf([]), facts }),
    isHere: () => here.coach,
    change: async (_id, next) => {
      facts = next(facts)
    },
    onFailure: (error) => {
      throw error
    },
  })
  keeper.watch(SESSION)
  return { clock, here, keeper, held: () => facts.room.spotlight !== null }
}

describe('a held view', () => {
  it('is let go after five minutes', async () => {
    const { clock, held } = setUp('hold')
    await clock.advance(HOLD_MS - 3_000)
    expect(held()).toBe(true)
    await clock.advance(5_000)
    expect(held()).toBe(false)
  })

  it('is let go half a minute after its holder has gone, and not when they come back in time', async () => {
    const { clock, here, held } = setUp('hold')
    await clock.advance(20_000)
    here.coach = false
    await clock.advance(HOLDER_GONE_MS - 6_000)
    here.coach = true
    await clock.advance(10_000)
    expect(held()).toBe(true)
    here.coach = false
    await clock.advance(HOLDER_GONE_MS + 4_000)
    expect(held()).toBe(false)
  })

  it('does not concern a gathering', async () => {
    const { clock, held } = setUp('gather')
    await clock.advance(HOLD_MS * 2)
    expect(held()).toBe(true)
  })
})
