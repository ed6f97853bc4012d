import type { Plc } from '@groundswell/shared'
import { ArrowLeft, Download, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession, useStage } from '../session/index.ts'
import { Button, Link, Menu, Spinner } from '../ui/index.ts'
import { PlanCard } from './PlanCard.tsx'
import styles from './plan-page.module.css'
import { PlanSheet } from './PlanSheet.tsx'
import { useDownload } from './use-download.ts'
import { usePlan } from './use-plan.ts'

/** All PLCs of the session: what each set out to do, themes that nobody took, and every page below to print at once. */
export function PlansPage() {
  const { t } = useTranslation('plan')
  const stage = useStage()
  const { id } = useSession()
  if (!stage.ready)
    return (
      <main className={styles.wait}>
        <Spinner label={t('loading')} />
      </main>
    )
  const open = stage.themes.filter((theme) => !stage.plcs.some((plc) => plc.theme === theme.id))
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Link to={`/s/${id}`} look="quiet">
          <ArrowLeft aria-hidden size={18} /> {t('toSession')}
        </Link>
        <Link to={`/s/${id}/board`} look="quiet">
          {t('board')}
        </Link>
        <span className={styles.space} />
        <Downloads />
        <Button variant="primary" onClick={() => print()}>
          <Printer aria-hidden size={18} /> {t('printAll')}
        </Button>
      </div>
      <main>
        <div className={styles.overview}>
          <p className={styles.over}>{stage.district}</p>
          <h1>{t('allTitle')}</h1>
          <p>{stage.title}</p>
          {stage.plcs.length === 0 ? <p>{t('noPlcs')}</p> : null}
          <ul className={styles.cards}>
            {stage.plcs.map((plc) => (
              <li key={plc.id}>
                <PlanCard plc={plc} theme={stage.themes.find((theme) => theme.id === plc.theme) ?? null} />
              </li>
            ))}
          </ul>
          {open.length === 0 ? null : (
            <p>
              <strong>{t('uncovered')}</strong> {open.map((theme) => theme.title).join(', ')}
            </p>
          )}
        </div>
        {stage.plcs.map((plc) => (
          <Sheet key={plc.id} plc={plc} />
        ))}
      </main>
    </div>
  )
}

function Downloads() {
  const { t } = useTranslation('plan')
  const download = useDownload()
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden size={18} /> {t('download')}
        </Button>
      }
      items={[
        { key: 'html', label: t('file.html'), onSelect: () => download('plans.html') },
        { key: 'ics', label: t('file.ics'), onSelect: () => download('plans.ics') },
      ]}
    />
  )
}

function Sheet({ plc }: { readonly plc: Plc }) {
  const ready = usePlan(plc.id)
  return ready === null || ready === 'gone' ? null : <PlanSheet page={ready.page} />
}
