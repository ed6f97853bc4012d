import type { ClusterId } from '@groundswell/shared'
import { useCallback, useMemo } from 'react'
import { useCommand, useMyFlags } from '../session/index.ts'
import { useDeal } from './use-deal.ts'

/** "Look again" while a few merge: how many said it of each cluster, and what this device said. */
export interface Flags {
  readonly counts: ReadonlyMap<ClusterId, number>
  readonly mine: readonly ClusterId[]
  readonly flag: (cluster: ClusterId, on: boolean) => void
}

/** Null while nobody curates: there is nothing to flag then. */
export function useFlags(): Flags | null {
  const deal = useDeal()
  const mine = useMyFlags()
  const command = useCommand()
  const flag = useCallback((cluster: ClusterId, on: boolean) => void command({ type: 'cluster.flag', cluster, on }), [command])
  const counts = deal.state === 'curating' ? deal.flags : null
  return useMemo(() => counts && { counts, mine, flag }, [counts, mine, flag])
}
