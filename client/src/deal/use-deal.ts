import { useMemo } from 'react'
import { useBoard, useMe, useStage } from '../session/index.ts'
import { dealFor, type Deal } from './deal-facts.ts'

export function useDeal(): Deal {
  const stage = useStage()
  const { view } = useBoard()
  const { id } = useMe()
  return useMemo(() => dealFor(stage, view, id), [stage, view, id])
}
