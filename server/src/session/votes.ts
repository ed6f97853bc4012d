import type { PersonId } from '@groundswell/shared'
import { participantsOf, type Session, type Vote } from './facts.ts'

/** Votes of those who still take part. */
export function validVotes(session: Session, votes: readonly Vote[]): readonly Vote[] {
  const people = new Set(participantsOf(session).map((member) => member.id))
  return votes.filter((vote) => people.has(vote.person))
}

/** How many voted. */
export const turnoutOf = (votes: readonly Vote[]): number => new Set(votes.map((vote) => vote.person)).size

/** How many may vote: participants, and facilitators once they do. */
export function votersOf(session: Session, votes: readonly Vote[]): number {
  const voted = new Set<PersonId>(votes.map((vote) => vote.person))
  return participantsOf(session).filter((member) => member.role === 'participant' || voted.has(member.id)).length
}
