import type { Step } from '@groundswell/shared'

/** The name of a step's default words in the catalogs: `writeCurrent`, `togetherIdeal`, `group`. */
export const stepKey = (step: Pick<Step, 'kind' | 'horizon'>): string =>
  step.kind === 'write' || step.kind === 'together' ? `${step.kind}${step.horizon === 'ideal' ? 'Ideal' : 'Current'}` : step.kind
