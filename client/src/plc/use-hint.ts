import { useTranslation } from 'react-i18next'
import { goalHints, type GoalHint } from './goal-checks.ts'
import { useRoom } from './room.ts'

/** The hints beside one part of the goal form, in words. Readers get none: they cannot act on them. */
export function useHints(at: GoalHint['at']): readonly string[] {
  const { t } = useTranslation('plc')
  const { view, canWrite } = useRoom()
  if (!canWrite) return []
  return goalHints(view.goal)
    .filter((hint) => hint.at === at)
    .map((hint) => t(`hint.${hint.id}`, { count: hint.count ?? 0 }))
}
