import type { Note, NoteId, StageView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { NoteText, useWords } from '../parts/index.ts'
import { Button, Dialog } from '../ui/index.ts'
import css from './BoardList.module.css'

export interface TrayProps {
  readonly notes: readonly Note[]
  readonly stage: StageView
  /** Null for people who only read. */
  readonly onBringBack: ((note: NoteId) => void) | null
  readonly onClose: () => void
}

/** What was set aside. Nothing here is deleted. */
export function Tray({ notes, stage, onBringBack, onClose }: TrayProps) {
  const { t } = useTranslation('list')
  const words = useWords(stage)
  return (
    <Dialog open onClose={onClose} title={t('trayTitle')} actions={<Button onClick={onClose}>{t('close')}</Button>}>
      {notes.length === 0 && <p>{t('trayEmpty')}</p>}
      <ul className={css.tray}>
        {notes.map((note) => (
          <li key={note.id}>
            <NoteText note={note} label={words.horizon(note.horizon)} />
            {onBringBack !== null && <Button onClick={() => onBringBack(note.id)}>{t('bringBack')}</Button>}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
