import { REACTIONS, type MyReaction, type NoteId, type Reaction, type StageView } from '@groundswell/shared'
import { useCallback } from 'react'
import { useCommand, useMyReactions } from '../session/index.ts'

export type React = (note: NoteId, kind: Reaction, on: boolean) => void

interface NoteReactionProps {
  /** Counts in the order of the kinds, as one string: an equal one renders no row again. */
  readonly counts: string
  /** One's own kinds, as one string. */
  readonly mine: string
}

const mineOn = (mine: readonly MyReaction[], note: NoteId): string =>
  mine
    .filter((reaction) => reaction.note === note)
    .map(({ kind }) => kind)
    .join(' ')

/** What stands under a note, and the act that changes it; the act is null where one may only read. */
export function useReactions({ reactions }: StageView, may: boolean) {
  const mine = useMyReactions()
  const command = useCommand()
  const of = useCallback(
    (note: NoteId): NoteReactionProps => {
      const counts = reactions.get(note)
      return { counts: counts === undefined ? '' : REACTIONS.map((kind) => counts[kind]).join(' '), mine: mineOn(mine, note) }
    },
    [reactions, mine],
  )
  const react = useCallback<React>((note, kind, on) => void command({ type: 'note.react', note, kind, on }), [command])
  return { of, react: may ? react : null }
}

const isKind = (text: string): text is Reaction => REACTIONS.some((kind) => kind === text)

export const countsFrom = (counts: string): readonly number[] => counts.split(' ').filter(Boolean).map(Number)
export const mineFrom = (mine: string): ReadonlySet<Reaction> => new Set(mine.split(' ').filter(isKind))
