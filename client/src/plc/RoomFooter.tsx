import { Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand, useSession } from '../session/index.ts'
import { Button, Link, useAnnounce } from '../ui/index.ts'
import { useRoom, type Section } from './room.ts'
import styles from './room-page.module.css'

const NEXT: Readonly<Record<Section, Section | null>> = {
  theme: 'goal',
  goal: 'plan',
  plan: 'agree',
  agree: 'checkin',
  checkin: null,
  team: 'plan',
}
const BEFORE: Readonly<Record<Section, Section | null>> = {
  theme: null,
  goal: 'theme',
  plan: 'goal',
  agree: 'plan',
  checkin: 'agree',
  team: null,
}

/** One clear next action, always in the same corner. */
export function RoomFooter({ section }: { readonly section: Section }) {
  const { t } = useTranslation('plc')
  const { plc, go, canWrite, view, plan, me } = useRoom()
  const { id } = useSession()
  const next = NEXT[section]
  const before = BEFORE[section]
  const page = `/s/${id}/plan/${plc.id}`
  // While the goal waits to be started from its theme, that is the one next action.
  const first = canWrite && view.goal.theme === null && plan.source !== null && (section === 'theme' || section === 'goal')
  return (
    <footer className={styles.footer}>
      {before === null ? null : (
        <Button className={before === 'theme' ? styles.narrowOnly : undefined} onClick={() => go(before)}>
          {t('room.previous', { section: t(`tab.${before}`) })}
        </Button>
      )}
      {canWrite && plc.members.includes(me.id) ? <CallCoach /> : null}
      <span className={styles.space} />
      {next === null ? null : (
        <Link to={page} look="plain" className={styles.wideOnly}>
          {t('room.preview')}
        </Link>
      )}
      {next === null ? (
        <Link to={page} look="primary">
          {t('room.finish')}
        </Link>
      ) : (
        <Button variant={first ? 'plain' : 'primary'} onClick={() => go(next)}>
          {t('room.next', { section: t(`section.${next}`) })}
        </Button>
      )}
    </footer>
  )
}

/** One tap for the whole PLC; whoever comes by, or anyone of the team, lets it go again. */
function CallCoach() {
  const { t } = useTranslation('plc')
  const { plc, stage } = useRoom()
  const send = useCommand()
  const announce = useAnnounce()
  const calling = stage.room.calling.includes(plc.id)
  const press = async () => {
    if (await send({ type: 'plc.call', plc: plc.id, calling: !calling })) announce(t(calling ? 'call.taken' : 'call.sent'))
  }
  return (
    <Button variant="quiet" aria-pressed={calling} className={styles.call} onClick={() => void press()}>
      <Hand aria-hidden size={18} /> {t(calling ? 'call.waiting' : 'call.ask')}
    </Button>
  )
}
