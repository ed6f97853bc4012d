import type { PlcId } from '@groundswell/shared'
import { ArrowLeft, CalendarPlus, Download, Printer, User, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useSession } from '../session/index.ts'
import { Button, Link, Menu, Spinner } from '../ui/index.ts'
import { MySheet } from './MySheet.tsx'
import styles from './plan-page.module.css'
import { PlanSheet } from './PlanSheet.tsx'
import { fileName } from './save-file.ts'
import { useDownload } from './use-download.ts'
import { usePlan, type ReadyPlan } from './use-plan.ts'

/** The page that a PLC takes home: on the screen as on paper. */
export function PlanPage({ plc }: { readonly plc: PlcId }) {
  const { t } = useTranslation('plan')
  const { id } = useSession()
  const ready = usePlan(plc)
  if (ready === null)
    return (
      <main className={styles.wait}>
        <Spinner label={t('loading')} />
      </main>
    )
  if (ready === 'gone') {
    return (
      <main className={styles.wait}>
        <p>{t('gone')}</p>
        <Link to={`/s/${id}`} look="primary">
          {t('toSession')}
        </Link>
      </main>
    )
  }
  return <Ready ready={ready} plc={plc} />
}

function Ready({ ready, plc }: { readonly ready: ReadyPlan; readonly plc: PlcId }) {
  const { id } = useSession()
  const { t } = useTranslation('plan')
  const me = useMe()
  const member = ready.plan.members.some(({ person }) => person.id === me.id)
  const [mine, setMine] = useState(location.hash === '#mine')
  const own = member && mine
  useTitle(fileName(ready.page.plc, own ? (me.person?.name ?? '') : '', ready.page.theme))
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Link to={`/s/${id}/plc/${plc}`} look="quiet">
          <ArrowLeft aria-hidden size={18} /> {t('toRoom')}
        </Link>
        <Link to={`/s/${id}/plan`} look="quiet">
          {t('allPlans')}
        </Link>
        <span className={styles.space} />
        {member ? (
          <Button variant="quiet" onClick={() => setMine(!mine)}>
            {own ? <Users aria-hidden size={18} /> : <User aria-hidden size={18} />} {t(own ? 'mine.back' : 'mine.open')}
          </Button>
        ) : null}
        {own ? <MyCalendar plc={plc} /> : <Downloads plc={plc} />}
        <Button variant="primary" onClick={() => print()}>
          <Printer aria-hidden size={18} /> {t('print')}
        </Button>
      </div>
      <main>{own ? <MySheet page={ready.page} plan={ready.plan} me={me.id} /> : <PlanSheet page={ready.page} />}</main>
    </div>
  )
}

function MyCalendar({ plc }: { readonly plc: PlcId }) {
  const { t } = useTranslation('plan')
  const download = useDownload()
  return (
    <Button onClick={() => download(`plcs/${plc}/plan.ics`, { mine: '1' })}>
      <CalendarPlus aria-hidden size={18} /> {t('mine.calendar')}
    </Button>
  )
}

/** What the server writes: the same words in each format, the calendar with the dates alone. */
const FILES = ['docx', 'ics', 'html', 'md', 'csv', 'json'] as const

function Downloads({ plc }: { readonly plc: PlcId }) {
  const { t } = useTranslation('plan')
  const download = useDownload()
  const items = FILES.map((kind) => ({
    key: kind as string,
    label: t(`file.${kind}`),
    onSelect: () => download(`plcs/${plc}/plan.${kind}`),
  }))
  const mine = { key: 'mine', label: t('file.mine'), onSelect: () => download(`plcs/${plc}/plan.ics`, { mine: '1' }) }
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden size={18} /> {t('download')}
        </Button>
      }
      items={[...items.slice(0, 2), mine, ...items.slice(2)]}
    />
  )
}

/** What "Save as PDF" proposes as the file's name. */
function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
}
