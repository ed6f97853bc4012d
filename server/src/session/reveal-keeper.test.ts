import { REVEAL_COUNT_MS, type PersonId, type RevealCount, type SessionId, type StepId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { VirtualClock } from '../relay/testing/index.ts'
import { sessionOf } from '../scribe/testing/sessions.ts'
import { newRoom } from './facts.ts'
import { createRevealKeeper } from './reveal-keeper.ts'

const SESSION = 'session' as SessionId

function setUp() {
  const clock = new VirtualClock()
  const state = { reveal: null as RevealCount | null, fails: 0, finished: [] as number[] }
  const make = () =>
    createRevealKeeper({
      clock,
      find: () => sessionOf([], { room: { ...newRoom(), reveal: state.reveal } }),
      finish: async () => {
        if (state.fails-- > 0) throw new Error('the disk is busy')
        state.finished.push(clock.now())
        if (state.reveal !== null) state.reveal = { ...state.reveal, done: true }
      },
      onFailure: () => {},
    })
  const begin = () => {
    state.reveal = {
      by: 'coach' as PersonId,
      horizons: ['current'],
      endsAt: clock.now() + REVEAL_COUNT_MS,
      to: 's3' as StepId,
      done: false,
    }
  }
  begin()
  return { clock, state, make, begin, endsAt: clock.now() + REVEAL_COUNT_MS }
}

describe('a count before a reveal (SPEC A4)', () => {
  it('ends in one act, three seconds later', async () => {
    const { clock, state, make, endsAt } = setUp()
    const keeper = make()
    keeper.watch(SESSION)
    keeper.watch(SESSION)
    await clock.advance(REVEAL_COUNT_MS - 1)
    expect(state.finished).toEqual([])
    await clock.advance(10_000)
    expect(state.finished).toEqual([endsAt])
  })

  it('that was called off ends in nothing', async () => {
    const { clock, state, make } = setUp()
    const keeper = make()
    keeper.watch(SESSION)
    await clock.advance(1_000)
    state.reveal = null
    keeper.watch(SESSION)
    await clock.advance(10_000)
    expect(state.finished).toEqual([])
  })

  it('is neither lost nor doubled when the server starts again in the middle of it, or after it', async () => {
    const { clock, state, make, begin, endsAt } = setUp()
    const first = make()
    first.watch(SESSION)
    await clock.advance(1_000)
    first.stop()
    const second = make()
    second.watch(SESSION)
    await clock.advance(10_000)
    expect(state.finished).toEqual([endsAt])
    second.watch(SESSION)
    await clock.advance(10_000)
    expect(state.finished).toEqual([endsAt])
    second.stop()
    begin()
    await clock.advance(60_000)
    make().watch(SESSION)
    await clock.advance(1)
    expect(state.finished).toHaveLength(2)
  })

  it('is tried again when its act fails', async () => {
    const { clock, state, make, endsAt } = setUp()
    state.fails = 2
    make().watch(SESSION)
    await clock.advance(REVEAL_COUNT_MS + 5_000)
    expect(state.finished).toEqual([endsAt + 2_000])
  })
})
