import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../parts/index.ts'
import { useSaved, useSession, useTimeLeft } from '../session/index.ts'
import { Link } from '../ui/index.ts'
import { useRoom } from './room.ts'
import styles from './room-page.module.css'

/** Who we are, what our theme is, which step the session is in, how long it runs, and whether our words are safe. */
export function RoomHeader({ tools }: { readonly tools?: ReactNode }) {
  const { t } = useTranslation('plc')
  const { plc, plan, stage, words } = useRoom()
  const { id } = useSession()
  const theme = plan.source?.theme
  const place = t('room.stepOf', { step: words.step(stage.step).title, index: stage.stepIndex + 1, count: stage.agenda.length })
  return (
    <header className={styles.header}>
      <Link to={`/s/${id}`} className={styles.back} aria-label={t('room.back')} title={t('room.back')}>
        <ArrowLeft aria-hidden size={20} />
      </Link>
      <h1 className={styles.name}>{plc.name}</h1>
      {theme === undefined ? null : (
        <span className={styles.badge}>
          <FocusBadge focus={theme.focus} />
        </span>
      )}
      <p className={styles.themeName}>{theme?.title ?? t('room.noTheme')}</p>
      <p className={styles.place}>{place}</p>
      <TimeLeft />
      <Saved />
      {tools}
    </header>
  )
}

function TimeLeft() {
  const { t } = useTranslation('plc')
  const left = useTimeLeft()
  if (left === null) return null
  const seconds = Math.max(0, Math.ceil(left / 1000))
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <p className={styles.clock} role="timer" aria-label={t('room.timeLeft')}>
      {left <= 0 ? t('room.timeUp') : clock}
    </p>
  )
}

function Saved() {
  const { t } = useTranslation('plc')
  const saved = useSaved()
  // "Saving" and "Saved" come and go with every word: only trouble is read aloud.
  const trouble = saved.state === 'offline' || saved.state === 'held' || saved.state === 'refused'
  return (
    <p className={styles.saved} data-state={saved.state} role={trouble ? 'status' : undefined}>
      {t(`saved.${saved.state}`)}
    </p>
  )
}
