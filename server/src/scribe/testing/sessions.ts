import type { PersonId, SessionId } from '@groundswell/shared'
import { initialFacts, type Member, type Session, type SessionFacts } from '../../session/facts.ts'

export const personOf = (name: string, changes: Partial<Member> = {}): Member => ({
  id: name as PersonId,
  name,
  jobRole: 'teacher',
  role: 'participant',
  device: 'person',
  heads: 1,
  removed: false,
  ...changes,
})

/** A session with a coach, who facilitates, and the given members. */
export function sessionOf(members: readonly Member[], changes: Partial<SessionFacts> = {}): Session {
  const facts = initialFacts({
    title: 'Visioning',
    district: 'Maple Fork',
    targetYear: 2029,
    questions: { current: '', ideal: '' },
    naming: 'no_names',
    template: 'cohort',
    language: 'en',
  })
  const all = [personOf('coach', { role: 'facilitator' }), ...members]
  return {
    id: 'session' as SessionId,
    code: 'K7M4TX',
    epoch: 1,
    secret: new Uint8Array(32).fill(7),
    facts: { ...facts, ...changes },
    members: new Map(all.map((member) => [member.id, member])),
  }
}
