import type { DraftState, GoalDraft, JobRole, Person, PersonId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { draftParts, speakingOrder, turnOf } from './drafts.ts'

const person = (id: string, jobRole: JobRole): Person => ({
  id: id as PersonId,
  name: id,
  jobRole,
  role: 'participant',
  device: 'person',
  heads: 1,
  removed: false,
})
const said = (id: string, state: DraftState, text = ''): GoalDraft => ({ person: id as PersonId, state, text })

const TEAM = [person('principal', 'building_leader'), person('coach', 'technology_coach'), person('trainer', 'trainer')]

describe('sharing in turn', () => {
  it('hears building leaders last and keeps the order of the others', () => {
    expect(speakingOrder(TEAM).map(({ id }) => id)).toEqual(['coach', 'trainer', 'principal'])
  })

  it('begins when nobody thinks any more, and goes from one to the next', () => {
    const turn = (...drafts: readonly GoalDraft[]) => turnOf(draftParts(TEAM, drafts))
    expect(turn(said('principal', 'ready'), said('coach', 'ready'))).toBeNull()
    expect(turn(said('principal', 'ready'), said('coach', 'ready'), said('trainer', 'ready'))).toBe('coach')
    expect(turn(said('principal', 'ready'), said('coach', 'shared', 'x'), said('trainer', 'passed'))).toBe('principal')
    expect(turn(said('principal', 'shared', 'y'), said('coach', 'shared', 'x'), said('trainer', 'passed'))).toBeNull()
  })

  it('waits for a member who came later, and not for one who has left', () => {
    const all = TEAM.map(({ id }) => said(id, 'ready'))
    expect(turnOf(draftParts([...TEAM, person('new', 'teacher')], all))).toBeNull()
    expect(turnOf(draftParts(TEAM.slice(1), all))).toBe('coach')
  })
})
