import { useWords } from '../../parts/index.ts'
import { useStage } from '../../session/index.ts'
import css from './TalkPanel.module.css'

/** Nothing to do. */
export function BreakPanel() {
  const stage = useStage()
  const words = useWords(stage).step(stage.step)
  return (
    <div className={css.panel} data-rest>
      <h2 className={css.question}>{words.instruction}</h2>
      {words.detail !== '' && <p className={css.quiet}>{words.detail}</p>}
    </div>
  )
}
