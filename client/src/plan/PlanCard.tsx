import { STEP_STATUSES, type PageMeasure, type PlanPage, type Plc, type Theme } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../parts/index.ts'
import { useSession } from '../session/index.ts'
import { Link, Spinner } from '../ui/index.ts'
import styles from './plan-page.module.css'
import { usePlan } from './use-plan.ts'

/** What one PLC set out to do and how far it has come: counts and measures, never a person. */
export function PlanCard({ plc, theme }: { readonly plc: Plc; readonly theme: Theme | null }) {
  const { t } = useTranslation('plan')
  const { id } = useSession()
  const ready = usePlan(plc.id)
  const page = ready === null || ready === 'gone' ? null : ready.page
  return (
    <article className={styles.card}>
      <h2>
        <Link to={`/s/${id}/plan/${plc.id}`}>
          {plc.name}
          {theme === null ? '' : `: ${theme.title}`}
        </Link>
      </h2>
      {theme === null ? (
        <p>{t('noTheme')}</p>
      ) : (
        <p>
          <FocusBadge focus={theme.focus} />
        </p>
      )}
      {page === null ? <Spinner label={t('loading')} /> : <p>{page.statement || page.words.label.noGoal}</p>}
      {page === null ? null : <Progress page={page} members={plc.members.length} />}
    </article>
  )
}

function Progress({ page, members }: { readonly page: PlanPage; readonly members: number }) {
  const { t } = useTranslation('plan')
  const steps = page.members.flatMap((member) => member.steps)
  const standing = STEP_STATUSES.map((state) => ({ state, count: steps.filter((step) => step.state === state).length }))
  return (
    <>
      <p className={styles.quiet}>
        {[
          t('measures', { count: page.measures.length }),
          t('steps', { count: steps.length }),
          t('members', { count: members }),
        ].join(' · ')}
      </p>
      {steps.length === 0 ? null : (
        <p>
          {standing
            .filter(({ count }) => count > 0)
            .map(({ state, count }) => `${page.words.status[state]}: ${count}`)
            .join(' · ')}
        </p>
      )}
      {page.measures.length === 0 ? null : (
        <ul className={styles.moves} aria-label={page.words.label.measures}>
          {page.measures.map((measure) => (
            <Move key={measure.id} measure={measure} />
          ))}
        </ul>
      )}
    </>
  )
}

/** From where to where, and where it stands between. */
function Move({ measure }: { readonly measure: PageMeasure }) {
  const { t } = useTranslation('plan')
  const last = measure.readings.at(-1)
  return (
    <li>
      {measure.text}
      <span>
        {measure.today || '–'} → {last === undefined ? t('noReading') : <strong>{last.value}</strong>} →{' '}
        {t('target', { target: measure.target || '–' })}
      </span>
    </li>
  )
}
