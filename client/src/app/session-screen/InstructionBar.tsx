import type { Step } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../parts/index.ts'
import { useStage } from '../../session/index.ts'
import css from './InstructionBar.module.css'

/** What to do now: the facilitator's own words, or ours for this kind of step. */
export function InstructionBar({ step }: { readonly step: Step }) {
  const { t } = useTranslation('steps')
  const { instruction, detail } = useWords(useStage()).step(step)
  // Writing on a phone shows the question itself; ours would only say it twice. The facilitator's own words stay.
  const spare = step.kind === 'write' && step.instruction === null
  // The panel of a talk or a break is nothing but its instruction.
  if ((step.kind === 'talk' && step.horizon === null) || step.kind === 'break') return null
  return (
    <section className={css.bar} aria-label={t('shell.instructions')} data-spare={spare || undefined}>
      <p>
        <b>{instruction}</b> {detail !== '' && <span>{detail}</span>}
      </p>
    </section>
  )
}
