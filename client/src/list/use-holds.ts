import { useMemo, useSyncExternalStore } from 'react'
import { createHolds, usePresence } from '../session/index.ts'

const BOARD = { kind: 'board' } as const

/** Notes and clusters in others' hands, with the holder's name; changes only when a hand takes something or lets go. */
export function useHolds(): ReadonlyMap<string, string> {
  const people = usePresence(BOARD)
  const holds = useMemo(() => createHolds(people), [people])
  return useSyncExternalStore(holds.subscribe, holds.all)
}
