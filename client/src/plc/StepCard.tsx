import type { ActionStep } from '@groundswell/shared'
import { Pencil, Waypoints } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../parts/index.ts'
import { Badge, Button } from '../ui/index.ts'
import { Hint } from './Hint.tsx'
import styles from './plan.module.css'
import { useRoom } from './room.ts'
import { stepHints } from './team.ts'

/** A step to read. `onEdit` null is for readers: then no hints and no edit button. */
export function StepCard({ step, onEdit }: { readonly step: ActionStep; readonly onEdit: (() => void) | null }) {
  const { t } = useTranslation('plc')
  const { view, stage, follow } = useRoom()
  const owner = stage.people.find((person) => person.id === step.owner) ?? null
  const text = step.text.trim() || t('plan.untitled')
  return (
    <article className={styles.step} data-status={step.status}>
      <div className={styles.stepHead}>
        <p className={styles.stepText}>{text}</p>
        <Badge tone={step.status === 'done' ? 'accent' : 'plain'}>{t(`status.${step.status}`)}</Badge>
      </div>
      <StepFacts step={step} />
      {onEdit === null ? null : stepHints(step, view.steps, owner).map((hint) => <Hint key={hint}>{t(`hint.${hint}`)}</Hint>)}
      <div className={styles.stepActs}>
        {onEdit === null ? null : (
          <Button variant="quiet" onClick={onEdit} aria-label={t('plan.editNamed', { text })}>
            <Pencil aria-hidden size={16} /> {t('plan.edit')}
          </Button>
        )}
        <Button variant="quiet" onClick={() => follow({ kind: 'step', step: step.id })}>
          <Waypoints aria-hidden size={16} /> {t('plan.behind')}
        </Button>
      </div>
    </article>
  )
}

function StepFacts({ step }: { readonly step: ActionStep }) {
  const { t, i18n } = useTranslation('plc')
  const { view, nameOf } = useRoom()
  const indicator = view.goal.indicators.find((candidate) => candidate.id === step.indicator)
  const after = step.dependsOn.map((id) => view.steps.find((other) => other.id === id)?.text ?? '').filter((text) => text !== '')
  const facts = [
    step.due === '' ? t('plan.noDue') : t('plan.dueOn', { date: formatDay(step.due, i18n.language) }),
    indicator === undefined
      ? t(step.loose ? 'plan.feedsNone' : 'plan.feedsNothing')
      : t('plan.feedsShort', { text: indicator.text }),
    step.evidence.trim() === '' ? '' : t('plan.evidenceShort', { text: step.evidence }),
    step.ifThen.trim(),
    step.supportFrom.length === 0 ? '' : t('plan.withSupport', { names: step.supportFrom.map(nameOf).join(', ') }),
    after.length === 0 ? '' : t('plan.afterShort', { text: after.join('; ') }),
  ]
  return (
    <ul className={styles.facts}>
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
    </ul>
  )
}
