import type { Step } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../parts/index.ts'
import { useStage } from '../../session/index.ts'
import css from './InstructionBar.module.css'

export interface InstructionBarProps {
  readonly step: Step
  /** Opens one's own notes; null for those who change them on the board itself. */
  readonly onMine?: (() => void) | null
}

/** Steps in which one meets notes again and may find a wrong word in one's own. */
const ABOUT_NOTES: ReadonlySet<Step['kind']> = new Set(['talk', 'together', 'group', 'name', 'vote', 'choose'])

/** What to do now: the facilitator's own words, or ours for this kind of step. */
export function InstructionBar({ step, onMine = null }: InstructionBarProps) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const { instruction, detail } = useWords(stage).step(step)
  const revealed = stage.writing.current.revealed || stage.writing.ideal.revealed
  // Writing on a phone shows the question itself; ours would only say it twice. The facilitator's own words stay.
  const spare = step.kind === 'write' && step.instruction === null
  // The panel of a talk or a break is nothing but its instruction.
  if ((step.kind === 'talk' && step.horizon === null) || step.kind === 'break') return null
  return (
    <section className={css.bar} aria-label={t('shell.instructions')} data-spare={spare || undefined}>
      <p>
        <b>{instruction}</b> {detail !== '' && <span>{detail}</span>}{' '}
        {onMine !== null && revealed && ABOUT_NOTES.has(step.kind) && (
          <button type="button" className={css.mine} onClick={onMine}>
            {t('mine.title')}
          </button>
        )}
      </p>
    </section>
  )
}
