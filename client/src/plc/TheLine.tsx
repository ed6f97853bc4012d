import { threadOf } from '@groundswell/shared'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NoteText } from '../parts/index.ts'
import styles from './goal.module.css'
import { Knot } from './Knot.tsx'
import { useRoom } from './room.ts'
import thread from './thread.module.css'
import { ThreadMeasures } from './ThreadMeasures.tsx'

/** The history as one line, from the notes to the last reading (SPEC G15); drawn once it is asked for. */
export function TheLine() {
  const { t } = useTranslation('plc')
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden />
        <span>
          <strong>{t('thread.line')}</strong>
          <small>{t('thread.lineHelp')}</small>
        </span>
      </summary>
      {open ? <Line /> : null}
    </details>
  )
}

function Line() {
  const { t, i18n } = useTranslation('plc')
  const { plan, stage, words } = useRoom()
  const line = threadOf(plan, stage, i18n.language === 'es' ? 'es' : 'en')
  const quoted = line.notes.filter((note) => note.quoted)
  return (
    <div className={styles.moreBody}>
      <ol className={thread.thread}>
        <Knot name={t('thread.notes')}>
          <p>{t('source.notes', { count: line.notes.length })}</p>
          <ul className={thread.notes}>
            {quoted.map((note) => (
              <li key={note.id}>
                <NoteText note={note} label={`${words.horizon(note.horizon)} · ${t('thread.quotedIn')}`} />
              </li>
            ))}
          </ul>
        </Knot>
        <Knot name={t('thread.cluster')}>{line.cluster || t('thread.noCluster')}</Knot>
        <Knot name={t('thread.theme')}>
          {line.theme || t('thread.noTheme')}
          {line.news.map((sentence) => (
            <p key={sentence} className={thread.quiet}>
              {sentence}
            </p>
          ))}
        </Knot>
        <Knot name={t('thread.goal')}>
          {line.goals.length === 0 ? t('thread.noGoal') : null}
          <ol className={thread.steps}>
            {line.goals.map(({ date, statement }) => (
              <li key={`${date} ${statement}`}>
                {statement} <span className={thread.quiet}>{date}</span>
              </li>
            ))}
          </ol>
        </Knot>
        <ThreadMeasures thread={line} />
      </ol>
    </div>
  )
}
