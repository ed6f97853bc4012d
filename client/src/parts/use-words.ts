import type { FocusType, Horizon, JobRole, StageView, Step } from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { stepKey } from './step-key.ts'

export interface StepWords {
  readonly title: string
  readonly instruction: string
  /** Empty when the facilitator wrote an instruction of their own. */
  readonly detail: string
  /** What going to this step is called: "Name the clusters". */
  readonly go: string
}

/** The words of the domain in the language of this device. */
export interface Words {
  /** The facilitator's own words win over the defaults of the step's kind. */
  readonly step: (step: Step) => StepWords
  readonly horizon: (horizon: Horizon) => string
  readonly focus: (focus: FocusType) => string
  readonly jobRole: (role: JobRole) => string
}

export function useWords(stage: Pick<StageView, 'targetYear'>): Words {
  const { t } = useTranslation('steps')
  const year = stage.targetYear
  return useMemo(() => {
    const step = (of: Step): StepWords => {
      const key = stepKey(of)
      return {
        title: of.title ?? t(`kind.${key}.title`, { year }),
        instruction: of.instruction ?? t(`kind.${key}.instruction`, { year }),
        detail: of.instruction === null ? t(`kind.${key}.detail`, { year }) : '',
        go: of.title ?? t(`kind.${key}.go`, { year }),
      }
    }
    return {
      step,
      horizon: (horizon) => t(`horizon.${horizon}`, { year }),
      focus: (focus) => t(`focus.${focus}`),
      jobRole: (role) => t(`role.${role}`),
    }
  }, [t, year])
}
