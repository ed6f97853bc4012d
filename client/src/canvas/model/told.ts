import { REACTIONS, type NoteId, type NoteReactions, type Reaction } from '@groundswell/shared'

/** Signs that every device's font has, the text kind of each. */
const SIGNS: Readonly<Record<Reaction, string>> = { same: '+1', heart: '♥\uFE0E', question: '?' }

/** `+1 3  ♥ 2`: what people said to a note without a word; empty for nothing. */
export const toldWords = (counts: NoteReactions | undefined): string =>
  counts === undefined
    ? ''
    : REACTIONS.filter((kind) => counts[kind] > 0)
        .map((kind) => `${SIGNS[kind]} ${counts[kind]}`)
        .join('  ')

type Counts = ReadonlyMap<NoteId, NoteReactions>

/** The notes about which the two say something different. */
export function toldChanges(before: Counts, after: Counts): readonly NoteId[] {
  const ids = new Set([...before.keys(), ...after.keys()])
  return [...ids].filter((id) => toldWords(before.get(id)) !== toldWords(after.get(id)))
}
