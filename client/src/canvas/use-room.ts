import type { NoteId, Reaction } from '@groundswell/shared'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { pointerChoice, pointersFor, useCommand, useMyReactions, usePresence, useStage, type Pointers } from '../session/index.ts'
import { useToast } from '../ui/index.ts'
import { createValue } from './model/value.ts'
import type { ReactionPort } from './port.ts'

const BOARD = { kind: 'board' } as const

/** Whose pointers this device shows, and this person's wish about it, which stays on the device. */
export function usePointers(): { readonly pointers: Pointers; readonly ask: (asks: boolean) => void } {
  const { cursors } = useStage().room
  const people = usePresence(BOARD)
  const asked = useSyncExternalStore(pointerChoice.subscribe, pointerChoice.get)
  const pointers = useSyncExternalStore(people.subscribe, () => pointersFor(cursors, people.others().length + 1, asked))
  const asks = pointers === 'asked'
  useEffect(() => people.askForPointers(asks), [people, asks])
  return { pointers, ask: pointerChoice.set }
}

/** Reactions as the canvas hears them: outside React, as hundreds of notes show them. */
export function useReactionPort(): ReactionPort {
  const { reactions } = useStage()
  const given = useMyReactions()
  const command = useCommand()
  const [counts] = useState(() => createValue(reactions))
  const [mine] = useState(() => createValue(given))
  useEffect(() => counts.set(reactions), [counts, reactions])
  useEffect(() => mine.set(given), [mine, given])
  const react = useCallback(
    (note: NoteId, kind: Reaction, on: boolean) => void command({ type: 'note.react', note, kind, on }),
    [command],
  )
  return useMemo(() => ({ counts, mine, react }), [counts, mine, react])
}

/** Tells why a drag went back. */
export function useGaveWay(): (holder: string) => void {
  const { t } = useTranslation('canvas')
  const toast = useToast()
  return useCallback((name) => toast.show(t('held', { name }), 'plain'), [t, toast])
}
