import { plcPlan, planPage, type Language, type PlanPage, type PlcId, type PlcPlan, type StageView } from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, usePlc, useStage } from '../session/index.ts'

export interface ReadyPlan {
  readonly plan: PlcPlan
  readonly page: PlanPage
  readonly stage: StageView
}

export const useLanguage = (): Language => (useTranslation().i18n.language === 'es' ? 'es' : 'en')

/** The plan of a PLC as its page; null until all of it has arrived, 'gone' when the session has no such PLC. */
export function usePlan(id: PlcId): ReadyPlan | 'gone' | null {
  const stage = useStage()
  const board = useBoard()
  const { view, handle } = usePlc(id)
  const language = useLanguage()
  return useMemo(() => {
    if (!stage.ready) return null
    const plc = stage.plcs.find((candidate) => candidate.id === id)
    if (plc === undefined) return 'gone'
    if (!board.handle.ready || !handle.ready) return null
    const plan = plcPlan(plc, stage, board.view, view)
    return { plan, stage, page: planPage(plan, stage, language) }
  }, [stage, board, view, handle, language, id])
}
