import { quoteNote } from '@groundswell/shared'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../parts/index.ts'
import { IconButton, Paper } from '../ui/index.ts'
import styles from './goal.module.css'
import { useRoom } from './room.ts'

/** The notes quoted into the goal, in the words of whoever wrote them. */
export function Quotes() {
  const { t } = useTranslation('plc')
  const { plan, doc, canWrite } = useRoom()
  if (plan.quotes.length === 0) return null
  return (
    <section className={styles.quotes} aria-labelledby="room-quotes">
      <h3 id="room-quotes">{t('goal.quotes')}</h3>
      <ul>
        {plan.quotes.map((note) => (
          <li key={note.id}>
            <Paper side={sideOf(note.horizon)}>{note.text}</Paper>
            {canWrite ? (
              <IconButton label={t('source.unquote')} onClick={() => quoteNote(doc, note.id, false)}>
                <X aria-hidden size={18} />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
