import type { DraftState, GoalDraft, Person, PersonId } from '@groundswell/shared'

/** Where a member is: still thinking, or as far as they said themselves. */
export interface DraftPart {
  readonly person: Person
  readonly state: DraftState | 'thinking'
  /** Empty before it is shared. */
  readonly text: string
}

/** Who is heard when: leaders last, so that nobody has to speak after their principal. The others keep their order. */
export const speakingOrder = (members: readonly Person[]): readonly Person[] => [
  ...members.filter(({ jobRole }) => jobRole !== 'building_leader'),
  ...members.filter(({ jobRole }) => jobRole === 'building_leader'),
]

export const draftParts = (members: readonly Person[], drafts: readonly GoalDraft[]): readonly DraftPart[] =>
  speakingOrder(members).map((person) => {
    const draft = drafts.find((candidate) => candidate.person === person.id)
    return { person, state: draft?.state ?? 'thinking', text: draft?.text ?? '' }
  })

/** Whose turn it is to share; null while someone still thinks, and when all have been heard. */
export function turnOf(parts: readonly DraftPart[]): PersonId | null {
  if (parts.some(({ state }) => state === 'thinking')) return null
  return parts.find(({ state }) => state === 'ready')?.person.id ?? null
}
