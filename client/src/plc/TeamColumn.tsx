import type { MemberPart, PersonId } from '@groundswell/shared'
import { ArrowRight, LifeBuoy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/index.ts'
import { HandoffPicture } from './HandoffPicture.tsx'
import { useRoom } from './room.ts'
import { absentRoles, handoffs, idleRoles } from './team.ts'
import styles from './team.module.css'

/** "Our parts": who carries what, who has no step yet, what passes from hand to hand. */
export function TeamColumn({ onRead }: { readonly onRead: (person: PersonId) => void }) {
  const { t } = useTranslation('plc')
  const { plan } = useRoom()
  return (
    <div className={styles.team}>
      <h2 className={styles.title} tabIndex={-1} data-section-title="team">
        {t('team.title')}
      </h2>
      {plan.members.length === 0 ? <p className={styles.quiet}>{t('team.none')}</p> : null}
      <ul className={styles.people}>
        {plan.members.map((part) => (
          <Part key={part.person.id} part={part} onRead={onRead} />
        ))}
      </ul>
      <Roles />
      <Unlinked />
      <Handoffs />
    </div>
  )
}

/** While the session has its step for plans before it, nobody is late with one. */
function usePlansComeLater(): boolean {
  const { step, agenda, stepIndex } = useRoom().stage
  return step.kind !== 'plan' && agenda.slice(stepIndex).some(({ kind }) => kind === 'plan')
}

function Part({ part, onRead }: { readonly part: MemberPart; readonly onRead: (person: PersonId) => void }) {
  const { t } = useTranslation('plc')
  const { words, nameOf } = useRoom()
  const comesLater = usePlansComeLater()
  const name = nameOf(part.person.id)
  const none = part.steps.length === 0 && !part.person.removed
  const count = none ? t('team.noStep') : t('team.steps', { count: part.steps.length })
  return (
    <li>
      <button type="button" className={styles.person} onClick={() => onRead(part.person.id)} title={t('team.readPlan', { name })}>
        <span aria-hidden="true">
          <Avatar name={name} />
        </span>
        <span>
          <span className={styles.name}>{name}</span>
          <span className={none && !comesLater ? styles.none : styles.role}>
            {words.jobRole(part.person.jobRole)} · {count}
          </span>
        </span>
      </button>
    </li>
  )
}

function Roles() {
  const { t } = useTranslation('plc')
  const { plan, words } = useRoom()
  const comesLater = usePlansComeLater()
  const idle = comesLater ? [] : idleRoles(plan.members)
  const absent = absentRoles(plan.members)
  if (idle.length === 0 && absent.length === 0) return null
  return (
    <dl className={styles.facts}>
      {idle.length > 0 ? (
        <div>
          <dt>{t('team.idle')}</dt>
          <dd>{idle.map(words.jobRole).join(', ')}</dd>
        </div>
      ) : null}
      {absent.length > 0 ? (
        <div>
          <dt>{t('team.absent')}</dt>
          <dd>
            {absent.map(words.jobRole).join(', ')}. <span className={styles.quiet}>{t('team.absentHelp')}</span>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Unlinked() {
  const { t } = useTranslation('plc')
  const { plan, nameOf } = useRoom()
  if (plan.unlinked.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>{t('team.unlinked')}</h3>
      <p className={styles.quiet}>{t('team.unlinkedHelp')}</p>
      <ul>
        {plan.unlinked.map((step) => (
          <li key={step.id}>
            {step.text.trim() || t('plan.untitled')} <span className={styles.quiet}>({nameOf(step.owner)})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Handoffs() {
  const { t } = useTranslation('plc')
  const { view, nameOf } = useRoom()
  const all = handoffs(view.steps)
  if (all.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>{t('team.handoffs')}</h3>
      <HandoffPicture />
      <ul className={styles.handoffs}>
        {all.map((handoff) => (
          <li key={`${handoff.kind}-${handoff.step.id}-${handoff.after?.id ?? handoff.from}`}>
            {handoff.kind === 'waits' ? <ArrowRight aria-hidden size={18} /> : <LifeBuoy aria-hidden size={18} />}
            <span>
              {t(`team.${handoff.kind}`, { from: nameOf(handoff.from), to: nameOf(handoff.to) })}
              <span className={styles.quiet}>
                {handoff.after === null
                  ? handoff.step.text
                  : t('team.after', { step: handoff.step.text, after: handoff.after.text })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
