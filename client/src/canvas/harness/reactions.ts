import type { Command, MyReaction, NoteId, NoteReactions } from '@groundswell/shared'
import type { ReactionPort } from '../port.ts'

/** Reactions without a server: counts are set from outside, what is given is told. */
export function createReactions(send: (command: Command) => void) {
  let counts: ReadonlyMap<NoteId, NoteReactions> = new Map()
  const none: readonly MyReaction[] = []
  const listeners = new Set<() => void>()
  const port: ReactionPort = {
    counts: {
      get: () => counts,
      subscribe: (changed) => {
        listeners.add(changed)
        return () => listeners.delete(changed)
      },
    },
    mine: { get: () => none, subscribe: () => () => {} },
    react: (note, kind, on) => send({ type: 'note.react', note, kind, on }),
  }
  const told = (next: readonly NoteReactions[]) => {
    counts = new Map(next.map((count) => [count.note, count]))
    listeners.forEach((listener) => listener())
  }
  return { port, told }
}
