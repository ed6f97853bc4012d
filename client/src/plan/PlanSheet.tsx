import type { PlanPage } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../parts/index.ts'
import { Paper } from '../ui/index.ts'
import { MeasuresTable } from './MeasuresTable.tsx'
import styles from './sheet.module.css'
import { Agreement, CheckIns, Lines, Questions, Tests, Words } from './SheetParts.tsx'
import { StepsTable } from './StepsTable.tsx'

/** One PLC's plan, in the order of the page. Parts with nothing in them are left out. */
export function PlanSheet({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  return (
    <article className={styles.sheet} lang={page.language} aria-labelledby={`sheet-${page.plc}`}>
      <Head page={page} />
      <Picture page={page} />
      <Goal page={page} />
      <Theory page={page} />
      <MeasuresTable page={page} />
      <div className={styles.columns}>
        <Lines title={label.success} lines={page.success} />
        <Words title={label.inclusive} text={page.inclusive} />
        <Words title={label.equitable} text={page.equitable} />
      </div>
      <StepsTable page={page} />
      <div className={styles.columns}>
        <Lines title={label.needs} lines={page.needs} />
        <Lines title={label.risks} lines={page.risks} />
        <Words title={label.stop} text={page.stop} />
        <Lines title={label.evidence} lines={page.evidence} />
      </div>
      <Questions page={page} />
      <Tests page={page} />
      <div className={styles.close}>
        <CheckIns page={page} />
        <div>
          <Agreement page={page} />
          <p className={styles.growth}>{label.growthOnly}</p>
        </div>
      </div>
    </article>
  )
}

function Head({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  const { t } = useTranslation('plan')
  const span = [page.start, page.end].filter((date) => date !== '').join(' – ')
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.over}>{[page.plc, page.focus].filter((part) => part !== '').join(' · ')}</p>
        <h1 id={`sheet-${page.plc}`}>{page.theme || label.plan}</h1>
      </div>
      <div className={styles.where}>
        <p>{page.district}</p>
        <p>{page.session}</p>
        {span === '' ? null : <p>{span}</p>}
        {page.version === '' ? null : <p>{page.version}</p>}
      </div>
      <ul className={styles.team} aria-label={label.team}>
        {page.team.map((person) => (
          <li key={person.id}>
            <strong>{person.name}</strong> {person.role}
          </li>
        ))}
        {page.coaches.length === 0 ? null : (
          <li>
            <strong>{page.coaches.join(', ')}</strong> {t('coach')}
          </li>
        )}
      </ul>
    </header>
  )
}

function Picture({ page }: { readonly page: PlanPage }) {
  const { label, horizon } = page.words
  const { t } = useTranslation('plan')
  if (page.picture === '' && page.voices.length === 0) return null
  return (
    <section className={styles.picture}>
      <h2>{t('picture', { year: page.targetYear })}</h2>
      {page.picture === '' ? null : <p className={styles.lead}>{page.picture}</p>}
      <ul className={styles.voices} aria-label={label.voices}>
        {page.voices.map((voice) => (
          <li key={voice.id}>
            <Paper
              side={sideOf(voice.horizon)}
              footer={[voice.horizon === 'ideal' ? String(page.targetYear) : horizon.current, voice.author ?? '']
                .filter((part) => part !== '')
                .join(' · ')}
            >
              {voice.text}
            </Paper>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Goal({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  return (
    <section className={styles.goal}>
      <h2>{label.goal}</h2>
      <p className={page.statement === '' ? styles.none : styles.statement}>{page.statement || label.noGoal}</p>
      {page.why === '' ? null : (
        <p>
          <strong>{label.why}.</strong> {page.why}
        </p>
      )}
      {page.reached === '' ? null : (
        <p>
          <strong>{label.reached}.</strong> {page.reached}
        </p>
      )}
    </section>
  )
}

function Theory({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  if (page.theory === null) return null
  const parts = [
    [label.if, page.theory.if],
    [label.then, page.theory.then],
    [label.soThat, page.theory.soThat],
  ] as const
  return (
    <section className={styles.theory}>
      <h2>{label.theory}</h2>
      <p>
        {parts.map(([word, text]) => (
          <span key={word}>
            <strong>{word}</strong> {text || '…'}
          </span>
        ))}
      </p>
    </section>
  )
}
