import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/index.ts'
import type { About } from './about.ts'
import styles from './coach.module.css'
import { NewNote } from './NewNote.tsx'

/** A private note about one thing of the board, written beside it. */
export function NoteDialog({ about, onClose }: { readonly about: About; readonly onClose: () => void }) {
  const { t } = useTranslation('coach')
  return (
    <Dialog open onClose={onClose} title={t('noteAbout')} closeLabel={t('close')}>
      <p className={styles.private}>
        <Lock aria-hidden size={16} /> {t('private')}
      </p>
      <NewNote about={about} onSaved={onClose} />
    </Dialog>
  )
}
