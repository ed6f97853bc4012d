import type { PersonId, PlcId } from '@groundswell/shared'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useStage } from '../session/index.ts'
import { Banner, Button, Link, Spinner } from '../ui/index.ts'
import { HourBar } from './HourBar.tsx'
import { RoomContext, useRoom, type Section, type ThreadEnd } from './room.ts'
import { RoomFooter } from './RoomFooter.tsx'
import { RoomHeader } from './RoomHeader.tsx'
import { RoomMain } from './RoomMain.tsx'
import { SectionNav } from './SectionNav.tsx'
import { SourceColumn } from './SourceColumn.tsx'
import styles from './room-page.module.css'
import { TeamColumn } from './TeamColumn.tsx'
import { ThreadDialog } from './ThreadDialog.tsx'
import { sectionOf, useMakeRoom } from './use-make-room.ts'
import { useSection } from './use-section.ts'

export interface RoomPageProps {
  readonly plc: PlcId
  /** What the session's frame adds to the header: the coach's seat, for instance. */
  readonly tools?: ReactNode
}

/** The room of one PLC: where the goal comes from, the goal and the plans, and who carries what. */
export function RoomPage({ plc, tools }: RoomPageProps) {
  const { t } = useTranslation('plc')
  const stage = useStage()
  const { id } = useSession()
  const found = stage.plcs.some((candidate) => candidate.id === plc)
  if (!stage.ready)
    return (
      <main className={styles.wait}>
        <Spinner label={t('room.loading')} />
      </main>
    )
  if (!found) {
    return (
      <main className={styles.wait}>
        <p>{t('room.gone')}</p>
        <Link to={`/s/${id}`} look="primary">
          {t('room.goneBack')}
        </Link>
      </main>
    )
  }
  return <OpenRoom key={plc} plc={plc} tools={tools} />
}

function OpenRoom({ plc, tools }: RoomPageProps) {
  const { t } = useTranslation('plc')
  const stage = useStage()
  const [end, setEnd] = useState<ThreadEnd | null>(null)
  const [whose, setWhose] = useState<PersonId | null>(null)
  const { section, go, page } = useSection(location.hash === '#checkin' ? 'checkin' : (sectionOf(stage.step.kind) ?? 'goal'))
  const room = useMakeRoom(plc, { go, follow: setEnd })
  if (room === null)
    return (
      <main className={styles.wait}>
        <Spinner label={t('room.loading')} />
      </main>
    )
  const read = (person: PersonId) => {
    setWhose(person)
    go('plan')
  }
  return (
    <RoomContext value={room}>
      <div className={styles.room} ref={page} data-section={section}>
        <RoomHeader tools={tools} />
        <SectionNav section={section} />
        <main className={styles.columns}>
          <section className={styles.theme} aria-label={t('section.theme')}>
            <SourceColumn />
          </section>
          <section className={styles.middle} aria-label={t(`section.${middle(section)}`)}>
            {room.canWrite ? null : <p className={styles.reading}>{t('room.readOnly')}</p>}
            <HourBar />
            <MovedOn section={section} />
            <RoomMain section={middle(section)} whose={whose} onWhose={setWhose} />
          </section>
          <aside className={styles.team} aria-label={t('section.team')}>
            <TeamColumn onRead={read} />
          </aside>
        </main>
        <RoomFooter section={section} />
      </div>
      <ThreadDialog end={end} onClose={() => setEnd(null)} />
    </RoomContext>
  )
}

/** On wide screens the theme and the team stand beside the goal; alone they are screens of a phone. */
const middle = (section: Section): Exclude<Section, 'theme' | 'team'> =>
  section === 'theme' || section === 'team' ? 'goal' : section

/** The session went on: say so, and leave people where they are typing. */
function MovedOn({ section }: { readonly section: Section }) {
  const { t } = useTranslation('plc')
  const { stage, go } = useRoom()
  const { id } = useSession()
  const [seen, setSeen] = useState(stage.step.id)
  const wanted = sectionOf(stage.step.kind)
  if (stage.step.id === seen || wanted === section) return null
  if (wanted === null) {
    return (
      <Banner
        action={
          <Link to={`/s/${id}`} look="plain">
            {t('room.goneBack')}
          </Link>
        }
      >
        {t('room.movedAway')}
      </Banner>
    )
  }
  const follow = () => {
    setSeen(stage.step.id)
    go(wanted)
  }
  return (
    <Banner action={<Button onClick={follow}>{t('room.goThere')}</Button>}>
      {t('room.movedOn', { section: t(`section.${wanted}`) })}
    </Banner>
  )
}
