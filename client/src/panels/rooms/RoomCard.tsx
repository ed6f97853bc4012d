import type { Plc } from '@groundswell/shared'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../../parts/index.ts'
import { useSession, useStage } from '../../session/index.ts'
import { Link } from '../../ui/index.ts'
import css from './RoomsPanel.module.css'

export interface RoomCardProps {
  readonly plc: Plc
  /** How the room is doing, beside its name; for facilitators. */
  readonly life?: ReactNode
  readonly children: ReactNode
}

/** A PLC with its theme and the ways to its room and its plan. */
export function RoomCard({ plc, life, children }: RoomCardProps) {
  const { t } = useTranslation('steps')
  const session = useSession()
  const stage = useStage()
  const theme = stage.themes.find((candidate) => candidate.id === plc.theme)
  return (
    <li className={css.card}>
      <div className={css.cardHead}>
        <h3>{plc.name}</h3>
        {life}
      </div>
      {theme === undefined ? (
        <p className={css.quiet}>{t('rooms.noTheme')}</p>
      ) : (
        <p className={css.theme}>
          <FocusBadge focus={theme.focus} /> {theme.title}
        </p>
      )}
      {children}
      <div className={css.actions}>
        <Link to={`/s/${session.id}/plc/${plc.id}`} look="plain">
          {t('rooms.room')}
        </Link>
        <Link to={`/s/${session.id}/plan/${plc.id}`} look="quiet">
          {t('rooms.planPage')}
        </Link>
      </div>
    </li>
  )
}
