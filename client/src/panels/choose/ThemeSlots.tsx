import { LIMITS, type Theme } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../../parts/index.ts'
import { useCommand } from '../../session/index.ts'
import { Button } from '../../ui/index.ts'
import css from './ChoosePanel.module.css'

export interface ThemeSlotsProps {
  readonly themes: readonly Theme[]
  /** Null for people who only read. */
  readonly onEdit: ((theme: Theme) => void) | null
}

/** The three places: filled ones as cards, free ones as outlines that say so. */
export function ThemeSlots({ themes, onEdit }: ThemeSlotsProps) {
  const { t } = useTranslation('steps')
  const free = Math.max(0, LIMITS.themes - themes.length)
  return (
    <ol className={css.slots}>
      {themes.map((theme) => (
        <ThemeCard key={theme.id} theme={theme} onEdit={onEdit} />
      ))}
      {Array.from({ length: free }, (_, index) => (
        <li key={`free-${index}`} className={css.free}>
          {t('choose.slot', { n: themes.length + index + 1 })}
        </li>
      ))}
    </ol>
  )
}

function ThemeCard({ theme, onEdit }: { readonly theme: Theme; readonly onEdit: ThemeSlotsProps['onEdit'] }) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  return (
    <li className={css.slot}>
      <FocusBadge focus={theme.focus} />
      <h3>{theme.title}</h3>
      {theme.studentOutcome !== '' && (
        <p>
          <span className={css.quiet}>{t('focus.student_outcome')}:</span> {theme.studentOutcome}
        </p>
      )}
      {theme.teacherAction !== '' && (
        <p>
          <span className={css.quiet}>{t('focus.teacher_action')}:</span> {theme.teacherAction}
        </p>
      )}
      {onEdit !== null && (
        <div className={css.slotActions}>
          <Button onClick={() => onEdit(theme)}>{t('choose.edit')}</Button>
          <Button variant="quiet" onClick={() => void command({ type: 'theme.unmark', theme: theme.id })}>
            {t('choose.unmark')}
          </Button>
        </div>
      )}
    </li>
  )
}
