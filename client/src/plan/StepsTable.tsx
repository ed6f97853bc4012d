import type { PageMember, PageStep, PlanPage } from '@groundswell/shared'
import { ArrowRightLeft } from 'lucide-react'
import styles from './sheet.module.css'

/** Who does what: a group of rows for each person, with what passes from hand to hand marked. */
export function StepsTable({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  if (page.members.length === 0) return null
  return (
    <section>
      <table className={styles.table}>
        <caption>
          <h2>{label.steps}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.what}>
              {label.step}
            </th>
            <th scope="col" className={styles.feeds}>
              {label.feeds}
            </th>
            <th scope="col" className={styles.due}>
              {label.due}
            </th>
            <th scope="col">{label.evidence}</th>
          </tr>
        </thead>
        {page.members.map((member) => (
          <Member key={member.id} member={member} page={page} />
        ))}
      </table>
    </section>
  )
}

function Member({ member, page }: { readonly member: PageMember; readonly page: PlanPage }) {
  const { label } = page.words
  const own = [
    [label.contribution, member.contribution],
    [label.growth, member.growthFocus],
    [label.strength, member.strength],
    [label.support, member.supportNeeded],
  ].filter(([, text]) => text !== '')
  return (
    <tbody className={styles.member}>
      <tr className={styles.opens}>
        <th scope="rowgroup" colSpan={4} className={styles.person}>
          <span>
            {member.name} <span className={styles.role}>{member.role}</span>
          </span>
          {own.length === 0 ? null : (
            <span className={styles.own}>
              {own.map(([title, text]) => (
                <span key={title}>
                  <em>{title}:</em> {text}{' '}
                </span>
              ))}
            </span>
          )}
        </th>
      </tr>
      {member.steps.length === 0 ? (
        <tr>
          <td colSpan={4} className={styles.none}>
            {label.noSteps}
          </td>
        </tr>
      ) : null}
      {member.steps.map((step) => (
        <StepRow key={step.id} step={step} page={page} />
      ))}
    </tbody>
  )
}

function StepRow({ step, page }: { readonly step: PageStep; readonly page: PlanPage }) {
  const { label } = page.words
  const hands = [
    ...(step.supportFrom.length === 0 ? [] : [`${label.supportFrom} ${step.supportFrom.join(', ')}`]),
    ...step.dependsOn.map((text) => `${label.dependsOn}: ${text}`),
  ].join('; ')
  return (
    <tr>
      <td data-label={label.step}>
        <span>
          {step.text}
          {step.state === 'not_started' ? null : <span className={styles.state}>{step.status}</span>}
          {hands === '' ? null : (
            <small className={styles.hands}>
              {step.handoff ? <ArrowRightLeft aria-label={label.handoff} size={13} /> : null}
              {hands}
            </small>
          )}
        </span>
      </td>
      <td data-label={label.feeds}>
        {step.feeds === null ? (
          <small>{step.feedsWords}</small>
        ) : (
          <span className={styles.number} title={step.feeds.text}>
            {step.feeds.number}
          </span>
        )}
      </td>
      <td data-label={label.due} className={styles.date}>
        {step.due || '–'}
      </td>
      <td data-label={label.evidence}>{step.evidence || '–'}</td>
    </tr>
  )
}
