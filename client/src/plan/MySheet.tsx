import type { PageMember, PageStep, PersonId, PlanPage, PlcPlan } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import styles from './sheet.module.css'
import { CheckIns } from './SheetParts.tsx'

interface MySheetProps {
  readonly page: PlanPage
  readonly plan: PlcPlan
  readonly me: PersonId
}

/** One's own page: the goal in short, my part of it, my steps, and who counts on me. */
export function MySheet({ page, plan, me }: MySheetProps) {
  const { t } = useTranslation('plan')
  const { label } = page.words
  const mine = page.members.find(({ id }) => id === me)
  if (mine === undefined) return null
  const own = [
    [label.contribution, mine.contribution],
    [label.growth, mine.growthFocus],
    [label.strength, mine.strength],
    [label.support, mine.supportNeeded],
  ].filter(([, text]) => text !== '')
  return (
    <article className={styles.sheet} lang={page.language} aria-labelledby="my-sheet">
      <header className={styles.head}>
        <div>
          <p className={styles.over}>{[mine.name, mine.role, page.plc].join(' · ')}</p>
          <h1 id="my-sheet">{t('mine.title', { theme: page.theme || label.plan, interpolation: { escapeValue: false } })}</h1>
        </div>
      </header>
      <section className={styles.goal}>
        <h2>{t('mine.goal')}</h2>
        <p className={page.statement === '' ? styles.none : styles.statement}>{page.statement || label.noGoal}</p>
      </section>
      <div className={styles.columns}>
        {own.map(([title, text]) => (
          <section key={title} className={styles.part}>
            <h2>{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <MySteps member={mine} page={page} />
      <CountOnMe plan={plan} me={me} page={page} />
      <CheckIns page={page} />
      <p className={styles.growth}>{label.growthOnly}</p>
    </article>
  )
}

function MySteps({ member, page }: { readonly member: PageMember; readonly page: PlanPage }) {
  const { t } = useTranslation('plan')
  return (
    <section className={styles.part}>
      <h2>{page.words.label.steps}</h2>
      {member.steps.length === 0 ? <p>{t('mine.none')}</p> : null}
      <ol className={styles.mySteps}>
        {member.steps.map((step) => (
          <MyStep key={step.id} step={step} />
        ))}
      </ol>
    </section>
  )
}

function MyStep({ step }: { readonly step: PageStep }) {
  const { t } = useTranslation('plan')
  const facts = [
    step.due === '' ? '' : `${t('mine.due')}: ${step.due}`,
    `${t('mine.feeds')}: ${step.feedsWords}`,
    step.evidence === '' ? '' : `${t('mine.show')}: ${step.evidence}`,
    step.supportFrom.length === 0 ? '' : t('mine.withSupport', { names: step.supportFrom.join(', ') }),
    ...step.dependsOn.map((text) => t('mine.after', { text })),
    step.state === 'not_started' ? '' : step.status,
  ].filter((fact) => fact !== '')
  return (
    <li>
      <strong>{step.text}</strong>
      {step.ifThen === '' ? null : <span>{step.ifThen}</span>}
      <small>{facts.join(' · ')}</small>
    </li>
  )
}

/** Handoffs the other way: whose step waits for one of mine, and who asked for my support. */
function CountOnMe({ plan, me, page }: MySheetProps) {
  const { t } = useTranslation('plan')
  const { steps } = plan.view
  const nameOf = (id: PersonId) => page.members.find((member) => member.id === id)?.name ?? ''
  const others = steps.filter(({ owner, status }) => owner !== me && status !== 'done' && status !== 'dropped')
  const lines = others.flatMap((step) => [
    ...(step.supportFrom.includes(me) ? [t('mine.supports', { name: nameOf(step.owner), text: step.text })] : []),
    ...steps
      .filter((mine) => mine.owner === me && step.dependsOn.includes(mine.id))
      .map((mine) => t('mine.waits', { name: nameOf(step.owner), after: mine.text, text: step.text })),
  ])
  if (lines.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{t('mine.waitsTitle')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
