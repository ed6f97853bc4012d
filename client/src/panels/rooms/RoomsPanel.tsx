import { plcOf, type Plc, type SessionId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { facilitatorName, FocusBadge } from '../../parts/index.ts'
import { useMe, useSession, useStage } from '../../session/index.ts'
import { Link } from '../../ui/index.ts'
import { Overview } from './Overview.tsx'
import { RoomCard } from './RoomCard.tsx'
import css from './RoomsPanel.module.css'
import { useEnterRoomOnce } from './use-enter-room-once.ts'

export const roomPath = (session: SessionId, plc: Plc): string => `/s/${session}/plc/${plc.id}`
export const planPath = (session: SessionId, plc: Plc): string => `/s/${session}/plan/${plc.id}`

/** The steps that happen in the PLC rooms: the way into one's own, and for the facilitator the state of all. */
export function RoomsPanel() {
  const { t } = useTranslation('steps')
  const session = useSession()
  const stage = useStage()
  const me = useMe()
  const own = plcOf(stage, me.id)
  const facilitates = me.role === 'facilitator'
  useEnterRoomOnce(facilitates || own === null ? null : roomPath(session.id, own), `${session.id}.${stage.step.id}`)
  const others = stage.plcs.filter((plc) => plc.id !== own?.id)
  return (
    <div className={css.panel}>
      {own !== null && <OwnRoom plc={own} />}
      {own === null && !facilitates && (
        <section className={css.own}>
          <h2>{t('rooms.noPlc')}</h2>
          <p>{t('rooms.noPlcText', { facilitator: facilitatorName(stage) ?? t('write.someone') })}</p>
        </section>
      )}
      {stage.plcs.length === 0 && facilitates && <p className={css.quiet}>{t('rooms.noPlcs')}</p>}
      {facilitates && stage.plcs.length > 0 && <Overview />}
      {!facilitates && others.length > 0 && <Others plcs={others} first={own === null} />}
    </div>
  )
}

/** The other PLCs: their plans can be read, and nothing about how they are doing is shown. */
function Others({ plcs, first }: { readonly plcs: readonly Plc[]; readonly first: boolean }) {
  const { t } = useTranslation('steps')
  const session = useSession()
  return (
    <section className={css.all}>
      <div className={css.allHead}>
        <h2>{t(first ? 'rooms.overview' : 'rooms.others')}</h2>
        <Link to={`/s/${session.id}/plan`} look="quiet">
          {t('rooms.allPlans')}
        </Link>
      </div>
      <ul className={css.cards}>
        {plcs.map((plc) => (
          <RoomCard key={plc.id} plc={plc}>
            <p className={css.quiet}>{t('rooms.people', { count: plc.members.length })}</p>
          </RoomCard>
        ))}
      </ul>
    </section>
  )
}

function OwnRoom({ plc }: { readonly plc: Plc }) {
  const { t } = useTranslation('steps')
  const session = useSession()
  const stage = useStage()
  const theme = stage.themes.find((candidate) => candidate.id === plc.theme)
  return (
    <section className={css.own}>
      <p className={css.quiet}>{t('rooms.mineTitle')}</p>
      <h2>{plc.name}</h2>
      {theme === undefined ? (
        <p>{t('rooms.noTheme')}</p>
      ) : (
        <p className={css.theme}>
          <FocusBadge focus={theme.focus} /> {theme.title}
        </p>
      )}
      <div className={css.actions}>
        <Link to={planPath(session.id, plc)} look="plain">
          {t('rooms.planPage')}
        </Link>
        <Link to={roomPath(session.id, plc)} look="primary">
          {t('rooms.enter')}
        </Link>
      </div>
    </section>
  )
}
