import type { Horizon } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { NoteText, useWords } from '../../parts/index.ts'
import { useCommand, useDesk, useStage } from '../../session/index.ts'
import { Button } from '../../ui/index.ts'
import css from './BoardPanel.module.css'

/** Notes finished after the reveal lie on their writer's desk until the writer adds them. */
export function LateNotes({ horizon }: { readonly horizon: Horizon }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const words = useWords(stage)
  const { notes } = useDesk()
  const command = useCommand()
  const late = notes.filter((note) => note.horizon === horizon && note.text.trim() !== '')
  if (!stage.writing[horizon].revealed || late.length === 0) return null
  return (
    <section className={css.late}>
      <p>
        <b>{t('together.lateTitle', { count: late.length })}</b> {t('together.lateText')}
      </p>
      <ul className={css.lateList}>
        {late.map((note) => (
          <li key={note.id}>
            <NoteText note={note} label={words.horizon(note.horizon)} />
            <Button onClick={() => void command({ type: 'desk.publish', note: note.id })}>{t('write.addToBoard')}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
