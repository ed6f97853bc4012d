import type { NoteId } from './ids.ts'

/** What one can say to a note without a word: the same goes for me, this matters to me, tell us more. */
export const REACTIONS = ['same', 'heart', 'question'] as const
export type Reaction = (typeof REACTIONS)[number]

/** How many people reacted to one note, by kind. Never who. */
export interface NoteReactions extends Readonly<Record<Reaction, number>> {
  readonly note: NoteId
}

/** One's own reaction to a note; there is at most one of each kind. */
export interface MyReaction {
  readonly note: NoteId
  readonly kind: Reaction
}

export const NO_REACTIONS: Readonly<Record<Reaction, number>> = { same: 0, heart: 0, question: 0 }

/** Two counts of reactions as one, note by note, in the order of the notes' ids. */
export function addReactions(...counts: readonly (readonly NoteReactions[])[]): readonly NoteReactions[] {
  const sums = new Map<NoteId, NoteReactions>()
  for (const count of counts.flat()) {
    const before = sums.get(count.note) ?? NO_REACTIONS
    const sum = REACTIONS.map((kind) => [kind, before[kind] + count[kind]] as const)
    sums.set(count.note, { note: count.note, ...(Object.fromEntries(sum) as Record<Reaction, number>) })
  }
  return [...sums.values()].sort((a, b) => (a.note < b.note ? -1 : 1))
}
