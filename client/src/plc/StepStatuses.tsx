import { markStep, saveStep, stepWord, STEP_STATUSES, type ActionStep, type PersonId } from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, isoDay } from '../parts/index.ts'
import { Field, Select } from '../ui/index.ts'
import styles from './checkin.module.css'
import { Hint } from './Hint.tsx'
import { PlainInput } from './PlainInput.tsx'
import { useRoom } from './room.ts'
import { SharedLine } from './SharedLine.tsx'
import { StepHistory } from './StepHistory.tsx'

/** One's own steps first, then by the day they are due; those without a day last. */
const inOrder = (steps: readonly ActionStep[], me: PersonId): readonly ActionStep[] =>
  [...steps].sort(
    (a, b) =>
      Number(b.owner === me) - Number(a.owner === me) || (a.due || '9999').localeCompare(b.due || '9999') || a.order - b.order,
  )

/** How each step stands, with a word on it: the first thing a check-in asks. */
export function StepStatuses() {
  const { t } = useTranslation('plc')
  const { view, me } = useRoom()
  return (
    <section className={styles.part} aria-labelledby="room-statuses">
      <h3 id="room-statuses">{t('checkin.steps')}</h3>
      {view.steps.length === 0 ? <p className={styles.quiet}>{t('checkin.noSteps')}</p> : null}
      <ul className={styles.statuses}>
        {inOrder(view.steps, me.id).map((step) => (
          <StepStatus key={step.id} step={step} />
        ))}
      </ul>
    </section>
  )
}

function StepStatus({ step }: { readonly step: ActionStep }) {
  const { t, i18n } = useTranslation('plc')
  const { doc, canWrite, nameOf } = useRoom()
  const text = step.text.trim() || t('plan.untitled')
  const due = step.due === '' ? t('plan.noDue') : t('plan.dueOn', { date: formatDay(step.due, i18n.language) })
  return (
    <li data-status={step.status}>
      <div>
        <p>
          {text}{' '}
          <span className={styles.quiet}>
            {nameOf(step.owner)} · {due}
          </span>
        </p>
        {canWrite || step.word === '' ? null : <p className={styles.word}>{step.word}</p>}
        {canWrite ? <Trouble step={step} /> : null}
      </div>
      {canWrite ? (
        <Select
          aria-label={t('checkin.statusOf', { text })}
          value={step.status}
          onChange={(status) => markStep(doc, step.id, isoDay(Date.now()), { status })}
          options={STEP_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
      ) : (
        <span>{t(`status.${step.status}`)}</span>
      )}
      {canWrite && step.status !== 'not_started' ? <Word step={step} text={text} /> : null}
      <StepHistory step={step} />
    </li>
  )
}

/** What changed asks for its new day, and everything for a word. */
function Word({ step, text }: { readonly step: ActionStep; readonly text: string }) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  const words = useMemo(() => stepWord(doc, step.id), [doc, step.id])
  return (
    <div className={styles.wordRow}>
      {step.status === 'changed' ? (
        <Field label={t('checkin.newDue')}>
          <PlainInput type="date" value={step.due} onCommit={(due) => saveStep(doc, step.id, { due })} />
        </Field>
      ) : null}
      <div className={styles.wordField}>
        <span aria-hidden="true">{t('checkin.word')}</span>
        <SharedLine
          label={t('checkin.wordOf', { text })}
          name={`step.${step.id}.word`}
          text={words}
          onChanged={(word) => markStep(doc, step.id, isoDay(Date.now()), { word })}
        />
      </div>
    </div>
  )
}

/** A step whose owner has left is asked about where it is seen, with a way to hand it on. */
function Trouble({ step }: { readonly step: ActionStep }) {
  const { t } = useTranslation('plc')
  const { doc, stage, plc, nameOf } = useRoom()
  const owner = stage.people.find((person) => person.id === step.owner)
  if (owner !== undefined && !owner.removed && plc.members.includes(step.owner)) return null
  return (
    <div className={styles.trouble}>
      <Hint>{t('hint.ownerGone')}</Hint>
      <Select
        aria-label={t('checkin.handTo', { text: step.text })}
        value=""
        onChange={(person) => saveStep(doc, step.id, { owner: person as PersonId })}
        options={[
          { value: '', label: t('checkin.handOn') },
          ...plc.members.map((person) => ({ value: person as string, label: nameOf(person) })),
        ]}
      />
    </div>
  )
}
