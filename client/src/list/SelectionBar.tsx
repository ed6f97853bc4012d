import type { NoteId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'
import css from './BoardList.module.css'
import type { Selection } from './use-selection.ts'

export interface SelectionBarProps {
  readonly selection: Selection
  readonly onPut: (notes: readonly NoteId[]) => void
}

/** What can be done with the chosen notes; not there while none is chosen. */
export function SelectionBar({ selection, onPut }: SelectionBarProps) {
  const { t } = useTranslation('list')
  if (selection.chosen.length === 0) return null
  return (
    <div className={css.selection} role="status">
      <b>{t('selection.chosen', { count: selection.chosen.length })}</b>
      <Button variant="quiet" onClick={selection.clear}>
        {t('selection.clear')}
      </Button>
      <Button variant="primary" onClick={() => onPut(selection.chosen)}>
        {t('selection.putIn')}
      </Button>
    </div>
  )
}
