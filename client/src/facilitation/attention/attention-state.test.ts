import type { PersonId, Spotlight } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import type { Presence } from '../../session/contract.ts'
import { follow, gathered, NOTHING, writeReport, type Following } from './attention-state.ts'

const spotlight = (seq: number, mode: Spotlight['mode']): Spotlight => ({
  by: 'coach' as PersonId,
  mode,
  target: { kind: 'step' },
  seq,
  startedAt: 0,
})
const call = (now: Following, seq: number, mode: Spotlight['mode'], leads = false): Following =>
  follow(now, { type: 'called', spotlight: spotlight(seq, mode), leads })

describe('following', () => {
  it('an invitation may be declined and does not come back by itself', () => {
    const declined = follow(call(NOTHING, 1, 'invite'), { type: 'declined' })
    expect(declined.state).toBe('declined')
    expect(call(declined, 1, 'invite').state).toBe('declined')
    expect(call(declined, 2, 'invite').state).toBe('asked')
  })

  it('a gathering moves everyone and lets them wander; a held view stays', () => {
    const gatheredNow = follow(call(NOTHING, 1, 'gather'), { type: 'moved' })
    expect(follow(gatheredNow, { type: 'wandered' }).state).toBe('away')
    const held = follow(call(gatheredNow, 2, 'hold'), { type: 'moved' })
    expect(follow(held, { type: 'wandered' }).state).toBe('with')
  })

  it('a facilitator is not moved, and a release ends it for all', () => {
    expect(call(NOTHING, 1, 'hold', true).state).toBe('leading')
    expect(follow(call(NOTHING, 1, 'hold'), { type: 'called', spotlight: null, leads: false })).toBe(NOTHING)
  })
})

const device = (person: string, editing: string | null): Presence => ({
  person: person as PersonId,
  name: person,
  colour: '',
  cursor: null,
  drags: [],
  editing,
  facilitates: false,
  asksForPointers: false,
})

describe('who is with the group', () => {
  it('counts people and not devices, of this call and no earlier one', () => {
    const people = new Set(['ana', 'ben', 'cy', 'dee'] as PersonId[])
    const found = gathered(
      [
        device('ana', writeReport(7, 'with')),
        device('ana', null),
        device('ben', writeReport(6, 'with')),
        device('cy', writeReport(7, 'with')),
        device('dee', writeReport(7, 'away')),
        device('display', writeReport(7, 'with')),
      ],
      people,
      7,
    )
    expect([...found.with]).toEqual(['ana', 'cy'])
    expect([...found.away]).toEqual(['ben', 'dee'])
  })
})
