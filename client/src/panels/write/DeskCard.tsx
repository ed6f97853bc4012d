import { deskText, LIMITS, type DeskNote, type NoteId } from '@groundswell/shared'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { sideOf } from '../../parts/index.ts'
import { useSharedText } from '../../session/index.ts'
import { Button, IconButton, Paper, TextArea } from '../../ui/index.ts'
import css from './WritePanel.module.css'

export interface DeskCardProps {
  readonly note: DeskNote
  readonly doc: Y.Doc
  readonly label: string
  /** Null before the reveal: then the reveal brings the note to the board. */
  readonly onPublish: ((note: NoteId) => void) | null
  readonly onRemove: (note: NoteId) => void
}

/** One private note, edited in place. */
export function DeskCard({ note, doc, label, onPublish, onRemove }: DeskCardProps) {
  const { t } = useTranslation('steps')
  const text = useSharedText(deskText(doc, note.id))
  return (
    <Paper side={sideOf(note.horizon)}>
      <div className={css.card}>
        <TextArea {...text} aria-label={label} className={css.own} maxLength={LIMITS.note} />
        <IconButton label={t('write.remove')} onClick={() => onRemove(note.id)}>
          <Trash2 aria-hidden="true" size={20} />
        </IconButton>
      </div>
      {note.initials !== '' && <p className={css.by}>{t('write.by', { initials: note.initials })}</p>}
      {note.held && <p className={css.held}>{t('write.held')}</p>}
      {onPublish !== null && <Button onClick={() => onPublish(note.id)}>{t('write.addToBoard')}</Button>}
    </Paper>
  )
}
