import { quoteNote, type Note } from '@groundswell/shared'
import { Quote, Waypoints } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, IconButton, Paper } from '../ui/index.ts'
import { useRoom } from './room.ts'
import styles from './source.module.css'

/** One original note. It can be quoted into the goal, and it says what became of it. */
export function SourceNote({ note, quoted }: { readonly note: Note; readonly quoted: boolean }) {
  const { t } = useTranslation('plc')
  const { canWrite, doc, words, follow } = useRoom()
  const side = words.horizon(note.horizon)
  const foot = (
    <span className={styles.foot}>
      <span>
        {quoted ? (
          <Badge tone="plain" mark="none">
            <Quote aria-hidden size={13} /> {t('source.quoted')}
          </Badge>
        ) : (
          side
        )}
      </span>
      <span className={styles.acts}>
        {canWrite ? (
          <IconButton
            label={quoted ? t('source.unquote') : t('source.quote')}
            aria-pressed={quoted}
            onClick={() => quoteNote(doc, note.id, !quoted)}
          >
            <Quote aria-hidden size={18} />
          </IconButton>
        ) : null}
        <IconButton label={t('source.fate')} onClick={() => follow({ kind: 'note', note: note.id })}>
          <Waypoints aria-hidden size={18} />
        </IconButton>
      </span>
    </span>
  )
  return (
    <Paper side={note.horizon === 'current' ? 'cool' : 'warm'} footer={foot} className={quoted ? styles.quoted : undefined}>
      {note.text}
    </Paper>
  )
}
